using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;
using static Chiyoda.Bousai.Domain.Backtests.BackTestEventKind;

namespace Chiyoda.Bousai.Domain.Tests.Backtests;

/// <summary>How long a proposal comes before its level, and whether it came late, early or twice.</summary>
public sealed class TimingAProposalTests
{
    [Fact]
    public void LeadTime_IsToTheEarliestExpectedTimeOfTheCriterionsLevel()
    {
        var proposed = Single(new Night().Proposes("four", 4, 4, ["a"]).Says(10, 4, [Expected(2, 0), Expected(4, 70), Expected(5, 130)]));

        Assert.Equal(new LeadTime(TimeSpan.FromMinutes(60), Night.Minute(70), LeadSource.WaterLevels), proposed.Lead);
    }

    [Fact]
    public void NothingStated_IsUnknown_NotZero()
    {
        Assert.Null(Single(new Night().Proposes("four", 4, 4, ["a"]).Says(10, 4)).Lead);
        Assert.Null(Single(new Night().Proposes("four", 4, 4, ["a"]).Says(10, 4, [Expected(3, 30)])).Lead);
    }

    [Fact]
    public void PeriodsOfAWarning_SayItToo()
    {
        WarningPeriod[] periods = [new("４時から", 4, Night.Minute(40), null), new("３時から", 3, Night.Minute(20), null), new("文だけ", null, null, null)];

        var proposed = Single(new Night().Proposes("four", 4, 4, ["a"]).Says(10, 4, periods: periods));

        Assert.Equal(new LeadTime(TimeSpan.FromMinutes(30), Night.Minute(40), LeadSource.CriteriaPeriod), proposed.Lead);
    }

    [Fact]
    public void ArrivalOfTheWater_GoesBeforeTheLevelAtAGauge()
    {
        var told = new Night().Proposes("five", 5, 4, ["a"]).Says(10, 5, [Expected(5, 0)], arrival: new WaterArrival(Night.Minute(190), 0.5m, 3m, null)).Run();

        Assert.Equal((new LeadTime(TimeSpan.FromMinutes(180), Night.Minute(190), LeadSource.FloodArrival), true), (Assert.Single(told).Lead, told[0].IsArrivalKnown));
    }

    [Fact]
    public void WaterOfWhichNoArrivalIsSaid_IsUnknown_NotZero()
    {
        var silent = Single(new Night().Proposes("five", 5, 4, ["a"]).Says(10, 5));
        var timeless = Single(new Night().Proposes("five", 5, 4, ["a"]).Says(10, 5, arrival: new WaterArrival(null, 0.5m, null, null)));

        Assert.Equal((null, false), (silent.Lead, silent.IsArrivalKnown));
        Assert.Equal((null, false), (timeless.Lead, timeless.IsArrivalKnown));
        Assert.Null(Single(new Night().Proposes("four", 4, 4, ["a"]).Says(10, 4)).IsArrivalKnown);
    }

    [Fact]
    public void LevelThatHadBegun_IsLate_ByHowMuch()
    {
        var night = new Night().Proposes("four", 4, 4, ["a"]).Says(20, 4, [Expected(4, 5)]);

        Assert.Equal([(20, Proposed, "four"), (20, Late, "four")], night.Told());
        Assert.Equal(TimeSpan.FromMinutes(15), night.Run()[^1].By);
    }

    [Fact]
    public void ProposalAfterItsLevelWasReached_IsLate_ByHowMuch()
    {
        var night = new Night().Proposes("rain", 5, 5, ["a"], phenomenon: "rain").Proposes("four", 4, 4, ["a"])
            .Says(0, 5, phenomenon: "rain").Says(10, 4).Says(60, null, phenomenon: "rain");

        Assert.Equal([(0, Proposed, "rain"), (60, Dropped, "rain"), (60, Proposed, "four"), (60, Late, "four")], night.Told());
        Assert.Equal(TimeSpan.FromMinutes(50), night.Run()[^1].By);
    }

    [Fact]
    public void LateInBothWays_IsToldOnce_ByTheLongerTime()
    {
        var night = new Night().Proposes("rain", 5, 5, ["a"], phenomenon: "rain").Proposes("four", 4, 4, ["a"])
            .Says(0, 5, phenomenon: "rain").Says(10, 4, [Expected(4, 5)]).Says(60, null, phenomenon: "rain");

        Assert.Equal(TimeSpan.FromMinutes(55), Assert.Single(night.Run(), happened => happened.Kind == Late).By);
    }

    [Fact]
    public void DroppedBeforeItsLevelWasExpected_IsEarly()
    {
        var night = new Night().Proposes("four", 4, 4, ["a"]).Says(0, 4, [Expected(4, 180)]).Says(60, 2);

        Assert.Equal([(0, Proposed, "four"), (60, Dropped, "four"), (60, Early, "four")], night.Told());
        Assert.Equal(TimeSpan.FromMinutes(120), night.Run()[^1].By);
    }

    [Fact]
    public void GivingWayToAHigherOne_IsNotEarly() => Assert.Equal(
        [(0, Proposed, "three"), (10, Dropped, "three"), (10, Proposed, "four")],
        new Night().Proposes("three", 3, 3, ["a"]).Proposes("four", 4, 4, ["a"]).Says(0, 3, [Expected(3, 180)]).Says(10, 4).Told());

    [Fact]
    public void TwiceWithinOneEvent_ForTheSameAreas_IsSaid() => Assert.Equal(
        [(0, Proposed, "four"), (10, Dropped, "four"), (20, Proposed, "four"), (20, ProposedTwice, "four")],
        new Night().Proposes("four", 4, 4, ["a"]).Says(0, 4).Says(10, 2).Says(20, 4).Told());

    [Fact]
    public void OneCriterionForOtherAreas_IsNotTwice() => Assert.Equal(
        [(0, Proposed, "four"), (0, Proposed, "four")],
        new Night().Proposes("four", 4, 4, ["a"], "west").Proposes("four", 4, 4, ["b"], "east").Says(0, 4).Told());

    [Fact]
    public void AgainAfterOneEvent_IsNotTwice() => Assert.DoesNotContain(
        new Night().Proposes("four", 4, 4, ["a"]).Says(0, 4).Says(10, 2).Says((int)BackTest.OneEvent.TotalMinutes, 4).Told(), told => told.Kind == ProposedTwice);

    [Fact]
    public void OrderOfTheSet_DecidesNothing()
    {
        var forward = new Night().Proposes("four", 4, 4, ["a"]).Says(0, 3).Says(10, 4).Says(20, null);
        var backward = new Night().Proposes("four", 4, 4, ["a"]).Says(20, null).Says(10, 4).Says(0, 3);

        Assert.Equal(forward.Told(), backward.Told());
    }

    private static BackTestEvent Single(Night night) => Assert.Single(night.Run(), happened => happened.Kind == Proposed);

    private static ExpectedLevel Expected(int level, int minute) => new(level, Night.Minute(minute));
}
