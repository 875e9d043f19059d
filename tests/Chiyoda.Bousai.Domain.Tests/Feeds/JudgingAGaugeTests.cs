using Chiyoda.Bousai.Domain.Feeds;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Feeds;

/// <summary>A water level is known or it is not; an old, missing or impossible one is never carried on.</summary>
public sealed class JudgingAGaugeTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 2, 10, 0, TimeSpan.FromHours(9));

    private static readonly GaugeLimits Limits = new(-5, 20, 3, 0.02, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));

    [Fact]
    public void RisingWater_IsTold_OverTenThirtyAndSixtyMinutes()
    {
        var judged = Judge((-60, 1.00), (-30, 1.50), (-10, 1.51), (0, 1.50));

        Assert.Equal((KnowledgeState.Known, 1.50), (judged.State, judged.LevelMeters));
        Assert.Equal([GaugeDirection.Steady, GaugeDirection.Steady, GaugeDirection.Rising], judged.Trends.Select(trend => trend.Direction));
        Assert.Equal(0.5, judged.Trends[2].ChangeMeters);
    }

    [Fact]
    public void FallingWater_IsTold_AndASpanWithoutAReadingIsUnknown()
    {
        var judged = Judge((-10, 2.00), (0, 1.70));

        Assert.Equal([GaugeDirection.Falling, GaugeDirection.Unknown, GaugeDirection.Unknown], judged.Trends.Select(trend => trend.Direction));
        Assert.Null(judged.Trends[1].ChangeMeters);
    }

    [Fact]
    public void OrderOfTheReadings_DoesNotMatter() => Assert.Equal(
        Judge((-10, 2.00), (0, 1.70)).LevelMeters, Judge((0, 1.70), (-10, 2.00)).LevelMeters);

    [Fact]
    public void NoReading_IsUnknown() => Assert.Equal(GaugeDoubt.NeverRead, Judge().Reason);

    [Fact]
    public void MissingReading_IsUnknown_ThoughTheOneBeforeWasGood() => MustBeUnknown(GaugeDoubt.Missing, (-10, 2.00), (0, null));

    [Fact]
    public void OldReading_IsUnknown() => MustBeUnknown(GaugeDoubt.Old, (-31, 2.00));

    [Theory]
    [InlineData(99.9)]
    [InlineData(-99.9)]
    [InlineData(double.NaN)]
    public void ImpossibleLevel_IsUnknown(double level) => MustBeUnknown(GaugeDoubt.OutOfRange, (-10, 2.00), (0, level));

    [Fact]
    public void Jump_IsUnknown_UntilASecondReadingAgrees()
    {
        MustBeUnknown(GaugeDoubt.Jump, (-20, 2.00), (-10, 2.05), (0, 6.00));

        Assert.Equal(6.00, Judge((-20, 2.00), (-10, 5.95), (0, 6.00)).LevelMeters);
    }

    [Fact]
    public void ReadingOfTheFuture_IsUnknown() => MustBeUnknown(GaugeDoubt.DatedAhead, (0, 2.00), (11, 2.00));

    private static void MustBeUnknown(GaugeDoubt reason, params (int Minutes, double? Level)[] readings)
    {
        var judged = Judge(readings);

        Assert.Equal((KnowledgeState.Unknown, reason, null), (judged.State, judged.Reason, judged.LevelMeters));
        Assert.All(judged.Trends, trend => Assert.Equal(GaugeDirection.Unknown, trend.Direction));
    }

    private static GaugeJudgement Judge(params (int Minutes, double? Level)[] readings) =>
        GaugeJudgement.Of(readings.Select(reading => new GaugeObservation(Now.AddMinutes(reading.Minutes), reading.Level)), Now, Limits);
}
