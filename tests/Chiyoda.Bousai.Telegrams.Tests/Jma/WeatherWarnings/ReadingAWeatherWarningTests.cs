using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.WeatherWarnings;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingAWeatherWarningTests
{
    [Fact]
    public void LandslideTelegramOfSoya_GivesAllLayersAndTheLeadTime()
    {
        var telegram = SharedData.Telegram("official_samples/15_16_01_241031_VPWW56.xml");

        var facts = Assert.IsType<WeatherWarningFacts>(telegram.Facts);
        Assert.Equal("VPWW56", telegram.Type);
        Assert.Equal("通常/VPWW56/稚内地方気象台", telegram.Stream);
        Assert.Equal(15, facts.Items.Count);
        Assert.Empty(facts.AreasWithout);
        Assert.All(facts.Items, item => Assert.Equal("landslide", item.Phenomenon));

        var prefecture = facts.Items[0];
        Assert.Equal("気象警報・注意報（府県予報区等）", prefecture.Layer);
        Assert.Equal(new WarningArea(CodeSets.WeatherRegion, "011000", "宗谷地方"), prefecture.Area);
        Assert.Equal((4, "49", "レベル４土砂災害危険警報", "発表"), (prefecture.Level, prefecture.KindCode, prefecture.Kind, prefecture.Status));
        Assert.Equal(new JmaKind("レベル３土砂災害警報", "09", ""), prefecture.LastKind);
        Assert.Equal(("警報・注意報種別に変化有", "一部"), (prefecture.ChangeStatus, prefecture.FullStatus));

        var sarufutsu = facts.Items.Single(item => item.Area == new WarningArea(CodeSets.Municipality, "0151100", "猿払村"));
        Assert.Equal((3, "09", "継続", "変化無"), (sarufutsu.Level, sarufutsu.KindCode, sarufutsu.Status, sarufutsu.ChangeStatus));
        Assert.Equal(new HazardSignificancy("土砂災害危険度", "警戒レベル３相当", "31", ""), Assert.Single(sarufutsu.Significancies));
        Assert.Equal(
            new CriteriaPeriod(
                "２３日１時から５時まで、警戒レベル４相当",
                "41",
                4,
                new DateTimeOffset(2020, 6, 23, 1, 0, 0, TimeSpan.FromHours(9)),
                TimeSpan.FromHours(4),
                ""),
            Assert.Single(sarufutsu.Periods));

        var hamatombetsu = facts.Items.Single(item => item.Area.Code == "0151200");
        Assert.Equal((2, "29"), (hamatombetsu.Level, hamatombetsu.KindCode));
        Assert.Empty(hamatombetsu.Periods);
        Assert.StartsWith("避難が必要となる危険な状況", Assert.Single(facts.Comments), StringComparison.Ordinal);
    }

    [Fact]
    public void SurgeTelegramOfKyoto_GivesPartsOfAMunicipalityAndTheForecastSection()
    {
        var telegram = SharedData.Telegram("official_samples/15_16_02_250630_VPWW57.xml");

        var facts = Assert.IsType<WeatherWarningFacts>(telegram.Facts);
        var maizuru = facts.Items.Single(item => item.Area == new WarningArea(CodeSets.Municipality, "2620200", "舞鶴市"));
        Assert.Equal(("surge", 4, "48", "発表"), (maizuru.Phenomenon, maizuru.Level, maizuru.KindCode, maizuru.Status));
        Assert.Equal(["舞鶴湾", "（高潮予報区間以外）"], maizuru.Periods.Select(period => period.LocalName));
        Assert.All(maizuru.Periods, period => Assert.Equal((4, TimeSpan.FromHours(6)), (period.Level, period.Duration)));
        var section = facts.Items.Single(item => item.Area.CodeSet == CodeSets.SurgeSection);
        Assert.Equal(
            "２３日６時から１２時までに、水位（潮位）が堤防を越え、舞鶴市では浸水する恐れがあります。",
            Assert.Single(section.Periods).Sentence);
        Assert.Contains(new WarningArea(CodeSets.Municipality, "2610000", "京都市"), facts.AreasWithout);

        // Issued together with the prefecture, yet of the same stream as what the observatory issues alone.
        Assert.Equal("京都府 京都地方気象台", telegram.Control.PublishingOffice);
        Assert.Equal("通常/VPWW57/京都地方気象台", telegram.Stream);
    }

    [Fact]
    public void RealWindTelegramOfTokyo_GivesTheIslandsOnly()
    {
        var telegram = SharedData.Telegram("real_2026/vpww58_wind_advisory.xml");

        var facts = Assert.IsType<WeatherWarningFacts>(telegram.Facts);
        Assert.Equal(
            ["130000", "130030", "130031", "1340100", "1340200"],
            facts.Items.Select(item => item.Area.Code));
        Assert.All(facts.Items, item => Assert.Equal(("wind", null, "15", "強風注意報", "発表"), (item.Phenomenon, item.Level, item.KindCode, item.Kind, item.Status)));
        Assert.Equal(72, facts.AreasWithout.Count);
        Assert.Equal("通常/VPWW58/気象庁", telegram.Stream);
    }

    [Fact]
    public void RealWindTelegramThatEnds_KeepsTheKindThatEnds()
    {
        var facts = Assert.IsType<WeatherWarningFacts>(SharedData.Telegram("real_2026/vpww58_wind_cancellation.xml").Facts);

        Assert.Equal(14, facts.Items.Count);
        Assert.All(facts.Items, item =>
        {
            Assert.True(item.IsEnded);
            Assert.Equal(("15", "強風注意報", "解除"), (item.KindCode, item.Kind, item.Status));
        });
    }

    [Fact]
    public void SeveralKindsOfOneArea_AreItemsOfTheirOwn()
    {
        var facts = Assert.IsType<WeatherWarningFacts>(
            SharedData.Telegram("official_samples/15_16_07_250630_VPWW61.xml").Facts);

        Assert.Equal(37, facts.Items.Count);
        Assert.Equal(
            ["avalanche", "cold", "dry", "fog", "frost", "icing", "snow-accretion", "snowmelt", "thunder"],
            facts.Items.Select(item => item.Phenomenon).Distinct().Order(StringComparer.Ordinal));
        Assert.All(facts.Items, item => Assert.Null(item.Level));
    }

    [Theory]
    [InlineData("大雨", "rain", "10", 2)]
    [InlineData("大雨", "rain", "03", 3)]
    [InlineData("大雨", "rain", "43", 4)]
    [InlineData("大雨", "rain", "33", 5)]
    [InlineData("土砂", "landslide", "29", 2)]
    [InlineData("土砂", "landslide", "09", 3)]
    [InlineData("土砂災害", "landslide", "49", 4)]
    [InlineData("土砂", "landslide", "39", 5)]
    [InlineData("高潮", "surge", "19", 2)]
    [InlineData("高潮", "surge", "08", 3)]
    [InlineData("高潮", "surge", "48", 4)]
    [InlineData("高潮", "surge", "38", 5)]
    [InlineData("暴風", "wind-snow", "32", null)]
    [InlineData("暴風", "wind", "35", null)]
    [InlineData("波浪", "wave", "37", null)]
    [InlineData("大雪", "snow", "36", null)]
    [InlineData("その他注意報", "thunder", "14", null)]
    public void EachKindOfTelegram_HasItsOwnTableOfCodes(string element, string phenomenon, string code, int? level)
    {
        var telegram = Telegrams.Read(Municipality(element, "名称", code, "発表"));

        var warning = Assert.Single(Telegrams.InForce(telegram));
        Assert.Equal((phenomenon, level, code), (warning.Phenomenon, warning.Level, warning.PhenomenonCode));
        Assert.Empty(telegram.Notices);
    }

    [Fact]
    public void UnknownCode_KeepsTheNameWithoutALevelAndIsReported()
    {
        var telegram = Telegrams.Read(Municipality("大雨", "レベル６大雨何か", "66", "発表"));

        var warning = Assert.Single(Telegrams.InForce(telegram));
        Assert.Equal(("rain", null, "レベル６大雨何か", "66"), (warning.Phenomenon, warning.Level, warning.Kind, warning.PhenomenonCode));
        Assert.Equal(new TelegramNotice("unknown-kind", "VPWW55 Kind/Code", "66 レベル６大雨何か"), Assert.Single(telegram.Notices));
    }

    internal static string Municipality(
        string element, string kind, string code, string status,
        string reportedAt = "2026-08-01T11:50:00+09:00", string infoType = "発表", string telegramStatus = "通常") => Telegrams.Xml(
        $"気象警報・注意報（Ｒ０６）（{element}）",
        body: Telegrams.Layer("気象警報・注意報（市町村等）", kind, code, status, "千代田区", "1310100"),
        reportedAt: reportedAt,
        infoType: infoType,
        status: telegramStatus);
}
