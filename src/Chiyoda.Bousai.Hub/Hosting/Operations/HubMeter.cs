using System.Diagnostics.Metrics;
using System.Globalization;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Infrastructure.Operations;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>
/// Figures of the whole deployment, from the last reading of its database: every node says the same, so take the highest, not the sum.
/// The figures of this node alone are marked so.
/// </summary>
internal sealed class HubMeter
{
    private readonly OperationsWatch _watch;
    private readonly TimeProvider _clock;

    public HubMeter(IMeterFactory factory, OperationsWatch watch, LivePresence presence, TimeProvider clock, IServiceProvider services)
    {
        (_watch, _clock) = (watch, clock);
        var meter = factory.Create(BousaiTelemetry.Name);
        meter.CreateObservableGauge("bousai.chronology.sequence", () => One(last => last.HeadSequence), "{entry}", "Highest sequence of the chronology");
        meter.CreateObservableGauge("bousai.dispatch.oldest_unsent.age", () => One(last => Age(last.UnsentSince)), "s", "How long the oldest dispatch is on its way that is not closed; 0 when all are out");
        meter.CreateObservableGauge("bousai.dispatch.held", () => One(last => last.HeldDispatches), "{dispatch}", "Dispatches that wait for a person");
        meter.CreateObservableGauge("bousai.sources.silent", () => One(last => last.Sources.Count(source => source.State != KnowledgeState.Known)), "{source}", "Required sources that are not heard");
        meter.CreateObservableGauge("bousai.source.silence", Silence, "s", "Time since a source was last heard; a source that never was is left out");
        meter.CreateObservableGauge("bousai.telegrams.waiting", () => One(last => last.TelegramsWaiting), "{telegram}", "Telegrams that are stored and not worked out");
        meter.CreateObservableGauge("bousai.proposals.open", Proposals, "{proposal}", "Proposals that wait for a person, by state");
        meter.CreateObservableUpDownCounter("bousai.live.connections", () => presence.PublicConnections, "{connection}", "Public pages that hold a connection to this node");
        if (services.GetService<Backplane>() is { } ring)
        {
            meter.CreateObservableGauge("bousai.ring.up", () => ring.IsUp ? 1 : 0, "1", "Whether this node hears and rings the others over Redis");
        }
    }

    private IEnumerable<Measurement<T>> One<T>(Func<OperationsSnapshot, T> figure)
        where T : struct => _watch.Last is { } last ? [new Measurement<T>(figure(last))] : [];

    private IEnumerable<Measurement<double>> Silence() => _watch.Last is { } last
        ? [.. last.Sources.Where(source => source.HeardAt is not null)
            .Select(source => new Measurement<double>(Age(source.HeardAt), new KeyValuePair<string, object?>("source", source.Id)))]
        : [];

    private IEnumerable<Measurement<int>> Proposals() => _watch.Last is { } last
        ? [.. last.OpenProposals.Select(open => new Measurement<int>(
            open.Value, new KeyValuePair<string, object?>("state", open.Key.ToString().ToLower(CultureInfo.InvariantCulture))))]
        : [];

    private double Age(DateTimeOffset? since) => since is { } then ? Math.Max(0, (_clock.GetUtcNow() - then).TotalSeconds) : 0;
}
