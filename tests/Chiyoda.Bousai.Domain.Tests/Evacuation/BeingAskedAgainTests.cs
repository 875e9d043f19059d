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
        Assert.False(asked.ReleaseAlone(asked.Version, Submitter, "ほかにいない", isAlone: true, At).TryGet(out _, out var refusal));
        Assert.Equal("evacuation.break-glass-not-for-this", refusal.Code);
    }

    [Fact]
    public void EndingAnOrder_IsNeverAskedAgain()
    {
        var order = Orders.Issue(Measure(4, "1"));

        Assert.Empty(Cautions.Of(Orders.Ask(Act.Lift, order, order.Measure), [order], 1, At));
        Assert.Empty(Cautions.Of(Orders.Ask(Act.Void, order, order.Measure), [order], 1, At));
    }
}
