using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Xunit;
using static Chiyoda.Bousai.Domain.Backtests.BackTestEventKind;

namespace Chiyoda.Bousai.Domain.Tests.Backtests;

/// <summary>A back-test runs over readings of gauges too, and says what notices and calls would have been proposed.</summary>
public sealed class GaugesAndAdviceTests
{
    [Fact]
    public void AGauge_ProposesAtItsReading_AndFallingDropsTheDraft()
    {
        var night = new Night().WatchesTheGauge("gauge", ["a"]).Reads(20, 2.9).Reads(0, 2.0).Reads(10, 2.4).Reads(30, 3.1).Reads(40, 3.4).Reads(50, 2.8);

        Assert.Equal([(30, Proposed, "gauge"), (50, Dropped, "gauge")], night.Told());
        Assert.StartsWith("一ツ橋の水位 3.10 m（10分で +0.20 m）", night.Run()[0].Observed, StringComparison.Ordinal);
        Assert.Equal((Guid.Empty, "levels.csv"), (night.Run()[0].TelegramId, night.Run()[0].Telegram));
    }

    [Fact]
    public void SilenceOfAGauge_DropsNothing_AndItsReturnProposesNothingAgain() =>
        Assert.Equal(
            [(10, Proposed, "gauge")],
            new Night().WatchesTheGauge("gauge", ["a"]).Reads(0, 2.0).Reads(10, 3.1).Reads(20, null).Reads(30, null).Reads(40, 3.2).Told());

    [Fact]
    public void AGaugeThatWasKnockedAbout_ProposesNothing() =>
        Assert.Empty(new Night().WatchesTheGauge("gauge", ["a"]).Reads(0, 0.5).Reads(10, 9.9).Reads(20, 0.6).Told());

    [Fact]
    public void TelegramsAndReadings_ShareOneTime() =>
        Assert.Equal(
            [(10, Proposed, "gauge"), (15, Proposed, "river")],
            new Night().WatchesTheGauge("gauge", ["b"]).Proposes("river", 4, 4, ["a"], "other").Says(15, 4).Reads(0, 2.0).Reads(10, 3.1).Reads(20, 3.2).Told());

    [Fact]
    public void RainThatProposesANotice_IsToldOnce_AndItsLevelIsNotMissed()
    {
        var night = new Night().Advises("rain-4", 4).Says(0, 4, phenomenon: "rain").Says(30, 4, phenomenon: "rain").Says(60, null, phenomenon: "rain").Says(90, 4, phenomenon: "rain");

        Assert.Equal([(0, Advised, "rain-4"), (90, Advised, "rain-4")], night.Told());
        Assert.IsType<ProposedNotice>(night.Run()[0].Proposes);
    }

    [Fact]
    public void RainBelowTheLevelOfTheNotice_IsStillMissed() =>
        Assert.Equal([(0, Missed, null)], new Night().Advises("rain-4", 4).Says(0, 3, phenomenon: "rain").Told());
}
