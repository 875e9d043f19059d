using Chiyoda.Bousai.Domain.Evacuation;
using CsCheck;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Lower, lift a part, update, correct, void: each does one thing to the orders, and nothing else.</summary>
public sealed class ChangingAnOrderTests
{
    [Fact]
    public void LoweringTheWhole_KeepsTheOrder_AtTheLowerLevel()
    {
        var order = Orders.Issue(Measure(5, "1 2"));

        Assert.True(Orders.Change(Act.Lower, order, Measure(4, "1 2"), order).TryGet(out var change, out _));

        Assert.Same(order, change.Order);
        Assert.Equal((4, 2, true, false), (order.Measure.Level, order.Version, order.IsInForce, change.IsNew));
        Assert.Empty(change.GaveUpAreas);
    }

    [Fact]
    public void LoweringAPart_MakesAnOrderOfIt_TheRestKeepsItsLevelAndItsDecision()
    {
        var order = Orders.Issue(Measure(4, "1 2 3"));
        var decision = order.DecisionId;

        Assert.True(Orders.Change(Act.Lower, order, Measure(3, "2"), order).TryGet(out var change, out _));

        Assert.True(change.IsNew);
        Assert.Equal((3, "2", 1, order.Id), (change.Order.Measure.Level, Orders.AreasOf(change.Order), change.Order.Version, change.Order.FollowsId));
        Assert.Same(order, Assert.Single(change.GaveUpAreas));
        Assert.Equal((4, "1 3", true, decision), (order.Measure.Level, Orders.AreasOf(order), order.IsInForce, order.DecisionId));
    }

    [Fact]
    public void LiftingAPart_EndsThatPartOnly()
    {
        var order = Orders.Issue(Measure(4, "1 2 3"));

        Assert.True(Orders.Change(Act.Lift, order, Measure(4, "1 3"), order).TryGet(out var change, out _));

        Assert.Equal((OrderState.Lifted, "1 3", 1), (change.Order.State, Orders.AreasOf(change.Order), change.Order.Version));
        Assert.Equal((true, "2"), (order.IsInForce, Orders.AreasOf(order)));
    }

    /// <summary>宮古島: the lift itself was the error. The same order stands again, so that who heard of its end hears of it first.</summary>
    [Theory]
    [InlineData(Act.Lift, OrderState.Lifted)]
    [InlineData(Act.Void, OrderState.Corrected)]
    public void AnEndThatWasWrong_IsCorrected_AndTheOrderStandsAgain(Act end, OrderState ended)
    {
        var order = Orders.Issue(Measure(4, "1 2"));
        var lower = Orders.Issue(Measure(3, "5"), order);
        Assert.True(Orders.Change(end, order, order.Measure, order, lower).TryGet(out _, out _));
        Assert.Equal(ended, order.State);

        Assert.True(Orders.Change(Act.Correct, order, order.Measure, order, lower).TryGet(out var change, out _));

        Assert.Same(order, change.Order);
        Assert.Equal((OrderState.Issued, 3, null, false), (order.State, order.Version, order.EndedAt, change.IsNew));
        Assert.Equal("1 2", Orders.AreasOf(order));
    }

    [Fact]
    public void AnEnd_IsCorrectedWithinADay_AndTakesNoOtherAct()
    {
        var order = Orders.Issue(Measure(4, "1"));
        Orders.Lift(order, order);
        var over = order.EndedAt!.Value + Order.EndIsCorrectableFor;

        Assert.Equal([true, false], [order.Takes(Act.Correct, over), order.Takes(Act.Correct, over.AddSeconds(1))]);
        Assert.DoesNotContain(Enum.GetValues<Act>().Where(act => act != Act.Correct), act => order.Takes(act, over));
    }

