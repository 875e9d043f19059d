using Chiyoda.Bousai.Domain.Evacuation;
using CsCheck;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>The latest decision stands, per area and cause; one action per area (design rule 13).</summary>
public sealed class ApplyingAReleaseToTheOrdersTests
{
    [Fact]
    public void IssueIntoNothing_MakesVersionOneInForce()
    {
        var proposal = In(ProposalState.Released, Measure(areas: "1 2"));
        var id = Guid.NewGuid();

        Assert.True(OrderBook.Apply(proposal, [], id).TryGet(out var change, out _));

        Assert.True(change.IsNew);
        Assert.Empty(change.GaveUpAreas);
        Assert.Equal((id, 1, OrderState.Issued, true), (change.Order.Id, change.Order.Version, change.Order.State, change.Order.IsInForce));
        Assert.Equal((proposal.Decision!.Id, proposal.ReleasedAt), (change.Order.DecisionId, change.Order.IssuedAt));
        Assert.Null(change.Order.EndedAt);
    }

    [Theory]
    [InlineData("1 2", "1 2")]
    [InlineData("1", "1 2")]
    public void RaiseOverAllItsAreas_KeepsTheOrder_WithOneVersionMore(string before, string raisedTo)
    {
        var order = Orders.Issue(Measure(3, before));

        Assert.True(Orders.Apply(Measure(4, raisedTo), order).TryGet(out var change, out _));

        Assert.Same(order, change.Order);
        Assert.False(change.IsNew);
        Assert.Equal((2, 4, raisedTo), (order.Version, order.Measure.Level, Orders.AreasOf(order)));
    }

    [Fact]
    public void RaiseOfAPart_TakesThatPartOver_TheRestStaysAsItWas()
    {
        var order = Orders.Issue(Measure(3, "1 2 3"));

        Assert.True(Orders.Apply(Measure(4, "2 3 4"), order).TryGet(out var change, out _));

        Assert.True(change.IsNew);
        Assert.Equal("2 3 4", Orders.AreasOf(change.Order));
        Assert.Same(order, Assert.Single(change.GaveUpAreas));
        Assert.Equal((true, 3, "1", 2), (order.IsInForce, order.Measure.Level, Orders.AreasOf(order), order.Version));
    }

    [Fact]
    public void TakingOverSeveralOrders_EndsThoseWithNothingLeft()
    {
        var first = Orders.Issue(Measure(3, "1"));
        var second = Orders.Issue(Measure(3, "2"), first);

        Assert.True(Orders.Apply(Measure(4, "1 2 3"), first, second).TryGet(out var change, out _));

        Assert.Same(first, change.Order);
        Assert.Same(second, Assert.Single(change.GaveUpAreas));
        Assert.Equal((OrderState.Replaced, false), (second.State, second.IsInForce));
        Assert.NotNull(second.EndedAt);
        Assert.Equal("2", Orders.AreasOf(second));
    }

    [Theory]
    [InlineData("1 2")]
    [InlineData("2")]
    [InlineData("2 3")]
    public void LowerLevelWhileAHigherIsInForceInAnyArea_IsRefused_AndChangesNothing(string areas)
    {
        var order = Orders.Issue(Measure(4, "1 2"));

        Assert.False(Orders.Apply(Measure(3, areas), order).TryGet(out _, out var refusal));

        Assert.Equal("evacuation.higher-in-force", refusal.Code);
        Assert.Equal((1, 4, "1 2"), (order.Version, order.Measure.Level, Orders.AreasOf(order)));
    }

    [Fact]
    public void HigherLevelElsewhere_IsNoObstacle()
    {
        var order = Orders.Issue(Measure(4, "1"));

        Assert.True(Orders.Apply(Measure(3, "2"), order).TryGet(out var change, out _));
        Assert.True(change.IsNew);
        Assert.Equal(1, order.Version);
    }

    [Fact]
    public void DifferingActionForAnotherCauseInOneArea_IsRefused_AndChangesNothing()
    {
        var goUp = Orders.Issue(Measure(3, "1 2"));
        var sameCause = Orders.Issue(Measure(3, "3", "other", EvacuationAction.LeaveNow), goUp);

        Assert.False(Orders.Apply(Measure(4, "2 3", "other", EvacuationAction.LeaveNow), goUp, sameCause).TryGet(out _, out var refusal));

        Assert.Equal("evacuation.actions-differ", refusal.Code);
        Assert.Equal((1, 1), (goUp.Version, sameCause.Version));
        Assert.Equal("1 2", Orders.AreasOf(goUp));
    }

    [Fact]
    public void SameActionForAnotherCauseInOneArea_StandsBeside()
    {
        var river = Orders.Issue(Measure(4, "1"));

        Assert.True(Orders.Apply(Measure(3, "1", "other"), river).TryGet(out var change, out _));

        Assert.True(change.IsNew);
        Assert.True(river.IsInForce);
    }

