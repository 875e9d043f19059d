using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>However much a telegram holds, what is taken from it stays small, and reading it costs in proportion to its octets.</summary>
public sealed class TakingWithinLimitsTests
{
    private const int WordCharacters = 128;

    private static readonly string Whole = Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40");

    [Fact]
    public void LongWords_AreCut_AndReported()
    {
        var endless = new string('危', 100_000);
        var telegram = Telegrams.Read(Whole.Replace("レベル４氾濫危険警報", endless, StringComparison.Ordinal).Replace("気象庁</PublishingOffice>", $"{endless}</PublishingOffice>", StringComparison.Ordinal));

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.Equal(4, warning.Level);
        Assert.Equal((WordCharacters, WordCharacters), (warning.Kind.Length, warning.Source.Length));
        Assert.EndsWith("…", warning.Kind, StringComparison.Ordinal);
        Assert.Contains(telegram.Notices, notice => notice.Code == "too-long");
        Assert.All(telegram.Notices, notice => Assert.InRange(notice.Word.Length, 0, 100));
        Assert.InRange(telegram.Stream.Length, 1, 200);
    }

    [Fact]
    public void LongEventId_MakesNoLongStream()
    {
        var telegram = Telegrams.Read(Telegrams.Xml("震源・震度に関する情報", eventId: new string('2', 5_000)));

        Assert.InRange(telegram.Stream.Length, 1, 200);
    }

    [Fact]
    public void CutInsideAPairOfCharacters_LeavesNoHalf()
    {
        var name = new string('あ', WordCharacters - 2) + "𠮷𠮷𠮷";
        var warning = Assert.Single(Telegrams.InForce(Telegrams.Read(Whole.Replace("レベル４氾濫危険警報", name, StringComparison.Ordinal))));

        Assert.Equal(warning.Kind, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(warning.Kind)));
        Assert.EndsWith("あ…", warning.Kind, StringComparison.Ordinal);
    }

    /// <summary>A mark of writing direction could make «level 2» read as «level 5» in a line of the chronology.</summary>
    [Fact]
    public void UnseenCharactersInAWord_BecomeBlanks()
    {
        var warning = Assert.Single(Telegrams.InForce(Telegrams.Read(Whole.Replace("レベル４氾濫危険警報", "\u202E５\u2028レベル\n４", StringComparison.Ordinal))));

        Assert.Equal("５ レベル ４", warning.Kind);
    }

    /// <summary>«These kinds for these areas»: 100,000 octets could stand for a thousand million kinds by area.</summary>
    [Theory]
    [InlineData("指定河川洪水予報")]
    [InlineData("府県気象防災速報")]
    [InlineData("気象警報・注意報（Ｒ０６）（大雨）")]
    [InlineData("土砂災害警戒情報")]
    [InlineData("竜巻注意情報")]
    public void HeadlineOfManyKindsAndManyAreas_IsRefused(string title)
    {
        var headline = $"""
            <Information type="指定河川洪水予報（予報区域）"><Item>{Repeat("<Kind/>", 30_000)}
            <Areas codeType="指定河川洪水予報（予報区域）">{Repeat("<Area/>", 30_000)}</Areas></Item></Information>
            """;
        var octets = Encoding.UTF8.GetBytes(Telegrams.Xml(title, headline));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("telegrams.too-many", Telegrams.RefusalOf(octets));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L * 1024 * 1024);
    }

    [Fact]
    public void BodyOfManyKindsForManyListsOfAreas_IsRefused()
    {
        var item = $"<Item>{Repeat("<Kind/>", 300)}<Areas>{Repeat("<Area><Code>1</Code></Area>", 300)}</Areas></Item>";

        Assert.Equal("telegrams.too-many", Telegrams.RefusalOf(Telegrams.Xml(
            "気象警報・注意報（Ｒ０６）（大雨）", body: $"<Warning type=\"気象警報・注意報（市町村等）\">{Repeat(item, 200)}</Warning>")));
    }

    [Fact]
    public void MoreElementsThanAnyTelegramHas_AreRefused() =>
        Assert.Equal("telegrams.too-many", Telegrams.RefusalOf(Telegrams.Xml("震度速報", body: Repeat("<a/>", 400_001))));

    /// <summary>Each station was once looked for among all before it: 7 MB of stations would take minutes.</summary>
    [Fact]
    public void FloodOfStations_IsReadInProportion()
    {
        var stations = string.Concat(Enumerable.Range(0, 80_000).Select(n =>
            string.Create(CultureInfo.InvariantCulture, $"<HydrometricStationPart><Area><Name>{n}</Name></Area></HydrometricStationPart>")));
        var octets = Encoding.UTF8.GetBytes(Telegrams.Flood(
            "神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", $"<AdditionalInfo><FloodForecastAddition>{stations}</FloodForecastAddition></AdditionalInfo>"));
        var watch = Stopwatch.StartNew();

        var facts = Assert.IsType<FloodForecastFacts>(Telegrams.Read(octets).Facts);

        Assert.Equal(80_000, facts.Stations.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void StatementOfVeryManyParts_KeepsTheHighestLevels()
    {
        var items = string.Concat(Enumerable.Range(0, 300).Select(n => $"""
            <Item><Kind><Name>大雨注意報{n}</Name><Code>10</Code><Status>発表</Status></Kind>
            <Area><Name>千代田区</Name><Code>1310100</Code></Area></Item>
            """)) + """
            <Item><Kind><Name>レベル５大雨特別警報</Name><Code>33</Code><Status>発表</Status></Kind>
            <Area><Name>千代田区</Name><Code>1310100</Code></Area></Item>
            """;
        var telegram = Telegrams.Read(Telegrams.Xml("気象警報・注意報（Ｒ０６）（大雨）", body: $"<Warning type=\"気象警報・注意報（市町村等）\">{items}</Warning>"));

        var inForce = Telegrams.InForce(telegram);

        Assert.Equal(TelegramStatements.MaxParts, inForce.Count);
        Assert.Equal(5, inForce[0].Level);
    }

    [Fact]
    public void WarningForVeryManyNamesOfOneArea_KeepsAFew()
    {
        var areas = string.Concat(Enumerable.Range(0, 300).Select(n => $"""
            <Item><Kind><Name>レベル３大雨警報</Name><Code>03</Code><Status>発表</Status></Kind>
            <Area><Name>千代田区{n}</Name><Code>1310100</Code></Area></Item>
            """));
        var telegram = Telegrams.Read(Telegrams.Xml("気象警報・注意報（Ｒ０６）（大雨）", body: $"<Warning type=\"気象警報・注意報（市町村等）\">{areas}</Warning>"));

        Assert.Equal(TelegramStatements.MaxParts, Assert.Single(Telegrams.InForce(telegram)).Areas.Count);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
