using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a released proposal does to the orders in force. The latest decision stands, per area and cause (design rule 13).</summary>
public static class OrderBook
{
    /// <summary>Applies a released proposal.</summary>
    /// <param name="proposal">A proposal in state Released; anything else is a defect.</param>
    /// <param name="inForce">Every order in force.</param>
    /// <param name="newOrderId">Identity for an order that has to be made.</param>
    /// <returns>The order that people are told about and the others that gave areas up to it, or
    /// <c>evacuation.higher-in-force</c>, <c>evacuation.actions-differ</c>,
    /// <c>evacuation.order-ended</c>, <c>evacuation.order-changed</c>.</returns>
    public static Outcome<OrderChange> Apply(Proposal proposal, IReadOnlyList<Order> inForce, Guid newOrderId)
    {
        if (proposal is not { State: ProposalState.Released, Decision: { } decision, ReleasedAt: { } at })
        {
            throw new InvalidOperationException("Only a decided and released proposal has an effect.");
        }

        return proposal.Act switch
        {
            Act.Issue => Issue(proposal.Measure, decision.Id, at, inForce, newOrderId),
            Act.Lift => Lift(proposal, decision.Id, at, inForce),
            _ => throw new InvalidOperationException($"No proposal for {proposal.Act} can be made yet."),
        };
    }

    private static Outcome<OrderChange> Issue(
        Measure measure, Guid decisionId, DateTimeOffset at, IReadOnlyList<Order> inForce, Guid newOrderId)
    {
        var overlapping = inForce.Where(order => order.Measure.Overlap(measure).Count > 0).ToList();
        var others = overlapping.Where(order => !order.Measure.SharesKeyWith(measure));
        if (others.Any(order => order.Measure.Action != measure.Action))
        {
            return EvacuationRefusals.ActionsDiffer;
        }

        var same = overlapping.Where(order => order.Measure.SharesKeyWith(measure)).OrderBy(order => order.IssuedAt).ToList();
        if (same.Any(order => order.Measure.Level > measure.Level))
        {
            return EvacuationRefusals.HigherInForce;
        }

        var raised = same.Find(order => !order.Measure.Areas.Except(measure.Areas, StringComparer.Ordinal).Any());
        var gaveUp = same.Where(order => order != raised).Select(order => order.GiveUp(measure.Areas, at)).ToList();
        var told = raised?.Update(measure, decisionId, at) ?? Order.Issue(newOrderId, measure, decisionId, at);
        return new OrderChange(told, raised is null, gaveUp);
    }

    private static Outcome<OrderChange> Lift(Proposal proposal, Guid decisionId, DateTimeOffset at, IReadOnlyList<Order> inForce)
    {
        var order = inForce.FirstOrDefault(order => order.Id == proposal.OrderId);
        if (order is null)
        {
            return EvacuationRefusals.OrderEnded;
        }

        if (order.IsInForce && !order.Measure.IsSameAs(proposal.Measure))
        {
            return EvacuationRefusals.OrderChanged;
        }

        return order.Lift(decisionId, at).TryGet(out var lifted, out var refusal)
            ? new OrderChange(lifted, false, [])
            : refusal;
    }
}

/// <summary>The effect of one release on the orders.</summary>
/// <param name="Order">The order that people are told about.</param>
/// <param name="IsNew">Whether it was made by this release.</param>
/// <param name="GaveUpAreas">Other orders for the same hazard and cause whose areas went over to it.</param>
public sealed record OrderChange(Order Order, bool IsNew, IReadOnlyList<Order> GaveUpAreas);
