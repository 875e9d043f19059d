using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Warnings.Statements;

namespace Chiyoda.Bousai.Domain.Tests.Warnings;

/// <summary>集約通報 beside the telegrams that it sums up: who spoke last holds.</summary>
public sealed class SummingUpTests
{
    private const string Summary = "通常/VPWW55/集約";

    [Fact]
    public void SummaryAlone_IsTheState() => Assert.Equal(["警報"], Held(State(10, "警報", stream: Summary)));

    [Fact]
    public void SummaryMakesGoodWhatWasLost() =>
        Assert.Equal(["警報"], Held(State(0, "注意報"), State(10, "警報", stream: Summary)));

    [Fact]
    public void SummaryOfNothing_EndsWhatHeldBefore() => Assert.Empty(Held(State(0, "警報"), State(10, stream: Summary)));

    [Fact]
    public void LaterTelegram_HoldsOverTheSummary()
    {
        Assert.Equal(["危険警報"], Held(State(10, "警報", stream: Summary), State(20, "危険警報")));
        Assert.Empty(Held(State(10, "警報", stream: Summary), State(20)));
    }

    [Fact]
    public void TelegramOfTheSameMinute_HoldsOverTheSummary() =>
        Assert.Equal(["警報"], Held(State(10, "注意報", stream: Summary), State(10, "警報")));

    [Fact]
    public void CancelAfterASummaryThatRepeatedTheMistake_GoesBehindBoth() => Assert.Equal(
        ["注意報"],
        Held(State(0, "注意報"), State(10, "危険警報"), State(15, "危険警報", stream: Summary), State(20, infoType: InfoType.Cancel) with { IsBlind = true }));

    [Fact]
    public void CancelOfASummary_BringsTheOneBeforeBack() => Assert.Equal(
        ["警報"],
        Held(
            State(0, "警報", stream: Summary),
            State(10, stream: Summary),
            State(11, infoType: InfoType.Cancel, stream: Summary) with { IsBlind = true }));

    [Fact]
    public void WhatASummaryRepeats_IsSaidSinceItsFirstTelegram()
    {
        Assert.Equal(Minute(0), Since(State(0, "警報"), State(10, "警報", stream: Summary)));
        Assert.Equal(Minute(10), Since(State(0, "注意報"), State(10, "警報", stream: Summary), State(20, "警報")));

        static DateTimeOffset? Since(params WarningStatement[] statements) =>
            Assert.Single(WarningBoard.InForce(statements, TelegramStatus.Normal, Minute(60))).Since;
    }

    [Fact]
    public void CancelByAnotherOffice_SaysNothingAboutTheWard() => Assert.Equal(
        ["警報"],
        Held(
            State(10, "警報", stream: Summary),
            State(20, infoType: InfoType.Cancel, stream: "通常/VPWW55/熊谷地方気象台") with { IsBlind = true }));

    [Fact]
    public void SummaryOfOneFamily_LeavesTheOthersAlone() => Assert.Equal(
        ["土砂災害警報"],
        Held(State(0, "土砂災害警報", stream: "通常/VPWW56/気象庁"), State(0, "大雨警報"), State(10, stream: Summary)));

    [Fact]
    public void SummaryOfADrill_LeavesRealityAlone() => Assert.Equal(
        ["警報"],
        Held(State(0, "警報"), State(10, stream: "訓練/VPWW55/集約", status: TelegramStatus.Training)));

    private static IEnumerable<string> Held(params WarningStatement[] statements) =>
        Kinds(WarningBoard.InForce(statements, TelegramStatus.Normal, Minute(60)));
}
