using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Staff read the water gauges: level, and where it goes.</summary>
internal static class ListGauges
{
    /// <param name="Datum">What the levels are above.</param>
    /// <param name="Items">Every station that was read within a week.</param>
    public sealed record Response(string Datum, IReadOnlyList<Item> Items);

    /// <param name="StationId">The operator's id.</param>
    /// <param name="Name">The operator's name.</param>
    /// <param name="State">Known or unknown.</param>
    /// <param name="Reason">Why it is not known; <c>none</c> when it is.</param>
    /// <param name="ObservedAt">The newest reading, usable or not.</param>
    /// <param name="LevelMeters">Null when it is not known.</param>
    /// <param name="Condition">The operator's word about the newest reading.</param>
    /// <param name="Trends">Over 10, 30 and 60 minutes.</param>
    public sealed record Item(
        string StationId, string Name, KnowledgeState State, GaugeDoubt Reason, DateTimeOffset? ObservedAt, double? LevelMeters, string Condition, IReadOnlyList<Trend> Trends);

    /// <param name="OverMinutes">The span.</param>
    /// <param name="ChangeMeters">Null when it is not known.</param>
    /// <param name="Direction">In a word.</param>
    public sealed record Trend(int OverMinutes, double? ChangeMeters, GaugeDirection Direction);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, IOptions<GaugeOptions> options, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response("A.P.", await ReadAsync(db, options.Value, clock, cancellationToken)));

    public static async Task<IReadOnlyList<Item>> ReadAsync(BousaiDbContext db, GaugeOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        // The week tells which stations there are; two hours are what a judgement looks at.
        var now = clock.GetUtcNow();
        var newest = await db.GaugeReadings.AsNoTracking().GroupBy(reading => reading.StationId)
            .Select(group => new { StationId = group.Key, At = group.Max(reading => reading.ObservedAt) }).ToListAsync(cancellationToken);
        var since = now - TimeSpan.FromHours(2);
        var recent = (await db.GaugeReadings.AsNoTracking().Where(reading => reading.ObservedAt > since).ToListAsync(cancellationToken)).ToLookup(reading => reading.StationId);
        var items = new List<Item>();
        foreach (var station in newest.OrderBy(station => station.StationId, StringComparer.Ordinal))
        {
            var last = await db.GaugeReadings.AsNoTracking().SingleAsync(reading => reading.StationId == station.StationId && reading.ObservedAt == station.At, cancellationToken);
            var judgement = GaugeJudgement.Of(
                recent[station.StationId].Append(last).DistinctBy(reading => reading.ObservedAt).Select(reading => new GaugeObservation(reading.ObservedAt, reading.LevelMeters)), now, options.Limits);
            items.Add(new Item(
                station.StationId, last.Name, judgement.State, judgement.Reason, judgement.ObservedAt?.ToJapan(), judgement.LevelMeters, last.Condition,
                [.. judgement.Trends.Select(trend => new Trend((int)trend.Over.TotalMinutes, trend.ChangeMeters, trend.Direction))]));
        }

        return items;
    }
}