    [Fact]
    public void WhatAnotherOrderTookOver_DoesNotComeBack()
    {
        var order = Orders.Issue(Measure(3, "1"));
        Orders.Issue(Measure(4, "1 2"), order);
        var replaced = Orders.Issue(Measure(3, "1"));
        Orders.Issue(Measure(4, "2"), replaced);
        var wide = Orders.Issue(Measure(4, "5"));
        Assert.True(Orders.Change(Act.Update, wide, Measure(4, "1 5"), wide, replaced).TryGet(out _, out _));

        Assert.Equal((OrderState.Replaced, false), (replaced.State, replaced.Takes(Act.Correct, At)));
    }

    [Fact]
    public void AnEndThatWasWrong_GivesWayToWhatIsHigherSince()
    {
        var order = Orders.Issue(Measure(3, "1"));
        Orders.Lift(order, order);
        var higher = Orders.Issue(Measure(4, "1"));

        Assert.False(Orders.Change(Act.Correct, order, order.Measure, order, higher).TryGet(out _, out var refusal));

        Assert.Equal(("evacuation.higher-in-force", OrderState.Lifted), (refusal.Code, order.State));
    }

    [Fact]
    public void Updating_WidensAndChangesTheAction_AndTakesOverLowerOnesOfTheSameKey()
    {
        var order = Orders.Issue(Measure(4, "1"));
        var lower = Orders.Issue(Measure(3, "2"), order);

        Assert.True(Orders.Change(Act.Update, order, Measure(4, "1 2", action: EvacuationAction.LeaveNow), order, lower).TryGet(out var change, out _));

        Assert.Same(order, change.Order);
        Assert.Equal((2, "1 2", EvacuationAction.LeaveNow), (order.Version, Orders.AreasOf(order), order.Measure.Action));
        Assert.Equal(OrderState.Replaced, lower.State);
    }

    [Fact]
    public void Correcting_PutsTheRightStatementInItsPlace_WhateverOfItWasWrong()
    {
        var order = Orders.Issue(Measure(4, "1 2"));

        Assert.True(Orders.Change(Act.Correct, order, Measure(3, "2 3"), order).TryGet(out var change, out _));

        Assert.Same(order, change.Order);
        Assert.Equal((3, "2 3", 2, true), (order.Measure.Level, Orders.AreasOf(order), order.Version, order.IsInForce));
    }

    [Fact]
    public void Voiding_EndsTheOrderAsCorrected_NeverAsLifted()
    {
        var order = Orders.Issue(Measure(4, "1 2"));

        Assert.True(Orders.Change(Act.Void, order, order.Measure, order).TryGet(out var change, out _));

        Assert.Equal((OrderState.Corrected, false), (change.Order.State, change.Order.IsInForce));
        Assert.NotNull(change.Order.EndedAt);
    }

    [Theory]
    [InlineData(Act.Lower, 4, "1", "river", "level-not-lower")]
    [InlineData(Act.Lower, 5, "1", "river", "level-not-lower")]
    [InlineData(Act.Lower, 3, "1 9", "river", "areas-outside")]
    [InlineData(Act.Lift, 4, "9", "river", "areas-outside")]
    [InlineData(Act.Update, 3, "1 2", "river", "level-changes")]
    [InlineData(Act.Update, 4, "1", "river", "areas-given-up")]
    [InlineData(Act.Update, 4, "1 2", "river", "nothing-changes")]
    [InlineData(Act.Correct, 4, "1 2", "river", "nothing-changes")]
    [InlineData(Act.Correct, 4, "1", "other", "other-key")]
    public void AnActThatDoesSomethingElse_IsNotThatAct(Act act, int level, string areas, string cause, string expected)
    {
        var order = Orders.Issue(Measure(4, "1 2"));

        Assert.False(Proposal.ToChange(Guid.NewGuid(), act, order, Measure(level, areas, cause), null, Submitter, "理由", At).TryGet(out _, out var refusal));

        Assert.Equal("evacuation." + expected, refusal.Code);
    }

    [Fact]
    public void NoAreas_IsNoChange() =>
        Assert.Equal("evacuation.areas-missing", ChangeRules.Refuse(Act.Lower, Measure(4, "1"), Measure(3) with { Areas = [] })?.Code);

