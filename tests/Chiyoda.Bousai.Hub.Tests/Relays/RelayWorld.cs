using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Hub.Tests.Relays;

/// <summary>A hub at a given hour in Japan, two people at its pages, and a push service on real sockets.</summary>
internal sealed partial class RelayWorld : IAsyncDisposable
{
    public const string Kanda = "kanda-river";

    /// <summary>飯田橋三丁目, on the Kanda River and on a slope.</summary>
    public const string Riverside = "13101001003";

    /// <summary>飯田橋一丁目, not by the river.</summary>
    public const string Elsewhere = "13101001001";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MovableClock _clock;
    private int _serial;

    private RelayWorld(MovableClock clock, RunningHub hub, LocalPushService push, Seat author, Seat releaser) =>
        (_clock, Hub, Push, Author, Releaser) = (clock, hub, push, author, releaser);

    public RunningHub Hub { get; }

    public LocalPushService Push { get; }

    public Seat Author { get; }

    public Seat Releaser { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <param name="hour">Hour in Japan at which the hub's clock stands.</param>
    /// <param name="pack">Another pack; <see langword="null"/> = the shipped one.</param>
    /// <param name="live">A verified pack makes it live.</param>
    /// <param name="data">A data directory to start again on.</param>
    public static async Task<RelayWorld> StartAsync(int hour = 12, string? pack = null, ConfigCopy? live = null, string? data = null)
    {
        var clock = new MovableClock();
        MoveTo(clock, hour);
        var push = await LocalPushService.StartAsync(new LocalPushServiceOptions { Clock = clock });
        var hub = await RunningHub.StartAsync(
            data,
            adjust: services => services.AddSingleton<TimeProvider>(clock),
            settings: new Dictionary<string, string?> { ["Relays:LookEvery"] = "00:00:00.200" }, live: live, pack: pack);
        return new RelayWorld(clock, hub, push, await Seat.TakeAsync(hub, "Recorder"), await Seat.TakeAsync(hub, "Releaser"));
    }

    public async Task MoveToAsync(int hour)
    {
        MoveTo(_clock, hour);
        await Hub.BeatAsync();
    }

    public void Advance(TimeSpan span) => _clock.Advance(span);

    /// <summary>07:00, with sources that vouch for what is in force.</summary>
    public async Task MorningAsync()
    {
        // Heard before the night is over: the first look of the morning may come at once.
        MoveTo(_clock, 6);
        Advance(TimeSpan.FromMinutes(59));
        await Hub.BeatAsync();
        await Hub.HeartbeatAsync(complete: true);
        Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Another node on the same data.</summary>
    public Task<RunningHub> StartAnotherNodeAsync() => RunningHub.StartAsync(
        Hub.DataDirectory, services => services.AddSingleton<TimeProvider>(_clock));

    /// <summary>A device that lets relays come as it chose.</summary>
    public async Task<Subscriber> SubscribeAsync(string area, string[]? relays = null, string language = "ja")
    {
        var subscriber = Push.NewSubscriber(await Hub.PushKeyAsync());
        using var answer = await PutAsync(subscriber, area, relays ?? [], language);
        answer.EnsureSuccessStatusCode();
        return subscriber;
    }

    public Task<HttpResponseMessage> PutAsync(Subscriber subscriber, string area, string[] relays, string language = "ja") =>
        Hub.Public.PutAsJsonAsync($"/api/v1/subscriptions/{Guid.NewGuid()}", new
        {
            endpoint = subscriber.Url.AbsoluteUri,
            keys = new { p256dh = subscriber.Keys.P256dh, auth = subscriber.Keys.Auth },
            places = new[] { new { area, relation = "works" } },
            language,
            orders = new[] { 3, 4, 5 },
            relays,
            notices = Array.Empty<string>(),
        });

    /// <summary>The way of a rule to being released, by two people.</summary>
    public async Task ReleaseRuleAsync(string rule = Kanda)
    {
        await SubmitAsync(Author, rule);
        await DecideAsync(Author, rule);
        var released = await ReleaseAsync(Releaser, rule);
        Assert.Contains("発効しました", released.Text, StringComparison.Ordinal);
    }

    public async Task<Screen> SubmitAsync(Seat seat, string rule) => await SendAsync(seat, rule, "Submit");

    public async Task<Screen> DecideAsync(Seat seat, string rule, string by = "mayor")
    {
        var now = Now.ToOffset(TimeSpan.FromHours(9));
        return await SendAsync(
            seat, rule, "Decide", ("by", by), ("means", "Meeting"), ("day", now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("time", now.ToString("HHmm", CultureInfo.InvariantCulture)), ("heardBy", "当直"), ("said", "この定めでよい"));
    }

    public async Task<Screen> ReleaseAsync(Seat seat, string rule) => await SendAsync(seat, rule, "Release", ("looked", "true"));

    public async Task<Screen> RevokeAsync(Seat seat, string rule, string reason = "文面を直すため") => await SendAsync(seat, rule, "Revoke", ("reason", reason));

    /// <summary>The part of the page that is about one rule.</summary>
    public async Task<Screen> RuleAsync(Seat seat, string rule)
    {
        var screen = await seat.GetAsync("/hq/relays");
        var section = Sections().Matches(screen.Html).FirstOrDefault(match => match.Groups[1].Value == rule)
            ?? throw new XunitException($"No rule {rule} on the page.");
        return screen with { Html = section.Value };
    }

    /// <summary>A flood forecast for the Kanda River, reported now.</summary>
    public async Task<Guid> FloodAsync(int? level, string infoType = "発表", string status = "通常", DateTimeOffset? at = null)
    {
        // A second apart, as telegrams of one stream are.
        _clock.Advance(TimeSpan.FromSeconds(1));
        var receipt = await Hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, level, at ?? Now, ++_serial, status, infoType));
        Assert.Equal("accepted", receipt.Outcome);
        return receipt.TelegramId;
    }

    /// <summary>The next message as the browser has it.</summary>
    public static async Task<Told> NextAsync(Subscriber device)
    {
        var push = await device.NextAsync(Patience);
        return new Told(JsonDocument.Parse(push.Text).RootElement.GetProperty("notification"), push);
    }

    /// <summary>Kinds of this capability in the chronology, in order.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync() =>
        [.. (await EntriesAsync()).Select(entry => entry.GetProperty("kind").GetString()!)];

    public async Task<IReadOnlyList<JsonElement>> EntriesAsync()
    {
        using var viewer = await Hub.SignInAsync("Viewer");
        return
        [
            .. (await viewer.GetAsync("/api/v1/chronology?after=0&limit=500")).GetProperty("items").EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString()!.StartsWith("relays.", StringComparison.Ordinal)),
        ];
    }

