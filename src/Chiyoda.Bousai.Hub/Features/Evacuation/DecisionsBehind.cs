using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Finds the released proposals whose decisions orders rest on: who decided, who submitted, who released.</summary>
internal static class DecisionsBehind
{
    /// <returns>By decision id.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Proposal>> ReadAsync(
        BousaiDbContext db, IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
        {
            return new Dictionary<Guid, Proposal>();
        }

        // A release makes or changes an order at one and the same moment, so the span of the orders holds every decision.
        var from = orders.Min(order => order.IssuedAt);
        var to = orders.Max(order => order.UpdatedAt);
        var released = await db.Proposals.AsNoTracking()
            .Where(proposal => proposal.State == ProposalState.Released && proposal.ReleasedAt >= from && proposal.ReleasedAt <= to)
            .ToListAsync(cancellationToken);
        return released.ToDictionary(proposal => proposal.Decision!.Id);
    }
}
