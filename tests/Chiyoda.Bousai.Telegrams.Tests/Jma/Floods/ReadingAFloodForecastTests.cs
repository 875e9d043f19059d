using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Floods;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingAFloodForecastTests
{
    [Fact]
    public void RealTelegramOfTheSakegawa_GivesKindsSectionsLevelsAndCriteria()
    {
        var telegram = SharedData.Telegram("real_2026/vxko_flood_lv2.xml");

        var facts = Assert.IsType<FloodForecastFacts>(telegram.Facts);
        Assert.Equal("VXKO", telegram.Type);
        Assert.Equal("通常/VXKO/820211007300", telegram.Stream);
        Assert.Equal(5, facts.Items.Count);
        Assert.All(facts.Items, item =>
        {
            Assert.Equal("flood", item.Phenomenon);
            Assert.Equal(2, item.Level);
            Assert.Equal("レベル２氾濫注意報", item.Kind);
            Assert.Equal("20", item.KindCode);
            Assert.Equal("レベル２氾濫注意報（発表）", item.Status);
            Assert.False(item.IsEnded);
        });
        Assert.Equal(
            ["820211007300", "8202110073", "8202110109", "8202110112", "060000"],
            facts.Items.Select(item => item.Area.Code));
        Assert.Equal(
            [CodeSets.FloodForecastArea, CodeSets.River, CodeSets.River, CodeSets.River, CodeSets.WeatherRegion],
            facts.Items.Select(item => item.Area.CodeSet));
        Assert.Equal("鮭川", facts.ForecastArea?.Name);

        var section = facts.Sections[0];
        Assert.StartsWith("【警戒レベル２】平岡橋基準観測所", section.MainText, StringComparison.Ordinal);
        Assert.Equal("金山川", Assert.Single(section.Rivers).Name);
        Assert.Equal(new StationName("平岡橋", "82021100730000010", "最上郡真室川町"), Assert.Single(section.Stations));

        Assert.Equal(["平岡橋", "真室川", "真木"], facts.Stations.Select(station => station.Station.Name));
        var hiraoka = facts.Stations[0];
        Assert.Equal(7, hiraoka.Readings.Count);
        Assert.Equal(
            new FloodReading(Japan(8, 1, 6, 10), "現況", true, 2.54m, "m", "正常", 2), hiraoka.Present);
        Assert.Equal(
            new FloodReading(Japan(8, 1, 9, 10), "３時間後", false, 2.47m, "m", "正常", 1), hiraoka.Readings[3]);
        Assert.Equal(
            new FloodCriterion("レベル４氾濫危険水位", 4, 3.20m, "m", "有効"),
            hiraoka.Criteria.Single(criterion => criterion.IsDanger));
        Assert.Equal("金山川\n右岸：凝山橋から真室川合流点まで\n左岸：凝山橋から真室川合流点まで", Assert.Single(hiraoka.ChargeSections));

        var maki = facts.Inundations[^1];
        Assert.Equal(("82021100730000015", "山形県", "真室川町", "0636400"), (maki.StationCode, maki.Prefecture, maki.City, maki.CityCode));
        Assert.Equal(["下村（蟻喰）", "下村（中ノ瀬）", "下村（蓮華城）", "木ノ下"], maki.Parts);
        Assert.Empty(facts.Arrivals);
        Assert.Equal("多いところで1時間に20ミリの雨が降っています。\nこの雨は当分この状態が続くでしょう。", Assert.Single(facts.RainTexts));
    }

    [Fact]
    public void RealTelegramThatEnds_HasNoLevelAndMissingReadingsStayUnknown()
    {
        var facts = Facts("real_2026/vxko_flood_cancellation.xml");

        Assert.Equal(3, facts.Items.Count);
        Assert.All(facts.Items, item =>
        {
            Assert.True(item.IsEnded);
            Assert.Null(item.Level);
            Assert.Equal("10", item.KindCode);
            Assert.Equal("レベル２氾濫注意報解除", item.Kind);
        });
        var taihei = facts.Stations.Single(station => station.Station.Name == "太平本町");
        Assert.Equal(22, taihei.Readings.Count);
        Assert.Equal(1.46m, taihei.Present?.Value);
        Assert.Equal(
            new FloodReading(new DateTimeOffset(2026, 7, 30, 6, 20, 0, TimeSpan.FromHours(9)), "１０分後", false, null, "m", "欠測", null),
            taihei.Readings[1]);
        Assert.Equal(["0520100", "0520100"], facts.Inundations.Select(area => area.CityCode));
        Assert.All(facts.Inundations, area => Assert.Empty(area.Parts));
    }

    [Fact]
    public void LevelFiveWithFloodWater_TellsWhereAndWhenItArrives()
    {
        var facts = Facts("official_samples_2026/16_12_01_260312_VXKOii.xml");

        Assert.All(facts.Items, item => Assert.Equal((5, "53", "レベル５氾濫特別警報（氾濫水の予報）"), (item.Level, item.KindCode, item.Kind)));
        Assert.Equal(10, facts.Items.Count);
        Assert.Equal("830303000101", facts.ForecastArea?.Code);
        Assert.Equal(
            new FloodArrival(
                "利根川",
                "本庄市",
                new DateTimeOffset(2025, 9, 18, 15, 0, 0, TimeSpan.FromHours(9)),
                "３時間後",
                1.5m,
                null,
                new DateTimeOffset(2025, 9, 18, 15, 0, 0, TimeSpan.FromHours(9))),
            Assert.Single(facts.Arrivals));
        Assert.Equal(4, facts.Stations[0].ChargeSections.Count);
        Assert.Contains(facts.Inundations, area => area is { CityCode: "1052300", City: "千代田町", Prefecture: "群馬県" });
    }

    [Fact]
    public void DischargeInsteadOfLevel_IsReadWithItsUnit()
    {
        var facts = Facts("official_samples/16_03_01_220728_VXKOii.xml");

        var station = facts.Stations[0];
        Assert.Equal((143.00m, "立方メートル毎秒", 2), (station.Present?.Value, station.Present?.Unit, station.Present?.Level));
        Assert.Equal(144.90m, station.Criteria.Single(criterion => criterion.IsDanger).Value);
        Assert.True(station.IsPresentBelowDanger);
    }

    [Theory]
    [InlineData("20", 2)]
    [InlineData("21", 2)]
    [InlineData("22", 2)]
    [InlineData("30", 3)]
    [InlineData("31", 3)]
    [InlineData("40", 4)]
    [InlineData("41", 4)]
    [InlineData("51", 5)]
    [InlineData("53", 5)]
    [InlineData("10", null)]
    public void FirstDigitOfTheCode_IsTheLevel(string code, int? level)
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "名称", code));

        Assert.Equal(level, Assert.IsType<FloodForecastFacts>(telegram.Facts).Items[0].Level);
        Assert.Empty(telegram.Notices);
    }

    [Theory]
    [InlineData("氾濫警戒情報", "30", 3, "official_samples/16_02_01_220728_VXKOii.xml")]
    [InlineData("氾濫危険情報", "41", 4, "official_samples/16_06_01_220728_VXKOii.xml")]
    [InlineData("氾濫危険情報", "40", 4, "official_samples/16_07_01_220728_VXKOii.xml")]
    [InlineData("氾濫発生情報（氾濫水の予報）", "53", 5, "official_samples/16_04_01_220728_VXKOii.xml")]
    [InlineData("レベル３氾濫警報", "30", 3, "official_samples_2026/16_13_01_251222_VXKOii.xml")]
    public void OldAndNewNames_HaveTheSameLevels(string kind, string code, int level, string file)
    {
        var item = Facts(file).Items[0];

        Assert.Equal((kind, code, level), (item.Kind, item.KindCode, item.Level));
    }

    [Fact]
    public void UnknownCode_KeepsTheNameWithoutALevelAndIsReported()
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル９何か", "90"));

        var item = Assert.IsType<FloodForecastFacts>(telegram.Facts).Items[0];
        Assert.Equal(("レベル９何か", "90", null), (item.Kind, item.KindCode, item.Level));
        Assert.Equal("unknown-kind", Assert.Single(telegram.Notices).Code);
        Assert.Equal("レベル９何か", Assert.Single(Telegrams.InForce(telegram)).Kind);
    }

    private static FloodForecastFacts Facts(string file) =>
        Assert.IsType<FloodForecastFacts>(SharedData.Telegram(file).Facts);

    private static DateTimeOffset Japan(int month, int day, int hour, int minute) =>
        new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(9));
}
