using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Floods;

/// <summary>What a naive reading of flood forecasts gets wrong; one test each.</summary>
public sealed class FloodTrapsTests
{
    private const string Tone = "official_samples_2026/16_12_01_260312_VXKOii.xml";

    /// <summary>What is not measured is not low: only when every station stands below its mark does a level rest on a forecast alone.</summary>
    [Theory]
    [InlineData("2", "2", true)]
    [InlineData("2", "4", false)]
    [InlineData("2", "9", null)]
    [InlineData("9", "9", null)]
    [InlineData("4", "9", false)]
    [InlineData("2", "", null)]
    public void OneStationLowAndOneSilent_IsNotAForecastAlone(string first, string second, bool? below)
    {
        var facts = new FloodForecastFacts([], null, [], [], [Station("A", first), Station("B", second)], [], []);

        Assert.Equal(below, facts.IsPresentBelowDanger);
    }

    [Fact]
    public void PrefectureLevelIsNotTheWard()
    {
        var telegram = SharedData.Telegram(Tone);
        Assert.Contains(
            ((FloodForecastFacts)telegram.Facts).Items, item => item is { Level: 5, Area.Code: "130000", Area.Name: "東京都" });

        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(telegram));
    }

    [Fact]
    public void TownOfTheSameNameInGunmaIsNotTheWard()
    {
        var telegram = SharedData.Telegram(Tone);

        Assert.NotEqual(Relevance.Concerns, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(telegram, Wards.Other(class20: ["1052300"])));
        var warning = Assert.Single(Telegrams.InForce(telegram, Wards.Other(class20: ["1052300"])));
        Assert.Equal(
            [
                new WarningArea(CodeSets.FloodForecastArea, "830303000101", "利根川上流部"),
                new WarningArea(CodeSets.Municipality, "1052300", "千代田町"),
            ],
            warning.Areas);
    }

    /// <summary>jmx_ib.xsd allows several areas for one kind.</summary>
    [Theory]
    [InlineData("830304003200", Wards.Kanda)]
    [InlineData(Wards.Kanda, "830304003200")]
    public void ForecastAreaOfTheWard_CountsWhereverItStandsInTheHeadline(string first, string second)
    {
        var telegram = Telegrams.Read(Telegrams.Xml("指定河川洪水予報", $"""
            <Information type="指定河川洪水予報（予報区域）"><Item>
            <Kind><Name>レベル４氾濫危険警報</Name><Code>40</Code><Condition>レベル４氾濫危険警報（発表）</Condition></Kind>
            <Areas codeType="{CodeSets.FloodForecastArea}"><Area><Name>一</Name><Code>{first}</Code></Area><Area><Name>二</Name><Code>{second}</Code></Area></Areas>
            </Item></Information>
            """, eventId: first, serial: "1"));

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.Equal((4, Wards.Kanda, Wards.Kanda), (warning.Level, warning.Cause, Assert.Single(warning.Areas).Code));
    }

    [Fact]
    public void TextThatNamesTheWardDecidesNothing()
    {
        var telegram = Telegrams.Read(Telegrams.Flood("利根川", "830303000101", "レベル５氾濫特別警報", "51", """
            <Warning type="指定河川洪水予報"><Item><Kind><Property><Type>主文</Type>
            <Text>東京都千代田区（1310100）では浸水するおそれがあります。</Text></Property></Kind></Item></Warning>
            """));

        Assert.NotEqual(Relevance.Concerns, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(telegram));
    }

    [Fact]
    public void FirstBulletinWithAnEmptyBodyRaisesItsLevel()
    {
        var telegram = SharedData.Telegram("official_samples_2026/16_13_01_251222_VXKOii.xml");
        var facts = Assert.IsType<FloodForecastFacts>(telegram.Facts);
        Assert.Empty(facts.Sections);
        Assert.Empty(facts.Stations);

        var warning = Assert.Single(Telegrams.InForce(telegram, Wards.Other(floods: ["830303000103"])));

        Assert.Equal((3, "30", "レベル３氾濫警報", "830303000103"), (warning.Level, warning.PhenomenonCode, warning.Kind, warning.Cause));
        Assert.Null(warning.ForecastOnly);
    }

    [Fact]
    public void LevelFourMayBeTheFirstMessage()
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40"));

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Equal(("flood", 4, Wards.Kanda), (warning.Phenomenon, warning.Level, warning.Cause));
    }

    [Fact]
    public void SectionsOfOneTelegramMayHaveDifferentLevels()
    {
        var facts = (FloodForecastFacts)SharedData.Telegram(Tone).Facts;

        Assert.Equal(2, facts.Sections.Count);
        Assert.StartsWith("【警戒レベル５相当】", facts.Sections[0].MainText, StringComparison.Ordinal);
        Assert.Equal("八斗島", facts.Sections[0].Stations[0].Name);
        Assert.StartsWith("【警戒レベル４相当】", facts.Sections[1].MainText, StringComparison.Ordinal);
        Assert.Equal("栗橋", facts.Sections[1].Stations[0].Name);
        Assert.Equal([5, 4], facts.Stations.Select(station => station.Present?.Level));
    }

    [Fact]
    public void LevelFourOnAForecastSaysSoWhileGaugesAreLow()
    {
        var telegram = SharedData.Telegram("official_samples/16_07_01_220728_VXKOii.xml");

        var warning = Assert.Single(Telegrams.InForce(telegram, Wards.Other(floods: ["123456789012"])));

        Assert.Equal(4, warning.Level);
        Assert.True(warning.ForecastOnly);
    }

    [Fact]
    public void LevelFourAtTheDangerLevelIsObserved()
    {
        var telegram = SharedData.Telegram("official_samples/16_06_01_220728_VXKOii.xml");

        var warning = Assert.Single(Telegrams.InForce(telegram, Wards.Other(floods: ["123456789012"])));

        Assert.Equal(4, warning.Level);
        Assert.False(warning.ForecastOnly);
    }

    [Fact]
    public void MissingReadingsAreUnknownNotLow()
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", """
            <MeteorologicalInfos type="水位・流量情報"><TimeSeriesInfo>
            <TimeDefines><TimeDefine timeId="1"><DateTime>2026-08-01T11:40:00+09:00</DateTime><Name>現況</Name></TimeDefine></TimeDefines>
            <Item><Kind><Name>水位</Name><Property><Type>水位</Type><WaterLevelPart>
            <jmx_eb:WaterLevel type="水位" unit="m" refID="1" condition="欠測"/><jmx_eb:WaterLevel type="レベル" refID="1"/>
            </WaterLevelPart></Property></Kind><Station><Name>観測所</Name><Code type="水位観測所">1</Code></Station></Item>
            </TimeSeriesInfo></MeteorologicalInfos>
            """));

        var facts = Assert.IsType<FloodForecastFacts>(telegram.Facts);
        Assert.Null(Assert.Single(facts.Stations).Present?.Value);
        Assert.Null(Assert.Single(Telegrams.InForce(telegram)).ForecastOnly);
    }

    [Theory]
    [InlineData("正常 2.0 1|正常 2.0 1", true)]
    [InlineData("正常 2.0 1|欠測 - -", null)]
    [InlineData("欠測 - -|正常 2.0 1", null)]
    [InlineData("欠測 - 9", null)]
    [InlineData("正常 2.0 1|欠測 - 9", null)]
    [InlineData("正常 - 7", null)]
    [InlineData("正常 2.0 -1", null)]
    [InlineData("欠測 - 9|正常 4.1 4", false)]
    [InlineData("正常 4.1 5|欠測 - -", false)]
    public void GaugesAreLowOnlyWhenEveryOneIsKnownToBe(string stations, bool? isForecastOnly)
    {
        var telegram = Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", Present(stations.Split('|'))));

        Assert.Equal(isForecastOnly, Assert.Single(Telegrams.InForce(telegram)).ForecastOnly);
    }

    [Fact]
    public void StationWithoutAPresentReading_IsNotKnownToBeLow()
    {
        var facts = (FloodForecastFacts)Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", Present(["正常 2.0 1", "正常 2.0 1"]))).Facts;
        var silent = facts.Stations[1] with { Readings = [facts.Stations[1].Readings[0] with { IsPresent = false }] };

        Assert.True(facts.IsPresentBelowDanger);
        Assert.Null((facts with { Stations = [facts.Stations[0], silent] }).IsPresentBelowDanger);
    }

    [Theory]
    [InlineData("正常 2.0 9", new[] { 4 })]
    [InlineData("欠測 2.0 9", new int[0])]
    [InlineData("欠測 - 9", new int[0])]
    public void LevelOutsideItsRange_IsNoLevel(string station, int[] expected)
    {
        var facts = (FloodForecastFacts)Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", Present([station]))).Facts;
        var limited = facts.Stations[0] with { Criteria = [new FloodCriterion("レベル４氾濫危険水位", 4, 2.0m, "m", "有効")] };

        Assert.Equal(expected, FloodExpectations.For(facts with { Stations = [limited] }, Wards.Chiyoda).Select(level => level.Level));
    }

    [Fact]
    public void CancelWithAnEmptyBodyIsKnownByItsEventId()
    {
        var ours = Telegrams.Read(Telegrams.Xml("指定河川洪水予報", infoType: "取消", eventId: Wards.Kanda));
        var another = Telegrams.Read(Telegrams.Xml("指定河川洪水予報", infoType: "取消", eventId: "830303000101"));

        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(ours, Wards.Chiyoda));
        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(another, Wards.Chiyoda));
        Assert.Equal("通常/VXKO/830303000101", another.Stream);
    }

    private static FloodStation Station(string code, string level) => new(
        new StationName(code, code, string.Empty), [],
        [new FloodReading(Telegrams.ReceivedAt, "現況", true, null, "m", "", int.TryParse(level, out var number) ? number : null)], []);

    // «condition value level» of each station's 現況; «-» is an element without content.
    private static string Present(string[] stations) => $"""
        <MeteorologicalInfos type="水位・流量情報"><TimeSeriesInfo>
        <TimeDefines><TimeDefine timeId="1"><DateTime>2026-08-01T11:40:00+09:00</DateTime><Name>現況</Name></TimeDefine></TimeDefines>
        {string.Concat(stations.Select((station, at) => station.Split(' ') is [var condition, var value, var level] ? $"""
            <Item><Kind><Name>水位</Name><Property><Type>水位</Type><WaterLevelPart>
            <jmx_eb:WaterLevel type="水位" unit="m" refID="1" condition="{condition}">{value.Trim('-')}</jmx_eb:WaterLevel>
            <jmx_eb:WaterLevel type="レベル" refID="1">{(level == "-" ? "" : level)}</jmx_eb:WaterLevel>
            </WaterLevelPart></Property></Kind><Station><Name>観測所</Name><Code type="水位観測所">{at}</Code></Station></Item>
            """ : ""))}
        </TimeSeriesInfo></MeteorologicalInfos>
        """;
}
