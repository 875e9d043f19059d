using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using CsCheck;
using Xunit;
using static Chiyoda.Bousai.Domain.Tests.Warnings.Statements;

namespace Chiyoda.Bousai.Domain.Tests.Warnings;

/// <summary>One truth: what is in force depends on what was said, never on when or how often it came in.</summary>
public sealed class ArrivingInAnyOrderTests
{
    private static readonly DateTimeOffset Now = Minute(30);

    private static readonly TelegramStatus[] Statuses = [TelegramStatus.Normal, TelegramStatus.Training, TelegramStatus.Test];

    // Few minutes, few events and few contents, so that equal times, equal numbers and repeats are frequent.
    private static readonly Gen<WarningStatement> Statement = Gen.Select(
        Gen.OneOf("VPWW55/気象庁", "VPWW55/集約", "VPWW56/気象庁", "VPWW56/集約", "VXWW50/気象庁", "VXWW50/気象庁", "VXKO/830304004400", "VTSE41/"),
        Gen.OneOf(Statuses),
        Gen.OneOf(InfoType.Issue, InfoType.Issue, InfoType.Issue, InfoType.Correction, InfoType.Delayed, InfoType.Cancel),
        Gen.OneOf("", "A", "B", "A B"),
        Gen.Int[0, 8],
        Gen.Int[0, 1],
        Gen.Int[0, 2],
        Gen.OneOf(0, 0, 2, 3, 4, 5)).Select(Said);

    [Fact]
    public void AnyPermutationAndAnyRepetition_GivesTheSameBoard() =>
        Gen.Select(Statement.List[0, 24], Gen.Int).Sample((said, seed) =>
        {
            var random = new Random(seed);
            var inOrder = Received(said);
            var otherwise = Received(said.Concat(said.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()));

            Assert.All(Statuses, status => Assert.Equal(Board(inOrder, status), Board(otherwise, status)));
        });

    [Fact]
    public void WhatWasReceivedStepByStep_IsWhatAFoldOfAllAtOnceGives() =>
        Gen.Select(Statement.List[1, 16], Gen.Int).Sample((said, seed) =>
        {
            var random = new Random(seed);
            List<WarningStatement> known = [];
            IReadOnlyList<string> board = [];
            foreach (var statement in Received(said.OrderBy(_ => random.Next())))
            {
                known.Add(statement);
                board = Board(known, TelegramStatus.Normal);
            }

            Assert.Equal(Board(Received(said), TelegramStatus.Normal), board);
        });

    /// <summary>The new as truth: a fall-back stands only while what replaces it states less and has stated nothing later.</summary>
    [Fact]
    public void Fallback_StandsWhereTheNewFamilyStatesLess_AndNotLater() =>
        Gen.Select(Statement.List[0, 24], Gen.Int).Sample((said, seed) =>
        {
            var random = new Random(seed);
            var received = Received(said.OrderBy(_ => random.Next()));
            foreach (var status in Statuses)
            {
                var (own, summary) = (StateOf(received, $"{status}/VPWW56/気象庁"), StateOf(received, $"{status}/VPWW56/集約"));
                var replacing = summary is not null && (own is null || own.SaidAt < summary.SaidAt) ? summary : own;
                var old = StateOf(received, $"{status}/VXWW50/気象庁")?.At(Now) ?? [];

                var standing = WarningBoard.InForce(received, status, Now).Where(warning => warning.IsFallback);

                Assert.Equal(
                    Kinds(old.Where(warning => !(replacing?.StatedAt > warning.ReportedAt) && !(replacing?.At(Now) ?? []).Any(other => other.Level >= warning.Level))),
                    Kinds(standing));
            }

            static StreamState? StateOf(IReadOnlyList<WarningStatement> all, string stream) =>
                all.Where(statement => statement.Stream == stream).ToList() is { Count: > 0 } some ? WarningFold.State(some) : null;
        });

