using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What a proposal would do to the orders in force if it were released now; it may be one that nobody saved yet.</summary>
/// <param name="Beside">Orders in force in some of the same areas; for what ends an order, all that stay in force after it, the rest of the same order too.</param>
/// <param name="Now">Orders of the same hazard and cause, or in the same areas, that are in force now.</param>
/// <param name="After">The same after the release; empty when it would be refused.</param>
/// <param name="Foreseen">Why a release would be refused as things stand; <see langword="null"/> when it would not.</param>
/// <param name="Cautions">What the releaser is asked again about.</param>
internal sealed record Outlook(
    IReadOnlyList<Order> Beside, IReadOnlyList<Measure> Now, IReadOnlyList<Measure> After, Refusal? Foreseen, IReadOnlyList<Caution> Cautions)
{
    public static async Task<Outlook> ReadAsync(Proposal proposal, BousaiDbContext db, WardPack pack, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var measure = proposal.Measure;
        bool Concerns(Measure other) => other.SharesKeyWith(measure) || other.Overlap(measure).Count > 0;
        var since = Domain.Evacuation.Cautions.Since(
            await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == proposal.OrderId, cancellationToken), now);
        var orders = await db.Orders.AsNoTracking()
            .Where(order => order.State == OrderState.Issued || order.EndedAt >= since)
            .ToListAsync(cancellationToken);
        var inForce = orders.Where(order => order.IsInForce).ToList();
        var before = inForce.Select(order => order.Measure).Where(Concerns).ToList();
        var cautions = Domain.Evacuation.Cautions.Of(proposal, orders, pack.Areas.Count, now);

        // Looking ahead changes what it looks at: copies of its own.
        var copies = await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued || order.Id == proposal.OrderId).ToListAsync(cancellationToken);
        Refusal? foreseen = null;
        var isOpen = proposal.State.IsOpen();
        IReadOnlyList<Order> left = isOpen && OrderBook.Foresee(proposal, copies, now).TryGet(out var foreseeable, out foreseen) ? foreseeable : [];
        var beside = proposal.Act.Ends() && isOpen && foreseen is null
            ? left
            : inForce.Where(order => proposal.Act.Ends() || (order.Id != proposal.OrderId && order.Measure.Overlap(measure).Count > 0));
        return new Outlook([.. beside], before, [.. left.Select(order => order.Measure).Where(Concerns)], foreseen, cautions);
    }
}
