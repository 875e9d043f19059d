using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Evacuation.Proposals;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Wrong sends that happened: the whole ward, the same twice, an order over a lift. The releaser is asked again.</summary>
public sealed class BeingAskedAgainTests
{
    [Theory]
    [InlineData("1 2", 3, false)]
    [InlineData("1 2 3", 3, true)]
    [InlineData("1 2 3 4 5 6 7 8 9", 10, true)]
    [InlineData("1 2 3 4 5 6 7 8", 10, false)]
    public void EveryArea_OrNearlyEvery_AsksAgain(string areas, int wardAreas, bool isAsked) =>
        Assert.Equal(isAsked, Cautions.Of(Draft(Measure(4, areas)), [], wardAreas, At).Contains(Caution.WholeWard));

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void TheSameWithinAMinute_AsksAgain_AndNeedsWords(int seconds, bool isAsked)
    {
        var order = Orders.Issue(Measure(4, "1"));

        var found = Cautions.Of(Draft(Measure(4, "1")), [order], 9, order.UpdatedAt.AddSeconds(seconds));

        Assert.Equal(isAsked, found.Contains(Caution.DuplicateSend));
        Assert.Equal(isAsked ? "evacuation.duplicate-send" : null, Cautions.Ask(found, [Caution.DuplicateSend], " ")?.Code);
        Assert.Null(Cautions.Ask(found, [Caution.DuplicateSend], "届いていない端末があるため"));
    }

    [Fact]
    public void AnotherLevelWithinAMinute_IsNoDuplicate() =>
        Assert.Empty(Cautions.Of(Draft(Measure(5, "1")), [Orders.Issue(Measure(4, "1"))], 9, At));