    public Task<IReadOnlyList<string>> ReadAsync(string sql) => TestDatabase.ReadAsync<string>(Hub.DataDirectory, sql);

    /// <summary>Waits until nothing is on its way, so that what did not come will not come.</summary>
    public Task QuietAsync() => Eventually.TrueAsync(
        async () => (await TestDatabase.ReadAsync<string>(
            Hub.DataDirectory, "SELECT Channel FROM dissemination_dispatches WHERE State IN ('Waiting', 'Sending')")).Count == 0,
        "every dispatch is closed");

    public async ValueTask DisposeAsync()
    {
        Author.Dispose();
        Releaser.Dispose();
        await Hub.DisposeAsync();
        await Push.DisposeAsync();
    }

    private async Task<Screen> SendAsync(Seat seat, string rule, string handler, params (string Name, string Value)[] typed) =>
        await seat.SendAsync(await RuleAsync(seat, rule), $"handler={handler}", typed);

    /// <summary>Ahead to the next such hour.</summary>
    private static void MoveTo(MovableClock clock, int hour)
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        var then = new DateTimeOffset(now.Date, now.Offset).AddHours(hour);
        clock.Advance((then > now ? then : then.AddDays(1)) - now);
    }

    [GeneratedRegex("<section id=\"([a-z-]+)\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Sections();
}

/// <summary>A message as it arrived.</summary>
/// <param name="Notification">What it shows.</param>
/// <param name="Push">How it came.</param>
internal sealed record Told(JsonElement Notification, ReceivedPush Push)
{
    public string Title => Notification.GetProperty("title").GetString()!;

    public string Body => Notification.GetProperty("body").GetString()!;

    public string Tag => Notification.GetProperty("tag").GetString()!;

    public JsonElement Data => Notification.GetProperty("data");
}
