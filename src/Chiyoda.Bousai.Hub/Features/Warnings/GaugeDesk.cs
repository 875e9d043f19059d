using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Gauges;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>Keeps readings of gauges, and in the same transaction what the criteria propose by them.</summary>
internal sealed class GaugeDesk(BousaiDbContext db, ReleaseTurn turn, WarningDesk warnings, ProposalMaker proposals, GaugeBook book, TimeProvider clock)
{
    /// <summary>What is older is not judged any more.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Keeps readings that are not there yet: the first that was said of a moment stands.</summary>
    public async Task KeepAsync(IReadOnlyList<GaugeReport> reports, CancellationToken cancellationToken)
    {
        var fresh = await FreshAsync(reports, cancellationToken);
        if (fresh.Any(reading => book.Watched.Contains(reading.StationId)))
        {
            await turn.TakeAsync(db, () => KeepInTurnAsync(reports, cancellationToken), cancellationToken);
        }
        else if (fresh.Count > 0)
        {
            db.AddRange(fresh);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <returns>How many proposals were made or dropped.</returns>
    private async Task<int> KeepInTurnAsync(IReadOnlyList<GaugeReport> reports, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var fresh = await FreshAsync(reports, cancellationToken);
        var stored = await book.RecentAsync(now, cancellationToken);
        db.AddRange(fresh);
        var inForce = await warnings.ProposingAsync(now, cancellationToken);
        var facts = await proposals.ProposeAsync(
            new Observed(inForce, book.LastKnown(stored)), new Observed(inForce, book.Judge([.. stored, .. fresh], now)), cancellationToken);
        if (facts.Count > 0)
        {
            await db.CommitAsync(facts, cancellationToken);
        }
        else
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return facts.Count;
    }

    private async Task<List<GaugeReading>> FreshAsync(IReadOnlyList<GaugeReport> reports, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (from, until) = (now - KeptFor, now + TimeSpan.FromDays(1));
        var known = (await db.GaugeReadings.AsNoTracking().Where(reading => reading.ObservedAt > from).Select(reading => new { reading.StationId, reading.ObservedAt }).ToListAsync(cancellationToken))
            .Select(reading => (reading.StationId, reading.ObservedAt.UtcTicks)).ToHashSet();
        return
        [
            .. reports.Where(report => report.ObservedAt > from && report.ObservedAt < until).DistinctBy(report => (report.StationId, report.ObservedAt.UtcTicks))
                .Where(report => !known.Contains((report.StationId, report.ObservedAt.UtcTicks)))
                .Select(report => new GaugeReading(report.StationId, report.ObservedAt)
                {
                    Name = report.Name,
                    LevelMeters = report.MeasuredMeters,
                    Condition = report.Condition,
                    ReceivedAt = now,
                }),
        ];
    }
}
