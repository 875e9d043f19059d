using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Tests.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>What a naive identity by EventID and Serial, or a state made of events only, gets wrong; one test each.</summary>
public sealed class IdentityTrapsTests
{
    [Fact]
    public void EventIdIsEmptyForWarningsAndStillTheyReplaceEachOther()
    {
        var advisory = Rain("レベル２大雨注意報", "10", "発表", "2026-08-01T10:00:00+09:00");
        var warning = Rain("レベル３大雨警報", "03", "発表", "2026-08-01T11:00:00+09:00");

        Assert.Empty(advisory.Head.EventId);
        Assert.Equal(["レベル３大雨警報"], Held(warning, advisory));
    }

    [Fact]
    public void EventIdAndSerialRepeatForTheNextFlood()
    {
        var june = Flood("レベル３氾濫警報", "30", "2026-06-03T10:00:00+09:00");
        var lifted = Flood("レベル２氾濫注意報解除", "10", "2026-06-03T18:00:00+09:00", "2");
        var august = Flood("レベル４氾濫危険警報", "40", "2026-08-01T10:00:00+09:00");

        Assert.Equal((june.Head.EventId, june.Head.Serial), (august.Head.EventId, august.Head.Serial));
        Assert.Equal(["レベル４氾濫危険警報"], Held(august, june, lifted));
    }

    [Fact]
    public void EventIdMayBeText() => Assert.Equal(
        "岩手県土砂災害警戒情報", SharedData.Telegram("real_2026/vxww50_landslide-alert.xml").Head.EventId);

    [Fact]
    public void LiftThatWasLostIsMadeGoodByTheNextStatement()
    {
        var warning = Rain("レベル３大雨警報", "03", "発表", "2026-08-01T10:00:00+09:00");
        var none = Rain("", "", "発表警報・注意報はなし", "2026-08-01T14:00:00+09:00");

        Assert.Equal(Relevance.StatesNone, TelegramRelevance.Concerns(none, Wards.Chiyoda));
        Assert.Empty(Held(warning, none));
    }

    [Fact]
    public void CancelIsNotLift()
    {
        var advisory = Rain("レベル２大雨注意報", "10", "発表", "2026-08-01T10:00:00+09:00");
        var mistaken = Rain("レベル４大雨危険警報", "43", "発表", "2026-08-01T11:00:00+09:00");
        var cancel = Telegrams.Read(Telegrams.Xml(
            "気象警報・注意報（Ｒ０６）（大雨）", infoType: "取消", reportedAt: "2026-08-01T11:05:00+09:00"));
        var lift = Rain("レベル４大雨危険警報", "43", "解除", "2026-08-01T11:05:00+09:00");

        Assert.Equal(InfoType.Cancel, cancel.Head.InfoType);
        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(cancel, Wards.Chiyoda));
        Assert.Equal(["レベル２大雨注意報"], Held(advisory, mistaken, cancel));
        Assert.Empty(Held(advisory, mistaken, lift));
    }

    [Fact]
    public void TelegramFromElsewhereByTheSameOfficeIsNoStatement()
    {
        var elsewhere = Telegrams.Read(Telegrams.Xml(
            "気象警報・注意報（Ｒ０６）（大雨）",
            body: Telegrams.Layer("気象警報・注意報（市町村等）", "レベル３大雨警報", "03", "発表", "横浜市", "1410000")));

        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(elsewhere, Wards.Chiyoda));
        Assert.Empty(TelegramStatements.From(elsewhere, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda));
    }

    [Theory]
    [InlineData("official_samples/15_10_03_160628_VPWW53.xml", "VPWW53")]
    [InlineData("official_samples/15_11_02_150916_VPWW54.xml", "VPWW54")]
    public void OldWarningFamilyIsReadWithoutLevelsAndIsNeverASecondWarning(string file, string type)
    {
        var telegram = SharedData.Telegram(file);

        Assert.Equal(type, telegram.Type);
        var items = Assert.IsType<WeatherWarningFacts>(telegram.Facts).Items;
        Assert.All(items, item => Assert.Null(item.Level));
        var everywhere = Wards.Other(class20: [.. items.Where(item => item.Area.CodeSet == CodeSets.Municipality).Select(item => item.Area.Code)]);
        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(telegram, everywhere));
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, everywhere));
    }

    /// <summary>No sample of 気象警報・注意報 (VPWW50) is published; it is built as the other two of the older vocabulary are.</summary>
    [Fact]
    public void OldestWarningFamilyIsReadWithoutLevelsAndHoldsWhereTheWardSaysSo()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(
            "気象警報・注意報", body: Telegrams.Layer("気象警報・注意報（市町村等）", "大雨警報", "03", "発表", "千代田区", "1310100")));
        var policy = WarningPolicy.Default with { FallbackFamilies = new HashSet<string> { "VPWW50" } };

        Assert.Equal("VPWW50", telegram.Type);
        var item = Assert.Single(Assert.IsType<WeatherWarningFacts>(telegram.Facts).Items);
        Assert.Equal(("rain", null, "大雨警報"), (item.Phenomenon, item.Level, item.Kind));
        Assert.Empty(telegram.Notices);
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda));
        Assert.True(Assert.Single(Assert.Single(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda, policy)).InForce).IsFallback);
    }

    [Fact]
    public void EveryTelegramThatNamesTheWardByCodeIsFoundAndNoOther() => Assert.All(
        IndexRow.All.Where(row => SharedData.Telegram(row["file"]).Facts is HazardFacts or EarthquakeFacts or TsunamiFacts),
        row => Assert.Equal(
            row["mentions_1310100"] == "1",
            TelegramRelevance.Concerns(SharedData.Telegram(row["file"]), ByCodeAlone) is Relevance.Concerns or Relevance.StatesNone));

    // Only the code that the index looked for, so that regions and rivers do not answer for it.
    private static WardCodes ByCodeAlone { get; } =
        Wards.Other(class20: ["1310100"]);

    private static JmaTelegram Rain(string kind, string code, string status, string reportedAt) =>
        Telegrams.Read(ReadingAWeatherWarningTests.Municipality("大雨", kind, code, status, reportedAt));

    private static JmaTelegram Flood(string kind, string code, string reportedAt, string serial = "1") =>
        Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, kind, code, reportedAt: reportedAt, serial: serial));

    private static IEnumerable<string> Held(params JmaTelegram[] telegrams) => WarningFold
        .InForce(telegrams.Select(telegram => Telegrams.Statement(telegram)), Telegrams.ReceivedAt)
        .Select(warning => warning.Kind);
}
