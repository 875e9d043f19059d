using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>What the gauges say at which a criterion of the pack looks.</summary>
internal sealed class GaugeBook(BousaiDbContext db, WardPack pack, IOptions<GaugeOptions> options)
{
    /// <summary>What a judgement looks back at: its longest trend, and as long again.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromHours(2);

    /// <summary>The operators' ids of the stations.</summary>
    public IReadOnlyList<string> Watched { get; } =
        [.. pack.Criteria.Select(criterion => criterion.When).OfType<GaugeCondition>().Select(condition => condition.StationId).Distinct(StringComparer.Ordinal)];

    /// <summary>What they say now.</summary>
    public async Task<IReadOnlyDictionary<string, GaugeJudgement>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Judge(await RecentAsync(now, cancellationToken), now);

    /// <summary>What they say by some readings.</summary>
    public IReadOnlyDictionary<string, GaugeJudgement> Judge(IReadOnlyList<GaugeReading> readings, DateTimeOffset now) =>
        Watched.ToDictionary(id => id, id => GaugeJudgement.Of(Of(readings, id), now, options.Value.Limits), StringComparer.Ordinal);

    /// <summary>
    /// What they last said: a gauge that falls silent and comes back with the same level says nothing new, and what staff turned down does not
    /// come back by it.
    /// </summary>
    public IReadOnlyDictionary<string, GaugeJudgement> LastKnown(IReadOnlyList<GaugeReading> readings) => Watched.ToDictionary(
        id => id,
        id =>
        {
            var measured = Of(readings, id).Where(reading => reading.LevelMeters is not null).ToList();
            return GaugeJudgement.Of(measured, measured.Select(reading => reading.ObservedAt).DefaultIfEmpty().Max(), options.Value.Limits);
        },
        StringComparer.Ordinal);

    /// <summary>The readings that count.</summary>
    public async Task<IReadOnlyList<GaugeReading>> RecentAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Watched.Count == 0)
        {
            return [];
        }

        var since = now - LooksBack;
        return await db.GaugeReadings.AsNoTracking().Where(reading => Watched.Contains(reading.StationId) && reading.ObservedAt > since).ToListAsync(cancellationToken);
    }

    private static IEnumerable<GaugeObservation> Of(IReadOnlyList<GaugeReading> readings, string id) =>
        readings.Where(reading => reading.StationId == id).Select(reading => new GaugeObservation(reading.ObservedAt, reading.LevelMeters));
}