    [Fact]
    public void TwoThatNothingTellsApart_TheStrongerHoldsInEitherOrder()
    {
        var weak = State(10, "注意報") with { InForce = [Warning("注意報", level: 2)] };
        var strong = State(10, "危険警報") with { InForce = [Warning("危険警報", level: 4)] };

        Assert.Equal(["危険警報"], Kinds(WarningFold.InForce(Received([weak, strong]), Now)));
        Assert.Equal(["危険警報"], Kinds(WarningFold.InForce(Received([strong, weak]), Now)));
    }

    [Fact]
    public void CancelOfTheSameMinute_VoidsWhatItFollows()
    {
        var warning = State(10, "警報");
        var cancel = State(10, infoType: InfoType.Cancel);

        Assert.Equal(["注意報"], Kinds(WarningFold.InForce(Received([cancel, warning, State(0, "注意報")]), Now)));
    }

    [Fact]
    public void CorrectionOfTheSameMinute_ReplacesWhatItFollows()
    {
        var warning = State(10, "警報");
        var correction = State(10, "注意報", InfoType.Correction);

        Assert.Equal(["注意報"], Kinds(WarningFold.InForce(Received([correction, warning]), Now)));
        Assert.Empty(WarningFold.InForce(Received([correction, warning, State(11, infoType: InfoType.Cancel)]), Now));
    }

    [Fact]
    public void TransmittedAgain_IsVoidedByOneCancelAndCancelsOnce()
    {
        var warning = State(10, "警報");
        var cancel = State(20, infoType: InfoType.Cancel);

        Assert.Equal(
            ["注意報"],
            Kinds(WarningFold.InForce(
                [State(0, "注意報"), warning, Again(warning), cancel, Again(cancel)], Now)));
    }

    [Fact]
    public void CancelOfOneEarthquakeOfSeveral_VoidsTheTelegramThatListsIt() => Assert.Equal(
        ["津波注意報"],
        Kinds(WarningFold.InForce(
            [State(0, "津波注意報", eventId: "A"), State(5, "大津波警報", eventId: "B C"), State(9, infoType: InfoType.Cancel, eventId: "C")], Now)));

    /// <summary>One correct order of the hands that a telegram passes through.</summary>
    private static IReadOnlyList<WarningStatement> Received(IEnumerable<WarningStatement> said) =>
        [.. said.Select((statement, at) => statement with { TelegramId = Guid.NewGuid(), ReceivedAt = Now.AddSeconds(at) })];

    private static WarningStatement Again(WarningStatement statement) =>
        statement with { TelegramId = Guid.NewGuid(), ControlAt = statement.ControlAt.AddSeconds(40), ReceivedAt = statement.ReceivedAt.AddSeconds(41) };

    private static IReadOnlyList<string> Board(IEnumerable<WarningStatement> statements, TelegramStatus status) =>
    [
        .. WarningBoard.InForce(statements, status, Now).Select(warning =>
            $"{warning.Phenomenon} {warning.Level} {warning.Kind} {warning.Cause} {warning.IsFallback} {warning.ReportedAt:O} {string.Join(',', warning.Areas)}"),
    ];

    private static WarningStatement Said(
        string stream, TelegramStatus status, InfoType infoType, string eventId, int minute, int second, int serial, int level)
    {
        var phenomenon = stream[..6] switch { "VPWW55" => "rain", "VXKO/8" => "flood", "VTSE41" => "tsunami", _ => "landslide" };
        var isBlind = infoType == InfoType.Cancel;
        return new WarningStatement(
            Guid.Empty,
            $"{status}/{stream}",
            status,
            infoType,
            eventId,
            serial == 0 ? null : serial,
            Minute(minute),
            Minute(minute).AddSeconds(second),
            Minute(minute),
            isBlind || level == 0 ? [] : [Warning($"レベル{level}", phenomenon, level, minute: minute, isFallback: stream.StartsWith("VXWW", StringComparison.Ordinal))])
        {
            IsBlind = isBlind,
        };
    }
}
