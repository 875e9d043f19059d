using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Orders made the only way there is: by a released proposal.</summary>
internal static class Orders
{
    public static Order Issue(Measure measure, params Order[] inForce)
    {
        Assert.True(Apply(measure, inForce).TryGet(out var change, out _));
        return change.Order;
    }

    public static Outcome<OrderChange> Apply(Measure measure, params Order[] inForce) =>
        OrderBook.Apply(Proposals.In(ProposalState.Released, measure), inForce, Guid.NewGuid());

    public static Outcome<OrderChange> Lift(Order order, params Order[] inForce)
    {
        Assert.True(Proposal.ToLift(Guid.NewGuid(), order, Proposals.Submitter, "水位が下がった", Proposals.At).TryGet(out var lift, out _));
        Assert.Empty(Proposals.Try(lift, ProposalStep.Decide));
        Assert.Empty(Proposals.Try(lift, ProposalStep.Release));
        return OrderBook.Apply(lift, inForce, Guid.NewGuid());
    }

    /// <summary>Asks a change, has it decided and released, and applies it.</summary>
    public static Outcome<OrderChange> Change(Act act, Order order, Measure after, params Order[] inForce)
    {
        var change = Ask(act, order, after);
        Assert.Empty(Proposals.Try(change, ProposalStep.Decide));
        Assert.Empty(Proposals.Try(change, ProposalStep.Release));
        return OrderBook.Apply(change, inForce, Guid.NewGuid());
    }

    public static Proposal Ask(Act act, Order order, Measure after)
    {
        Assert.True(Proposal.ToChange(Guid.NewGuid(), act, order, after, null, Proposals.Submitter, "水位が下がった", Proposals.At).TryGet(out var asked, out var refusal), refusal?.Code);
        return asked;
    }

    public static string AreasOf(Order order) => string.Join(' ', order.Measure.Areas);
}
