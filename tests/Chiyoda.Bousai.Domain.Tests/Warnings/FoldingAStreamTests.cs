using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using CsCheck;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Warnings.Statements;

namespace Chiyoda.Bousai.Domain.Tests.Warnings;

public sealed class FoldingAStreamTests
{
    private static readonly DateTimeOffset Now = Minute(1000);

    [Fact]
    public void NoStatement_MeansNothingInForce() => Assert.Empty(WarningFold.InForce([], Now));

    [Fact]
    public void NewestStatement_ReplacesTheOneBefore() =>
        Assert.Equal(["警報"], Held(State(0, "注意報"), State(10, "警報")));

    [Fact]
    public void LateOlderTelegramNeverGoesBackwards() =>
        Assert.Equal(["警報"], Held(State(10, "警報", receivedMinute: 11), State(0, "注意報", receivedMinute: 90)));

    [Fact]
    public void SameReportTime_IsDecidedByTheTransmission()
    {
        var first = State(10, "注意報");
        var second = State(10, "警報") with { ControlAt = Minute(11) };

        Assert.Equal(["警報"], Held(second, first));
    }

    [Fact]
    public void LiftEndsWhatHeld() => Assert.Empty(Held(State(0, "警報"), State(10)));

    [Fact]
    public void CancelIsNotLift()
    {
        Assert.Equal(["注意報"], Held(State(0, "注意報"), State(10, "警報"), State(20, infoType: InfoType.Cancel)));
        Assert.Empty(Held(State(0, "注意報"), State(10, "警報"), State(20)));
    }

    [Fact]
    public void CancelOfALift_BringsBackWhatWasLifted() =>
        Assert.Equal(["警報"], Held(State(0, "警報"), State(10), State(20, infoType: InfoType.Cancel)));

    [Fact]
    public void TwoCancels_GoBackTwice() => Assert.Equal(
        ["一"],
        Held(
            State(0, "一"), State(10, "二"), State(20, "三"),
            State(30, infoType: InfoType.Cancel), State(40, infoType: InfoType.Cancel)));

    [Fact]
    public void SameCancelByTwoWays_GoesBackOnce()
    {
        var cancel = State(20, infoType: InfoType.Cancel);
        var again = cancel with { TelegramId = Guid.NewGuid(), ReceivedAt = Minute(25) };

        Assert.Equal(["注意報"], Held(State(0, "注意報"), State(10, "警報"), cancel, again));
    }

    [Fact]
    public void SameTelegramByTwoWays_IsVoidedByOneCancel()
    {
        var warning = State(10, "警報");
        var again = warning with { TelegramId = Guid.NewGuid(), ReceivedAt = Minute(30) };

        Assert.Equal(["注意報"], Held(State(0, "注意報"), warning, again, State(20, infoType: InfoType.Cancel)));
    }

    [Fact]
    public void CancelThatArrivesBeforeItsTelegram_VoidsItAllTheSame() => Assert.Equal(
        ["注意報"],
        Held(
            State(20, infoType: InfoType.Cancel, receivedMinute: 21),
            State(10, "警報", receivedMinute: 40),
            State(0, "注意報")));

    [Fact]
    public void CancelOfAnEvent_LeavesOtherEventsAlone() => Assert.Equal(
        ["二"],
        Held(State(0, "一", eventId: "A"), State(10, "二", eventId: "B"), State(20, infoType: InfoType.Cancel, eventId: "A")));

    [Fact]
    public void CancelWithoutAnythingBefore_ChangesNothing()
    {
        Assert.Empty(Held(State(0, infoType: InfoType.Cancel)));
        Assert.Equal(["警報"], Held(State(0, infoType: InfoType.Cancel), State(10, "警報")));
    }

    [Fact]
    public void CorrectionReplacesAndACancelGoesBehindBoth()
    {
        var correction = State(20, "警報（訂正後）", InfoType.Correction);

        Assert.Equal(["警報（訂正後）"], Held(State(0, "注意報"), State(10, "警報"), correction));
        Assert.Equal(
            ["注意報"], Held(State(0, "注意報"), State(10, "警報"), correction, State(30, infoType: InfoType.Cancel)));
    }

