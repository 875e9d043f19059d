using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Facilities;

/// <summary>Finds the round of calls that counts now, and how far it is.</summary>
internal static class CallRounds
{
    /// <summary>The newest round about an order. Who was called while it was a proposal was called: the order goes on with that list.</summary>
    public static async Task<CallSummary?> OfAsync(BousaiDbContext db, Order order, CancellationToken cancellationToken)
    {
        // A release makes or changes an order at one and the same moment, and releases go one at a time.
        var released = await db.Proposals.AsNoTracking()
            .Where(proposal => proposal.Act == Act.Issue && (proposal.ReleasedAt == order.IssuedAt || proposal.ReleasedAt == order.UpdatedAt))
            .Select(proposal => new { proposal.Id, proposal.ReleasedAt }).ToListAsync(cancellationToken);
        var proposals = released.ConvertAll(proposal => proposal.Id);
        var list = await db.CallLists.AsNoTracking().Where(row => row.About == order.Id || proposals.Contains(row.About))
            .OrderByDescending(row => row.MadeAt).FirstOrDefaultAsync(cancellationToken);
        return list is null
            ? null
            : new CallSummary(
                list, await TotalsAsync(db, list.Id, cancellationToken),
                list.Subject == CallSubject.Order ? list.OrderVersion == order.Version : released.Exists(proposal => proposal.Id == list.About && proposal.ReleasedAt == order.UpdatedAt));
    }

    /// <summary>The round about a proposal.</summary>
    public static async Task<CallSummary?> OfProposalAsync(BousaiDbContext db, Guid proposalId, CancellationToken cancellationToken) =>
        await db.CallLists.AsNoTracking().SingleOrDefaultAsync(row => row.About == proposalId, cancellationToken) is { } list
            ? new CallSummary(list, await TotalsAsync(db, list.Id, cancellationToken), IsCurrent: true)
            : null;

    /// <summary>A round that a criterion proposed.</summary>
    public static async Task<CallSummary?> OfCriterionAsync(BousaiDbContext db, Guid listId, CancellationToken cancellationToken) =>
        await db.CallLists.AsNoTracking().SingleOrDefaultAsync(row => row.Id == listId && row.Subject == CallSubject.Criterion, cancellationToken) is { } list
            ? new CallSummary(list, await TotalsAsync(db, list.Id, cancellationToken), IsCurrent: true)
            : null;

    public static async Task<CallTotals> TotalsAsync(BousaiDbContext db, Guid listId, CancellationToken cancellationToken)
    {
        var counts = await db.FacilityCalls.AsNoTracking().Where(call => call.ListId == listId)
            .GroupBy(call => call.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new CallTotals(
            counts.GetValueOrDefault(CallState.NotCalled), counts.GetValueOrDefault(CallState.Reached),
            counts.GetValueOrDefault(CallState.Absent), counts.GetValueOrDefault(CallState.Evacuated));
    }
}

/// <summary>How far the calls about an order or a proposal are.</summary>
/// <param name="List">The round.</param>
/// <param name="Totals">Its totals.</param>
/// <param name="IsCurrent">Whether it tells what holds now; an older round told what has changed since.</param>
internal sealed record CallSummary(CallList List, CallTotals Totals, bool IsCurrent);
