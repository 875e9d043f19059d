using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a released proposal does to the orders in force. The latest decision stands, per area and cause (design rule 13).</summary>
public static class OrderBook
{
    /// <summary>Applies a released proposal.</summary>
    /// <param name="proposal">A proposal in state Released; anything else is a defect.</param>
    /// <param name="inForce">Every order in force; for the correction of an end the ended one too.</param>
    /// <param name="newOrderId">Identity for an order that has to be made.</param>
    /// <returns>The order that people are told about and the others that gave areas up to it, or
    /// <c>evacuation.higher-in-force</c>, <c>evacuation.actions-differ</c>,
    /// <c>evacuation.order-ended</c>, <c>evacuation.order-changed</c>.</returns>
    /// <remarks>A refusal changes nothing.</remarks>
    public static Outcome<OrderChange> Apply(Proposal proposal, IReadOnlyList<Order> inForce, Guid newOrderId)
    {
        if (proposal is not { State: ProposalState.Released, Decision: { } decision, ReleasedAt: { } at })
        {
            throw new InvalidOperationException("Only a decided and released proposal has an effect.");
        }

        return Do(proposal, decision.Id, at, inForce, newOrderId);
    }

    /// <summary>What would be in force after a release, before anybody decided.</summary>
    /// <param name="proposal">The proposal, in whatever state.</param>
    /// <param name="inForce">Copies of the same: they are changed.</param>
    /// <param name="at">Now.</param>
    /// <returns>The orders in force afterwards, or the refusal of <see cref="Apply"/>.</returns>
    public static Outcome<IReadOnlyList<Order>> Foresee(Proposal proposal, IReadOnlyList<Order> inForce, DateTimeOffset at)
    {
        if (!Do(proposal, Guid.Empty, at, inForce, Guid.Empty).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        IEnumerable<Order> after = change.IsNew ? [.. inForce, change.Order] : inForce;
        return after.Where(order => order.IsInForce).ToList();
    }

    private static Outcome<OrderChange> Do(
        Proposal proposal, Guid decisionId, DateTimeOffset at, IReadOnlyList<Order> inForce, Guid newOrderId)
    {
        if (proposal.Act == Act.Issue)
        {
            return Issue(proposal.Measure, decisionId, at, inForce, newOrderId);
        }

        if (inForce.FirstOrDefault(each => each.Id == proposal.OrderId) is not { } order || !order.Takes(proposal.Act, at))
        {
            return EvacuationRefusals.OrderEnded;
        }

        // People would be told of what does not hold any more.
        return order.Version == proposal.OrderVersion
            ? Change(proposal, order, decisionId, at, [.. inForce.Where(other => other != order)], newOrderId)
            : EvacuationRefusals.OrderChanged;
    }

    private static Outcome<OrderChange> Issue(
        Measure measure, Guid decisionId, DateTimeOffset at, IReadOnlyList<Order> inForce, Guid newOrderId)
    {
        if (Obstacle(measure, inForce) is { } refusal)
        {
            return refusal;
        }

        var same = SameKey(measure, inForce).ToList();
        var raised = same.Find(order => !order.Measure.Areas.Except(measure.Areas, StringComparer.Ordinal).Any());
        var gaveUp = same.Where(order => order != raised).Select(order => order.GiveUp(measure.Areas, at)).ToList();
        var told = raised?.Update(measure, decisionId, at) ?? Order.Issue(newOrderId, measure, decisionId, at);
        return new OrderChange(told, raised is null, gaveUp);
    }

    private static Outcome<OrderChange> Change(
        Proposal proposal, Order order, Guid decisionId, DateTimeOffset at, IReadOnlyList<Order> others, Guid newOrderId)
    {
        var measure = proposal.Measure;
        if (!proposal.Act.Ends() && Obstacle(measure, others) is { } refusal)
        {
            return refusal;
        }

        switch (proposal.Act)
        {
            case Act.Void:
                return new OrderChange(order.End(OrderState.Corrected, decisionId, at), false, []);
            case Act.Lift or Act.Lower when order.Measure.Areas.Count > measure.Areas.Count:
                var part = order.Split(newOrderId, measure.Areas, at);
                return new OrderChange(Take(part), true, [order]);
            case Act.Lift or Act.Lower:
                return new OrderChange(Take(order), false, []);
            case Act.Update or Act.Correct:
                return new OrderChange(
                    order.Update(measure, decisionId, at), false, [.. SameKey(measure, others).Select(other => other.GiveUp(measure.Areas, at))]);
            default:
                throw new InvalidOperationException($"{proposal.Act} changes no order.");
        }

        Order Take(Order taken) => proposal.Act == Act.Lift
            ? taken.End(OrderState.Lifted, decisionId, at)
            : taken.Update(measure, decisionId, at);
    }

    /// <summary>What stands in the way of a measure among the orders that it does not replace itself.</summary>
    private static Refusal? Obstacle(Measure measure, IReadOnlyList<Order> others) =>
        others.Any(other => !other.Measure.SharesKeyWith(measure) && other.Measure.Action != measure.Action && other.Measure.Overlap(measure).Count > 0)
            ? EvacuationRefusals.ActionsDiffer
            : SameKey(measure, others).Any(other => other.Measure.Level > measure.Level) ? EvacuationRefusals.HigherInForce : null;

    private static IEnumerable<Order> SameKey(Measure measure, IReadOnlyList<Order> orders) => orders
        .Where(order => order.Measure.SharesKeyWith(measure) && order.Measure.Overlap(measure).Count > 0)
        .OrderBy(order => order.IssuedAt);
}

/// <summary>The effect of one release on the orders.</summary>
/// <param name="Order">The order that people are told about.</param>
/// <param name="IsNew">Whether it was made by this release.</param>
/// <param name="GaveUpAreas">Other orders for the same hazard and cause whose areas went over to it.</param>
public sealed record OrderChange(Order Order, bool IsNew, IReadOnlyList<Order> GaveUpAreas);
