using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.WeatherWarnings;

/// <summary>What a naive reading of weather warnings gets wrong; one test each.</summary>
public sealed class WeatherWarningTrapsTests
{
    [Fact]
    public void WarningForTheIslandsInATokyoTelegramIsNotTheWard()
    {
        var telegram = SharedData.Telegram("real_2026/vpww58_wind_advisory.xml");

        Assert.Equal(Relevance.StatesNone, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(telegram));
        Assert.Equal(
            "強風注意報", Assert.Single(Telegrams.InForce(telegram, Wards.Other(class20: ["1340100"]))).Kind);
    }

    [Fact]
    public void SameDigitsInAnotherLayerAreNotTheWard()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(
            "気象警報・注意報（Ｒ０６）（高潮）",
            body: Telegrams.Layer("気象警報・注意報（高潮予報区間）", "レベル４高潮危険警報", "48", "発表", "どこかの区間", "1310100")));

        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda));
    }

    [Fact]
    public void PrefectureLayerIsNotTheWard()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(
            "気象警報・注意報（Ｒ０６）（大雨）",
            body: Telegrams.Layer("気象警報・注意報（府県予報区等）", "レベル５大雨特別警報", "33", "発表", "東京都", "130000")
                + Telegrams.Layer("気象警報・注意報（市町村等をまとめた地域等）", "レベル５大雨特別警報", "33", "発表", "２３区西部", "130011")
                + Telegrams.Layer("気象警報・注意報（市町村等）", "", "", "発表警報・注意報はなし", "千代田区", "1310100")));

        Assert.Equal(Relevance.StatesNone, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(telegram));
    }

    [Fact]
    public void CodeIsNotTheLevel()
    {
        var rain = Telegrams.Read(ReadingAWeatherWarningTests.Municipality("大雨", "レベル３大雨警報", "03", "発表"));
        var surge = Telegrams.Read(ReadingAWeatherWarningTests.Municipality("高潮", "レベル２高潮注意報", "19", "発表"));

        Assert.Equal(3, Assert.Single(Telegrams.InForce(rain)).Level);
        Assert.Equal(2, Assert.Single(Telegrams.InForce(surge)).Level);
    }

    [Fact]
    public void LiftIsNotACancel()
    {
        var telegram = Telegrams.Read(ReadingAWeatherWarningTests.Municipality("大雨", "レベル３大雨警報", "03", "解除"));

        var statement = Telegrams.Statement(telegram);

        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Equal(InfoType.Issue, statement.InfoType);
        Assert.Empty(statement.InForce);
    }

    [Fact]
    public void LiftCodeStandsInTheHeadlineOnly()
    {
        var telegram = SharedData.Telegram("real_2026/vpww58_wind_cancellation.xml");

        Assert.All(telegram.Head.Headline.Items, item => Assert.Equal("00", Assert.Single(item.Kinds).Code));
        Assert.DoesNotContain(((WeatherWarningFacts)telegram.Facts).Items, item => item.KindCode == "00");
    }

    [Fact]
    public void DisplayTitleDecidesNothing()
    {
        var xml = ReadingAWeatherWarningTests.Municipality("暴風", "強風注意報", "15", "発表")
            .Replace("表示用の題名（レベル５ではない）", "東京都暴風（雪）警報・注意報 レベル５大雨特別警報", StringComparison.Ordinal);

        var warning = Assert.Single(Telegrams.InForce(Telegrams.Read(xml)));

        Assert.Equal(("wind", null, "強風注意報"), (warning.Phenomenon, warning.Level, warning.Kind));
    }

    [Fact]
    public void LeadTimeIsKeptWhileTheAreaIsStillAtLevelThree()
    {
        var telegram = SharedData.Telegram("official_samples/15_16_01_241031_VPWW56.xml");

        var warning = Assert.Single(Telegrams.InForce(telegram, Wards.Other(class20: ["0151100"])));

        Assert.Equal(3, warning.Level);
        var period = Assert.Single(warning.Periods);
        Assert.Equal(4, period.Level);
        Assert.Equal(TimeSpan.FromHours(2), period.StartsAt - warning.ReportedAt);
    }

    /// <summary>jmx_mete.xsd allows the value in Base, in the element itself, for a time or for what comes later, and by part of the area.</summary>
    [Theory]
    [InlineData("Base")]
    [InlineData("Temporary")]
    [InlineData("Becoming")]
    [InlineData("Local")]
    [InlineData("")]
    public void TimeOfALevelIsReadWhereverItStands(string element)
    {
        var value = "<Sentence>１３時から</Sentence><CriteriaClass><Code>41</Code></CriteriaClass><Time>2026-08-01T13:00:00+09:00</Time><Duration>PT3H</Duration>";
        var xml = ReadingAWeatherWarningTests.Municipality("土砂", "レベル３土砂災害警報", "09", "発表").Replace(
            "<Status>発表</Status>",
            $"<Status>発表</Status><Property><CriteriaPeriod>{(element.Length > 0 ? $"<{element}>{value}</{element}>" : value)}</CriteriaPeriod></Property>",
            StringComparison.Ordinal);

        var period = Assert.Single(Assert.Single(Telegrams.InForce(Telegrams.Read(xml))).Periods);

        Assert.Equal((4, new DateTimeOffset(2026, 8, 1, 13, 0, 0, TimeSpan.FromHours(9))), (period.Level, period.StartsAt));
    }

    /// <summary>jmx_mete.xsd allows a list of areas where all published telegrams have one.</summary>
    [Theory]
    [InlineData("<Areas>", true)]
    [InlineData("<Areas codeType=\"気象・地震・火山情報／市町村等\">", true)]
    [InlineData("<Areas codeType=\"高潮予報区間\">", false)]
    public void KindsForAListOfAreas_AreEachAreas(string areas, bool isWard)
    {
        var xml = ReadingAWeatherWarningTests.Municipality("大雨", "レベル４大雨危険警報", "43", "発表")
            .Replace("<Area>", $"{areas}<Area><Name>中央区</Name><Code>1310200</Code></Area><Area>", StringComparison.Ordinal)
            .Replace("</Area>\n</Item>", "</Area></Areas>\n</Item>", StringComparison.Ordinal);

        var telegram = Telegrams.Read(xml);

        Assert.Equal(["1310200", "1310100"], ((WeatherWarningFacts)telegram.Facts).Items.Select(item => item.Area.Code));
        Assert.Empty(telegram.Notices);
        Assert.Equal(isWard ? Relevance.Concerns : Relevance.Irrelevant, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        if (isWard)
        {
            Assert.Equal(4, Assert.Single(Telegrams.InForce(telegram)).Level);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Area><Name>千代田区</Name></Area>")]
    [InlineData("<Areas></Areas>")]
    public void KindWithoutAnAreaIsReported_WithItsLevel(string area)
    {
        var xml = ReadingAWeatherWarningTests.Municipality("大雨", "レベル４大雨危険警報", "43", "発表")
            .Replace("<Area><Name>千代田区</Name><Code>1310100</Code></Area>", area, StringComparison.Ordinal);

        var notice = Assert.Single(Telegrams.Read(xml).Notices);

        Assert.Equal(("missing-area", "気象警報・注意報（市町村等） レベル４大雨危険警報"), (notice.Code, notice.Word));
        Assert.Equal(4, TelegramNotice.LevelIn($"{notice.Code}: {notice.Place}: {notice.Word}"));
    }

    [Fact]
    public void FloodBeginningIsKeptAsCondition()
    {
        var xml = ReadingAWeatherWarningTests.Municipality("高潮", "レベル５高潮特別警報", "38", "発表")
            .Replace("<Status>発表</Status>", "<Status>発表</Status><Condition>氾濫発生</Condition>", StringComparison.Ordinal);

        Assert.Equal("氾濫発生", Assert.Single(Telegrams.InForce(Telegrams.Read(xml))).Condition);
    }

    [Fact]
    public void UnknownStatusIsNeverTakenForOperational()
    {
        var telegram = Telegrams.Read(
            ReadingAWeatherWarningTests.Municipality("大雨", "レベル３大雨警報", "03", "発表", telegramStatus: "演習"));

        Assert.Null(telegram.Control.Status);
        Assert.Equal("演習", telegram.Control.StatusWord);
        Assert.Equal(new TelegramNotice("unknown-status", "Control/Status", "演習"), Assert.Single(telegram.Notices));
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda));
    }

    [Fact]
    public void UnknownInfoTypeIsKeptAndCountsAsIssued()
    {
        var telegram = Telegrams.Read(
            ReadingAWeatherWarningTests.Municipality("大雨", "レベル３大雨警報", "03", "発表", infoType: "更新"));

        Assert.Null(telegram.Head.InfoType);
        Assert.Equal("更新", telegram.Head.InfoTypeWord);
        Assert.Equal("unknown-info-type", Assert.Single(telegram.Notices).Code);
        Assert.Equal(3, Assert.Single(Telegrams.InForce(telegram)).Level);
    }

    [Fact]
    public void TelegramWithoutAnyAreaEndsNothing()
    {
        var telegram = Telegrams.Read(Telegrams.Xml("気象警報・注意報（Ｒ０６）（大雨）"));

        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda));
    }

    [Fact]
    public void StatusIsPartOfTheStream()
    {
        var streams = new[] { "通常", "訓練", "試験" }.Select(status => Telegrams.Read(
            ReadingAWeatherWarningTests.Municipality("大雨", "レベル３大雨警報", "03", "発表", telegramStatus: status)).Stream);

        Assert.Equal(["通常/VPWW55/気象庁", "訓練/VPWW55/気象庁", "試験/VPWW55/気象庁"], streams);
    }
}
