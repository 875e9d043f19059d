using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Shelters;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Looks at everything that a decision rests on, at one moment, and has its consequences worked out.</summary>
internal sealed class PictureMaker(
    BousaiDbContext db, WarningDesk warnings, GaugeBook gauges, SourceWatch sources, AudienceIndex audience, ShelterDesk shelters, WardPack pack, TimeProvider clock)
{
    /// <summary>A count of subscribers is worth this much waiting, and no decision waits for it longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The picture as of now.</summary>
    public async Task<DecisionPicture> DrawAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var knowledge = await sources.JudgeAsync(db, cancellationToken);
        return Consequence.Draw(proposal, pack, new Sighting(
            now,
            await WithForecastsAsync(await warnings.ProposingAsync(now, cancellationToken), cancellationToken),
            await gauges.ReadAsync(now, cancellationToken),
            knowledge.State,
            knowledge.AsOf,
            await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued || order.Id == proposal.OrderId).OrderBy(order => order.IssuedAt).ToListAsync(cancellationToken),
            await audience.CountAsync(proposal.Measure, Patience, cancellationToken),
            await shelters.ReadAsync(cancellationToken)));
    }

    /// <summary>What was kept with the decision; before one, while there is something to decide, the picture as of now.</summary>
    /// <returns><see langword="null"/> where neither is.</returns>
    public async Task<DecisionPicture?> ForAsync(Proposal proposal, CancellationToken cancellationToken) =>
        proposal.AtDecision
        ?? (proposal.State is ProposalState.Draft or ProposalState.Submitted or ProposalState.Returned ? await DrawAsync(proposal, cancellationToken) : null);

    /// <summary>A flood forecast has no CriteriaPeriod but water levels by the hour: the earliest for each level is its period.</summary>
    private async Task<IReadOnlyList<HazardWarning>> WithForecastsAsync(IReadOnlyList<HazardWarning> inForce, CancellationToken cancellationToken)
    {
        List<HazardWarning> all = [];
        foreach (var warning in inForce)
        {
            all.Add(warning is { Phenomenon: "flood", Periods.Count: 0 }
                ? warning with { Periods = await ForecastAsync(warning.TelegramId, cancellationToken) }
                : warning);
        }

        return all;
    }

    private async Task<IReadOnlyList<WarningPeriod>> ForecastAsync(Guid telegramId, CancellationToken cancellationToken)
    {
        var octets = await db.Telegrams.AsNoTracking().Where(telegram => telegram.Id == telegramId).Select(telegram => telegram.Octets).FirstOrDefaultAsync(cancellationToken);
        return octets is not null && JmaTelegramReader.Read(octets).TryGet(out var telegram, out _) && telegram.Facts is FloodForecastFacts facts
            ? [.. FloodExpectations.For(facts, pack.Ward.Codes).Select(expected => new WarningPeriod($"水位の観測・予測でレベル{expected.Level}相当", expected.Level, expected.At, null))]
            : [];
    }
}
