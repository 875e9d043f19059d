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
    public IReadOnlyList<string> Watched { get; } = GaugeConditions.Stations(pack.Criteria);

    /// <summary>What they say now.</summary>
    public async Task<IReadOnlyDictionary<string, GaugeJudgement>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Judge(await RecentAsync(now, cancellationToken), now);

    /// <summary>What they say by some readings.</summary>
    public IReadOnlyDictionary<string, GaugeJudgement> Judge(IReadOnlyList<GaugeReading> readings, DateTimeOffset now) =>
        GaugeConditions.Now(ByStation(readings), now, options.Value.Limits);

    /// <summary>What they last said.</summary>
    public IReadOnlyDictionary<string, GaugeJudgement> LastKnown(IReadOnlyList<GaugeReading> readings) =>
        GaugeConditions.LastKnown(ByStation(readings), options.Value.Limits);

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

    private Dictionary<string, List<GaugeObservation>> ByStation(IReadOnlyList<GaugeReading> readings) => Watched.ToDictionary(
        id => id,
        id => readings.Where(reading => reading.StationId == id).Select(reading => new GaugeObservation(reading.ObservedAt, reading.LevelMeters)).ToList(),
        StringComparer.Ordinal);
}
