using Chiyoda.Bousai.Domain.Backtests;
using Xunit;
using static Chiyoda.Bousai.Domain.Backtests.BackTestEventKind;

namespace Chiyoda.Bousai.Domain.Tests.Backtests;

/// <summary>A level of 3 or more to which nothing was proposed is missed, whatever the reason; it is told once per event.</summary>
public sealed class MissingALevelTests
{
    [Fact]
    public void NoCriterion_IsMissed_OncePerEvent()
    {
        var night = new Night().Says(0, 3).Says(60, 3).Says(120, 2).Says(180, 3).Says(181, 4);

        Assert.Equal([(0, Missed, null), (180, Missed, null), (181, Missed, null)], night.Told());
        Assert.All(night.Run(), missed => Assert.Equal(MissedReason.NoCriterion, missed.Reason));
        Assert.Equal([3, 3, 4], night.Run().Select(missed => missed.MissedLevel!.Value));
    }

    [Fact]
    public void ALaterEvent_IsToldThoughTheEarlierWasNeverLifted()
    {
        var oneEvent = (int)BackTest.OneEvent.TotalMinutes;
        var night = new Night().Says(0, 3).Says(oneEvent, 3).Says((2 * oneEvent) + 1, 3);

        Assert.Equal([0, (2 * oneEvent) + 1], night.Told().Select(missed => missed.Minute));
    }

    [Fact]
    public void ALevelComeToFromAbove_IsNotReachedAgain()
    {
        Assert.Equal([(0, Missed, null)], new Night().Says(0, 5).Says(10, 4).Says(20, 3).Told());
        Assert.Equal([(0, Missed, null), (30, Missed, null)], new Night().Says(0, 4).Says(10, 3).Says(20, null).Says(30, 3).Told());
    }

    [Fact]
    public void AStrongerCriterion_AnswersForTheWeaker() =>
        Assert.Equal([(0, Proposed, "four")], new Night().Proposes("three", 3, 3, ["a"]).Proposes("four", 4, 4, ["a"]).Says(0, 4).Told());

    [Fact]
    public void AStandingProposal_AnswersForAHigherLevel_WhereNoStrongerCriterionAsks() =>
        Assert.Equal([(0, Proposed, "three")], new Night().Proposes("three", 3, 3, ["a"]).Says(0, 3).Says(10, 4).Says(20, 3).Told());

    [Fact]
    public void ACriterionInWhosePlaceAnotherDraftStands_IsMissed()
    {
        var night = new Night().Proposes("four", 4, 4, ["a"]).Proposes("five", 5, 4, ["a"]).Says(0, 4).Says(10, 5);

        Assert.Equal([(0, Proposed, "four"), (10, Missed, "five")], night.Told());
        Assert.Equal(MissedReason.Superseded, night.Run()[^1].Reason);
    }

    [Fact]
    public void AnEmptyZone_IsMissed_BesideAnotherThatAnswers()
    {
        var night = new Night().Proposes("low", 4, 4, ["a"], "low").Proposes("none", 4, 4, [], "none").Says(0, 4).Says(10, null);

        Assert.Equal([(0, Proposed, "low"), (0, Missed, "none"), (10, Dropped, "low")], night.Told().OrderBy(told => told.Minute).ThenBy(told => told.Kind == Missed));
        Assert.Equal(MissedReason.EmptyZone, night.Run().Single(happened => happened.Kind == Missed).Reason);
    }

    [Fact]
    public void ACriterionThatNeverStopped_MissesTheNextEvent()
    {
        var next = (int)BackTest.OneEvent.TotalMinutes + 1;
        var night = new Night().Proposes("four", 4, 4, ["a"]).Says(0, 4).Says(next, 4);

        Assert.Equal([(0, Proposed, "four"), (next, Missed, "four")], night.Told());
        Assert.Equal(MissedReason.StillMatched, night.Run()[^1].Reason);
    }

    [Fact]
    public void LevelTwo_IsNothingToMiss() => Assert.Empty(new Night().Says(0, 2).Told());

    [Fact]
    public void Cancelled_Stops()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => new Night().Says(0, 4).RunUntil(stopped.Token));
    }
}