    [Fact]
    public void SameCauseOfAnotherHazard_IsAnotherKey()
    {
        var river = Orders.Issue(Measure(4, "1"));

        Assert.True(Orders.Apply(Measure(3, "1", hazard: Hazard.InlandFlood), river).TryGet(out var change, out _));
        Assert.True(change.IsNew);
    }

    [Fact]
    public void Lift_EndsTheOrder_OnItsDecision_AndOnlyOnce()
    {
        var order = Orders.Issue(Measure(4, "1"));
        var other = Orders.Issue(Measure(4, "1", "other"), order);
        var issued = order.DecisionId;

        Assert.True(Orders.Lift(order, order, other).TryGet(out var change, out _));

        Assert.Same(order, change.Order);
        Assert.Equal((OrderState.Lifted, 2, false), (order.State, order.Version, order.IsInForce));
        Assert.NotNull(order.EndedAt);
        Assert.NotEqual(issued, order.DecisionId);
        Assert.True(other.IsInForce);
        Assert.False(Proposal.ToLift(Guid.NewGuid(), order, Submitter, "もう一度", At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.order-ended", refusal.Code);
    }

    [Fact]
    public void LiftDecidedTwice_SecondReleaseIsRefused()
    {
        var order = Orders.Issue(Measure());
        Assert.True(Proposal.ToLift(Guid.NewGuid(), order, Submitter, "水位が下がった", At).TryGet(out var second, out _));
        Assert.Empty(Try(second, ProposalStep.Decide));
        Assert.Empty(Try(second, ProposalStep.Release));
        Orders.Lift(order, order);

        Assert.False(OrderBook.Apply(second, [order], Guid.NewGuid()).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.order-ended", refusal.Code);
        Assert.False(OrderBook.Apply(second, [], Guid.NewGuid()).TryGet(out _, out refusal));
        Assert.Equal("evacuation.order-ended", refusal.Code);
    }

    [Fact]
    public void LiftAskedBeforeTheOrderChanged_IsRefused_SoThatNobodyHearsOfWhatDoesNotHold()
    {
        var order = Orders.Issue(Measure(3, "1 2"));
        Assert.True(Proposal.ToLift(Guid.NewGuid(), order, Submitter, "水位が下がった", At).TryGet(out var lift, out _));
        Orders.Issue(Measure(4, "2 3"), order);
        Assert.Empty(Try(lift, ProposalStep.Decide));
        Assert.Empty(Try(lift, ProposalStep.Release));

        Assert.False(OrderBook.Apply(lift, [order], Guid.NewGuid()).TryGet(out _, out var refusal));

        Assert.Equal("evacuation.order-changed", refusal.Code);
        Assert.True(order.IsInForce);
    }

    /// <summary>Any sequence of issues, lifts and corrections of lifts: one order per hazard, cause and area; one action per area; what is in force has areas.</summary>
    [Fact]
    public void AnySequence_LeavesOneOrderPerKeyAndOneActionPerArea()
    {
        var act = Gen.Select(Gen.Int[0, 3], Gen.Int[3, 5], Gen.Int[1, 15], Gen.Int[0, 1], Gen.Int[0, 1]);
        act.Array[1, 20].Sample(acts =>
        {
            var all = new List<Order>();
            foreach (var (kind, level, mask, cause, action) in acts)
            {
                Order[] inForce = [.. all.Where(order => order.IsInForce)];
                if (kind == 0 && inForce.Length > 0)
                {
                    Orders.Lift(inForce[mask % inForce.Length], inForce);
                    continue;
                }

                if (kind == 1 && all.Find(order => order.Takes(Act.Correct, At)) is { IsInForce: false } ended)
                {
                    Orders.Change(Act.Correct, ended, ended.Measure with { Level = level }, [.. inForce, ended]);
                    continue;
                }

                var areas = string.Join(' ', Enumerable.Range(0, 4).Where(bit => (mask >> bit & 1) == 1));
                if (Orders.Apply(Measure(level, areas, $"cause-{cause}", (EvacuationAction)action), inForce).TryGet(out var change, out _) && change.IsNew)
                {
                    all.Add(change.Order);
                }
            }

            var held = all.Where(order => order.IsInForce).SelectMany(order => order.Measure.Areas.Select(area => (order.Measure, Area: area))).ToList();
            return all.TrueForAll(order => order.Measure.Areas.Count > 0)
                && held.GroupBy(one => (one.Measure.Hazard, one.Measure.Cause, one.Area)).All(key => key.Count() == 1)
                && held.GroupBy(one => one.Area).All(area => area.Select(one => one.Measure.Action).Distinct().Count() == 1);
        });
    }
}