    [Fact]
    public void AHazardWithoutLevels_CannotBeLowered()
    {
        var order = Orders.Issue(Measure(null, hazard: Hazard.Tsunami));

        Assert.False(Proposal.ToChange(Guid.NewGuid(), Act.Lower, order, order.Measure, null, Submitter, "理由", At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.level-not-lower", refusal.Code);
    }

    [Theory]
    [InlineData(Act.Lower)]
    [InlineData(Act.Lift)]
    [InlineData(Act.Update)]
    [InlineData(Act.Correct)]
    [InlineData(Act.Void)]
    public void AChangeAskedOnASupersededVersion_IsRefusedAtRelease_AndChangesNothing(Act act)
    {
        var order = Orders.Issue(Measure(4, "1 2"));
        var asked = Orders.Ask(act, order, After(act, order));
        Assert.True(Orders.Change(Act.Update, order, Measure(4, "1 2 3"), order).TryGet(out _, out _));
        Assert.Empty(Try(asked, ProposalStep.Decide));
        Assert.Empty(Try(asked, ProposalStep.Release));

        Assert.False(OrderBook.Apply(asked, [order], Guid.NewGuid()).TryGet(out _, out var refusal));

        Assert.Equal(("evacuation.order-changed", 2, "1 2 3"), (refusal.Code, order.Version, Orders.AreasOf(order)));
    }

    [Theory]
    [InlineData(Act.Lower)]
    [InlineData(Act.Update)]
    [InlineData(Act.Correct)]
    public void AChangeThatWouldShowTwoActionsInOneArea_IsRefused_AndChangesNothing(Act act)
    {
        var order = Orders.Issue(Measure(4, "1 2"));
        var beside = Orders.Issue(Measure(4, "1", "other"), order);

        Assert.False(Orders.Change(act, order, After(act, order) with { Action = EvacuationAction.LeaveNow }, order, beside).TryGet(out _, out var refusal));

        Assert.Equal(("evacuation.actions-differ", 1), (refusal.Code, order.Version));
    }

    [Theory]
    [InlineData(GroundAnswer.Yes, true, "", true)]
    [InlineData(GroundAnswer.DoesNotApply, true, "", true)]
    [InlineData(GroundAnswer.No, true, "", false)]
    [InlineData(GroundAnswer.Yes, false, "", false)]
    [InlineData(GroundAnswer.No, false, "区域を誤って広げていたため", true)]
    public void LiftAndLowering_AskTheirQuestions_OrWhyNot(GroundAnswer falling, bool hasAdvice, string whyNot, bool isTaken)
    {
        var order = Orders.Issue(Measure(4, "1 2"));
        var grounds = new EndingGrounds(falling, GroundAnswer.Yes, GroundAnswer.Yes, hasAdvice ? new Advice("気象台", At, "雨は弱まる") : null, whyNot);

        foreach (var act in new[] { Act.Lift, Act.Lower })
        {
            var asked = Proposal.ToChange(Guid.NewGuid(), act, order, After(act, order), grounds, Submitter, "理由", At);
            Assert.Equal(isTaken, asked.TryGet(out var proposal, out var refusal));
            Assert.Equal(isTaken ? null : "evacuation.grounds-missing", refusal?.Code);
            Assert.Equal(isTaken ? grounds : null, proposal?.Grounds);
        }
    }

    [Fact]
    public void Foreseeing_TellsWhatAReleaseWouldLeave_BeforeAnybodyDecided()
    {
        var order = Orders.Issue(Measure(4, "1 2 3"));
        var asked = Orders.Ask(Act.Lower, order, Measure(3, "2"));

        Assert.True(OrderBook.Foresee(asked, [order], At).TryGet(out var after, out _));

        Assert.Equal(["3:2", "4:1 3"], after.Select(each => $"{each.Measure.Level}:{Orders.AreasOf(each)}").Order());
        Assert.Equal(ProposalState.Submitted, asked.State);
    }

    /// <summary>Any sequence of all six acts leaves legal orders, and applying the same proposals again makes the same orders.</summary>
    [Fact]
    public void AnySequenceOfAllActs_LeavesOneOrderPerKeyAndOneActionPerArea_AndReplaysAlike()
    {
        var step = Gen.Select(Gen.Int[0, 5], Gen.Int[3, 5], Gen.Int[1, 15], Gen.Int[0, 1], Gen.Int[0, 1]);
        step.Array[1, 25].Sample(steps =>
        {
            var released = new List<(Proposal Proposal, Guid Id)>();
            var all = new List<Order>();
            foreach (var (kind, level, mask, cause, action) in steps)
            {
                Order[] inForce = [.. all.Where(order => order.IsInForce)];
                var areas = string.Join(' ', Enumerable.Range(0, 4).Where(bit => (mask >> bit & 1) == 1));
                if (Propose((Act)kind, Measure(level, areas, $"cause-{cause}", (EvacuationAction)action), inForce, mask) is not { } proposal)
                {
                    continue;
                }

                Try(proposal, ProposalStep.Submit);
                Assert.Empty(Try(proposal, ProposalStep.Decide));
                Assert.Empty(Try(proposal, ProposalStep.Release));
                var id = Guid.NewGuid();
                var image = Image(all);
                if (OrderBook.Apply(proposal, inForce, id).TryGet(out var change, out _))
                {
                    released.Add((proposal, id));
                    all.AddRange(change.IsNew ? [change.Order] : []);
                }
                else if (Image(all) != image)
                {
                    return false;
                }
            }

            var again = new List<Order>();
            foreach (var (proposal, id) in released)
            {
                Assert.True(OrderBook.Apply(proposal, [.. again.Where(order => order.IsInForce)], id).TryGet(out var change, out var refusal), refusal?.Code);
                again.AddRange(change.IsNew ? [change.Order] : []);
            }

            var held = all.Where(order => order.IsInForce).SelectMany(order => order.Measure.Areas.Select(area => (order.Measure, Area: area))).ToList();
            return all.TrueForAll(order => order.Measure.Areas.Count > 0)
                && held.GroupBy(one => (one.Measure.Hazard, one.Measure.Cause, one.Area)).All(key => key.Count() == 1)
                && held.GroupBy(one => one.Area).All(area => area.Select(one => one.Measure.Action).Distinct().Count() == 1)
                && Image(again) == Image(all);
        });
    }

    private static Proposal? Propose(Act act, Measure wanted, Order[] inForce, int pick)
    {
        if (act == Act.Issue)
        {
            return Draft(wanted);
        }

        if (inForce.Length == 0)
        {
            return null;
        }

        var order = inForce[pick % inForce.Length];
        var held = order.Measure;
        string[] inside = [.. held.Areas.Intersect(wanted.Areas)];
        var after = act switch
        {
            Act.Lift => held with { Areas = inside },
            Act.Void => held,
            Act.Lower => wanted with { Cause = held.Cause, Areas = inside },
            Act.Update => wanted with { Cause = held.Cause, Level = held.Level, Areas = [.. held.Areas.Union(wanted.Areas).Order(StringComparer.Ordinal)] },
            _ => wanted with { Cause = held.Cause },
        };
        return Proposal.ToChange(Guid.NewGuid(), act, order, after, null, Submitter, "理由", At).TryGet(out var proposal, out _) ? proposal : null;
    }

    private static string Image(IEnumerable<Order> orders) => string.Join(
        '\n', orders.Select(order => $"{order.Id} {order.Version} {order.State} {order.Measure.Cause} {order.Measure.Level} {order.Measure.Action} {Orders.AreasOf(order)} {order.DecisionId}"));

    private static Measure After(Act act, Order order) => act switch
    {
        Act.Lower => order.Measure with { Level = 3 },
        Act.Update => order.Measure with { Audience = Audience.Underground },
        Act.Correct => order.Measure with { Reason = "言い直し" },
        _ => order.Measure,
    };
}