    [Fact]
    public void DelayedTelegram_CountsByItsReportTime() => Assert.Equal(
        ["新"], Held(State(10, "新"), State(5, "遅", InfoType.Delayed, receivedMinute: 60)));

    /// <summary>Nothing but 発表 and 遅延 tells them apart: the order of arrival must not.</summary>
    [Fact]
    public void TheSameIssuedAndDelayed_IsOneTelegramWhateverCameFirst()
    {
        WarningStatement[] both = [State(5, "警報"), State(5, "警報", InfoType.Delayed)];

        Assert.Equal(WarningFold.Current(both)?.TelegramId, WarningFold.Current(both.Reverse())?.TelegramId);
    }

    [Fact]
    public void WarningsDoNotExpireByAClock() =>
        Assert.Equal(["警報"], Statements.Kinds(WarningFold.InForce([State(0, "警報")], Midnight.AddDays(30))));

    [Fact]
    public void WhatRunsOutByItself_IsLeftOutFromThatMoment()
    {
        var statement = State(0, "竜巻注意情報");
        statement = statement with { InForce = [statement.InForce[0] with { ValidUntil = Minute(60) }] };

        Assert.Single(WarningFold.InForce([statement], Minute(60).AddTicks(-1)));
        Assert.Empty(WarningFold.InForce([statement], Minute(60)));
    }

    [Fact]
    public void SerialIsAHintOnly() =>
        Assert.Equal(["新"], Held(State(0, "旧", serial: 9), State(10, "新", serial: 1)));

    [Fact]
    public void StatementsOfTwoStreams_AreADefect() => Assert.Throws<ArgumentException>(
        () => WarningFold.InForce([State(0, "一"), State(1, "二", stream: "訓練/VPWW55/気象庁")], Now));

    [Fact]
    public void WhatGoesOn_IsSaidSinceItsFirstTelegram_AndAgainAfterAGap()
    {
        Assert.Equal(Minute(10), Since(State(0, "注意報"), State(10, "警報"), State(20, "警報"), State(30, "警報")));
        Assert.Equal(Minute(30), Since(State(10, "警報"), State(20), State(30, "警報")));
        Assert.Equal(Minute(10), Since(State(10, "警報"), State(20), State(21, infoType: InfoType.Cancel), State(30, "警報")));

        static DateTimeOffset? Since(params WarningStatement[] statements) => Assert.Single(WarningFold.InForce(statements, Now)).Since;
    }

    [Fact]
    public void AnyOrderAndAnyRepetition_GivesTheSameState()
    {
        var statement = Gen.Select(
            Gen.Int[0, 12],
            Gen.OneOf(InfoType.Issue, InfoType.Issue, InfoType.Issue, InfoType.Correction, InfoType.Cancel, InfoType.Delayed),
            Gen.OneOf("", "A", "B"),
            Gen.OneOf("", "注意報", "警報", "危険警報"),
            Gen.Int[0, 40],
            (minute, infoType, eventId, kind, received) => State(
                minute, infoType == InfoType.Cancel ? "" : kind, infoType, eventId, receivedMinute: received));
        var history = statement.List[0, 9];

        Gen.Select(history, Gen.Int).Sample((statements, seed) =>
        {
            var random = new Random(seed);
            var shuffled = statements
                .Concat(statements.Where(_ => random.Next(2) == 0))
                .OrderBy(_ => random.Next())
                .ToList();

            Assert.Equal(
                WarningFold.Current(statements)?.TelegramId,
                WarningFold.Current(shuffled)?.TelegramId);
            Assert.Equal(WarningFold.InForce(statements, Now), WarningFold.InForce(shuffled, Now));
        });
    }

    private static IEnumerable<string> Held(params WarningStatement[] statements) =>
        Statements.Kinds(WarningFold.InForce(statements, Now));
}