    [Theory]
    [InlineData("1 5", "river", 59, true)]
    [InlineData("1 5", "river", 60, false)]
    [InlineData("5", "river", 1, false)]
    [InlineData("1", "other", 1, false)]
    public void AnAreaLiftedInTheLastHour_AsksAgain(string areas, string cause, int minutes, bool isAsked)
    {
        var order = Orders.Issue(Measure(4, "1"));
        Assert.True(Orders.Lift(order, order).TryGet(out _, out _));

        var found = Cautions.Of(Draft(Measure(4, areas, cause)), [order], 9, order.EndedAt!.Value.AddMinutes(minutes));

        Assert.Equal(isAsked, found.Contains(Caution.ContradictsLift));
        Assert.Equal(isAsked ? "evacuation.contradicts-lift" : null, Cautions.Ask(found, [], string.Empty)?.Code);
        Assert.Null(Cautions.Ask(found, [Caution.ContradictsLift], string.Empty));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void ADecisionOfLongAgo_AsksAgain(int minutes, bool isAsked)
    {
        var decided = In(ProposalState.Decided, Measure(4, "1"));

        var found = Cautions.Of(decided, [], 9, decided.Decision!.At.AddMinutes(minutes));

        Assert.Equal(isAsked, found.Contains(Caution.OldDecision));
        Assert.Equal(isAsked ? "evacuation.old-decision" : null, Cautions.Ask(found, [], string.Empty)?.Code);
    }

    /// <summary>A left-over order from before a lowering would raise it again in silence.</summary>
    [Theory]
    [InlineData("1 5", "river", true)]
    [InlineData("5", "river", false)]
    [InlineData("1", "other", false)]
    public void AnOrderThatChangedAfterTheDecision_AsksAgain(string areas, string cause, bool isAsked)
    {
        var decided = Draft(Measure(5, areas, cause));
        Assert.Empty(Try(decided, ProposalStep.Submit));
        Assert.True(decided.Decide(decided.Version, Decision(At.AddMinutes(-1)) with { RecordedAt = At.AddMinutes(-1) }, Mayor).TryGet(out _, out _));
        var changed = Orders.Issue(Measure(4, "1"));

        Assert.Equal(isAsked, Cautions.Of(decided, [changed], 9, At.AddMinutes(2)).Contains(Caution.OldDecision));
    }

    /// <summary>取消 of a mistaken raise goes back to nothing: who wants the state before uses 訂正.</summary>
    [Fact]
    public void VoidingWhatChangedAnOrder_AsksAgain_AndNobodyDoesItAlone()
    {
        var order = Orders.Issue(Measure(3, "1"));
        Assert.True(Orders.Apply(Measure(4, "1"), order).TryGet(out _, out _));
        var asked = Orders.Ask(Act.Void, order, order.Measure);

        Assert.Equal([Caution.VoidsWhatStood], Cautions.Of(asked, [order], 9, At));
        Assert.Equal("evacuation.voids-what-stood", Cautions.Ask([Caution.VoidsWhatStood], [], string.Empty)?.Code);
        Assert.Empty(Try(asked, ProposalStep.Decide));
        Assert.False(asked.ReleaseAlone(asked.Version, Submitter, "ほかにいない", isAlone: true, Cautions.Of(asked, [order], 9, At), At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.break-glass-not-for-this", refusal.Code);
    }

    /// <summary>What was lowered or taken over in error would be left without any order by voiding it.</summary>
    [Fact]
    public void VoidingAPartThatWasLowered_AsksAgain()
    {
        var order = Orders.Issue(Measure(5, "1 2"));
        Assert.True(Orders.Change(Act.Lower, order, Measure(4, "2"), order).TryGet(out var lowered, out _));

        var cautions = Cautions.Of(Orders.Ask(Act.Void, lowered.Order, lowered.Order.Measure), [order, lowered.Order], 9, At);

        Assert.Equal([Caution.VoidsWhatStood], cautions);
    }

    [Theory]
    [InlineData(Act.Void, "2", true)]
    [InlineData(Act.Correct, "2", true)]
    [InlineData(Act.Correct, "1 2 5", false)]
    public void TakingBackWhatTookAreasOver_AsksAgain_AlsoAfterTheOtherChanged(Act act, string areas, bool isAsked)
    {
        var stood = Issued(Measure(3, "1 2 3"), At.AddMinutes(-10));
        var taker = Issued(Measure(4, "1 2"), At.AddMinutes(-5), stood);
        Assert.True(Orders.Change(Act.Update, stood, Measure(3, "3 4"), stood, taker).TryGet(out _, out _));

        var asked = Orders.Ask(act, taker, act == Act.Void ? taker.Measure : Measure(4, areas));

        Assert.Equal(isAsked, Cautions.Of(asked, [stood, taker], 9, At).Contains(Caution.VoidsWhatStood));
    }

    private static Order Issued(Measure measure, DateTimeOffset at, params Order[] inForce)
    {
        var decided = In(ProposalState.Decided, measure);
        Assert.True(decided.Release(decided.Version, Releaser, at).TryGet(out _, out _));
        Assert.True(OrderBook.Apply(decided, inForce, Guid.NewGuid()).TryGet(out var change, out _));
        return change.Order;
    }

    [Fact]
    public void OldOrdersAreLookedAt_FromTheBeginningOfTheOneThatIsChanged()
    {
        var order = Orders.Issue(Measure(4, "1"));

        Assert.Equal(order.IssuedAt, Cautions.Since(order, order.IssuedAt.AddHours(5)));
        Assert.Equal(order.IssuedAt - TimeSpan.FromMinutes(50), Cautions.Since(order, order.IssuedAt.AddMinutes(10)));
        Assert.Equal(At - Cautions.LiftedWithin, Cautions.Since(null, At));
    }

    [Fact]
    public void CorrectingALift_IsNoContradictionToIt()
    {
        var order = Orders.Issue(Measure(4, "1"));
        Orders.Lift(order, order);

        Assert.Empty(Cautions.Of(Orders.Ask(Act.Correct, order, order.Measure), [order], 9, order.EndedAt!.Value.AddMinutes(5)));
    }

    /// <summary>A lift left over from the evening would end at night what protects.</summary>
    [Theory]
    [InlineData(Act.Lift)]
    [InlineData(Act.Void)]
    public void EndingOnADecisionOfLongAgo_AsksAgain(Act act)
    {
        var order = Orders.Issue(Measure(4, "1"));
        var asked = Orders.Ask(act, order, order.Measure);
        Assert.Empty(Try(asked, ProposalStep.Decide));

        Assert.Equal([Caution.OldDecision], Cautions.Of(asked, [order], 9, asked.Decision!.At.AddMinutes(61)));
    }

    [Fact]
    public void EndingAnOrder_OnAFreshDecision_IsNotAskedAgain()
    {
        var order = Orders.Issue(Measure(4, "1"));

        Assert.Empty(Cautions.Of(Orders.Ask(Act.Lift, order, order.Measure), [order], 1, At));
        Assert.Empty(Cautions.Of(Orders.Ask(Act.Void, order, order.Measure), [order], 1, At));
    }
}
