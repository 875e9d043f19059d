using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Operations;

/// <summary>The whole chain as whoever looks after the hub sees it: figures and spans, by ids and closed words alone.</summary>
[Collection(Telemetry.Name)]
public sealed class TellingHowItRunsTests
{
    private const string Source = "Chiyoda.Bousai";

    private static readonly string[] TagsOfFigures = ["channel", "outcome", "state", "source", "error.type"];

    [Fact]
    public async Task FromTelegramToDevice_EveryFigureIsTold()
    {
        using var figures = new Figures();
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber(await hub.PushKeyAsync());
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await hub.PublishTelegramAsync("no telegram"u8.ToArray());
        await Eventually.TrueAsync(() => Task.FromResult(figures.Last("bousai.proposals.open", "state=draft") == 1), "the draft is told");
        await hub.SubscribeAsync(device, (await desks.Author.ProposalAsync()).GetProperty("areas")[0].GetString()!);
        await desks.IssueDraftAsync(now);
        await device.NextAsync(TimeSpan.FromSeconds(20));
        await Eventually.TrueAsync(() => Task.FromResult(figures.Count("bousai.dispatch.first_accepted.duration", "channel=webpush") == 1), "the release is told");

        Assert.Equal((1, 1, 1), (figures.Sum("bousai.telegrams.received", "outcome=accepted"), figures.Sum("bousai.telegrams.received", "outcome=duplicate"), figures.Sum("bousai.telegrams.received", "outcome=unreadable")));
        Assert.Equal(1, figures.Sum("bousai.push.deliveries", "channel=webpush,outcome=accepted"));
        Assert.True(figures.Count("bousai.commit.duration", string.Empty) >= 5, "every commit is told");
        await Eventually.TrueAsync(() => Task.FromResult(figures.Last("bousai.proposals.open", "state=draft") == 0 && figures.Sum("bousai.dispatch.claims", string.Empty) == 0), "nothing is left");
        var head = (await desks.Author.GetAsync("/api/v1/chronology")).GetProperty("head").GetProperty("sequence").GetInt64();
        await Eventually.TrueAsync(() => Task.FromResult(figures.Last("bousai.chronology.sequence", string.Empty) >= head), "the head is told");
        Assert.Equal((0, 0, 0), (figures.Last("bousai.dispatch.held", string.Empty), figures.Last("bousai.telegrams.waiting", string.Empty), figures.Last("bousai.live.connections", string.Empty)));
        Assert.InRange(figures.Last("bousai.source.silence", "source=jma-xml")!.Value, 0, 120);
        Assert.Equal(0, figures.Last("bousai.sources.silent", string.Empty));
        Assert.All(figures.Tags, tag => Assert.Contains(tag, TagsOfFigures));
        Assert.All(figures.Instruments, instrument => Assert.True(instrument.Unit is { Length: > 0 } && instrument.Description is { Length: > 0 } && !instrument.Name.Any(char.IsUpper), instrument.Name));
    }

    [Fact]
    public async Task DispatchThatStandsStill_IsToldByItsAge()
    {
        var clock = new MovableClock();
        using var figures = new Figures();
        await using var hub = await RunningHub.StartAsync(
            adjust: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, clock),
            settings: new Dictionary<string, string?> { ["Hub:Roles"] = "web,ingest" });
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, clock.GetUtcNow()));
        await desks.IssueDraftAsync(clock.GetUtcNow());
        await Eventually.TrueAsync(() => Task.FromResult(figures.Last("bousai.dispatch.oldest_unsent.age", string.Empty) > 0), "the dispatch is on its way");

        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.InRange(figures.Last("bousai.dispatch.oldest_unsent.age", string.Empty)!.Value, 20, 120);

        // A figure that nobody can read any more is left out: no node reads the database for this one by now.
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(figures.Last("bousai.dispatch.oldest_unsent.age", string.Empty) is null or > 60);
    }

    [Fact]
    public async Task FromTelegramToDevice_EverySpanIsTold_WithIdsAlone()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber(await hub.PushKeyAsync());
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        var telegram = await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await hub.SubscribeAsync(device, (await desks.Author.ProposalAsync()).GetProperty("areas")[0].GetString()!);
        var released = await desks.IssueDraftAsync(now);
        await device.NextAsync(TimeSpan.FromSeconds(20));
        await Eventually.TrueAsync(() => Task.FromResult(spans.Any(span => span.OperationName == "dispatch.page")), "the page's span has ended");

        Assert.Contains(spans, span => span.OperationName == "telegram.receive" && Equals(span.GetTagItem("bousai.telegram.id"), telegram.TelegramId));
        var workedOut = Assert.Single(spans, span => span.OperationName == "telegram.work_out");
        Assert.Contains(spans, span => span.OperationName == "commit" && span.ParentSpanId == workedOut.SpanId && span.GetTagItem("bousai.sequence") is long);
        var release = Assert.Single(spans, span => span.OperationName == "order.release");
        Assert.Equal(released.GetProperty("decisionId").GetGuid(), release.GetTagItem("bousai.decision.id"));
        Assert.Contains(spans, span => span.OperationName == "dispatch.plan");
        Assert.Equal(1, Assert.Single(spans, span => span.OperationName == "dispatch.page").GetTagItem("bousai.recipients"));
        Assert.All(spans.SelectMany(span => span.TagObjects), tag => Assert.True(
            tag.Value is Guid or int or long || tag.Key is "outcome" or "error.type", $"{tag.Key} = {tag.Value}"));
    }

    /// <summary>Listens to the meter of the hub as an exporter does, ten times a second.</summary>
    private sealed class Figures : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<Told> _told = [];
        private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);

        public Figures()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Source)
                {
                    _instruments[instrument.Name] = instrument;
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<Instrument> Instruments => _instruments.Values;

        public IEnumerable<string> Tags => _told.SelectMany(told => told.Keys).Distinct();

        public double Sum(string name, string tags) => _told.Where(told => told.Is(name, tags)).Sum(told => told.Value);

        public int Count(string name, string tags) => _told.Count(told => told.Is(name, tags));

        /// <summary>What the instrument says now; <see langword="null"/> when it says nothing.</summary>
        public double? Last(string name, string tags)
        {
            var before = _told.Count;
            _listener.RecordObservableInstruments();
            return _told.Skip(before).LastOrDefault(told => told.Is(name, tags))?.Value;
        }

        public void Dispose() => _listener.Dispose();

        private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray();
            _told.Enqueue(new Told(instrument.Name, string.Join(',', all.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)), [.. all.Select(tag => tag.Key)], value));
        }

        private sealed record Told(string Name, string Tags, string[] Keys, double Value)
        {
            public bool Is(string name, string tags) => Name == name && Tags == tags;
        }
    }
}

/// <summary>Instruments and spans are of the whole process: no other hub runs beside these.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Telemetry
{
    public const string Name = "telemetry";
}
