using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Tests.Jma.WeatherWarnings;
using CsCheck;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>A night of telegrams of all families, read and folded as they happen to come.</summary>
public sealed class OneTruthTests
{
    private const string Rain = "気象警報・注意報（Ｒ０６）（大雨）";
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 13, 0, 0, TimeSpan.FromHours(9));

    /// <summary>What must hold at the end of the night, whatever order it came in.</summary>
    private static readonly string[] AtTheEnd =
    [
        "rain 3 レベル３大雨警報",
        "landslide 4 レベル４土砂災害危険警報",
        "flood 4 レベル４氾濫危険警報",
        "tornado  竜巻注意情報",
        "wind  強風注意報",
    ];

    [Fact]
    public void ANightInOrder_EndsAsItShould() => Assert.Equal(AtTheEnd.Order(), Board(Night).Order());

    [Fact]
    public void ANightInAnyOrderAndWithRepetitions_EndsTheSame()
    {
        var night = Night;
        var inOrder = Board(night);

        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                Assert.Equal(inOrder, Board(night.Concat(night.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next())));
            },
            iter: 300);
    }

    /// <summary>Every collected telegram at once, for a ward that is everywhere.</summary>
    [Fact]
    public void EverySampleInAnyOrder_GivesTheSameState()
    {
        List<JmaTelegram> all = [.. IndexRow.All.Select(row => SharedData.Telegram(row["file"]))];
        var hazards = all.Select(telegram => telegram.Facts).OfType<HazardFacts>().SelectMany(facts => facts.Items).Select(item => item.Area).ToList();
        var everywhere = Wards.Other(
            class20: Codes(CodeSets.Municipality), regions: Codes(CodeSets.WeatherRegion), floods: Codes(CodeSets.FloodForecastArea), tsunami: ["100", "210", "312"]);
        var said = all.SelectMany(telegram => TelegramStatements.From(telegram, Guid.NewGuid(), Now, everywhere)).ToList();
        var inOrder = State(said);

        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                Assert.Equal(inOrder, State([.. said.Concat(said.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next())]));
            },
            iter: 20);
        Assert.True(inOrder.Count > 50);

        string[] Codes(string codeSet) => [.. hazards.Where(area => area.CodeSet == codeSet).Select(area => area.Code).Distinct()];

        static IReadOnlyList<string> State(List<WarningStatement> statements) =>
        [
            .. Enum.GetValues<TelegramStatus>().SelectMany(status => WarningBoard.InForce(statements, status, DateTimeOffset.MinValue))
                .Select(warning => $"{warning.Phenomenon} {warning.Level} {warning.Kind} {warning.Cause} {warning.ReportedAt:O} {string.Join(',', warning.Areas)}"),
        ];
    }

    [Fact]
    public void DrillsOfTheNight_AreAStateOfTheirOwn() =>
        Assert.Equal(["rain 5 レベル５大雨特別警報"], Board(Night, TelegramStatus.Training));

    /// <summary>集約通報 brings what was lost, and states nothing for what it does not list.</summary>
    [Fact]
    public void Summary_StatesEveryFamilyOfTheWardAtOnce()
    {
        var summary = Summary("12:30", Layer("レベル２大雨注意報", "10") + Layer("雷注意報", "14"));

        var statements = TelegramStatements.From(summary, Guid.NewGuid(), Now, Wards.Chiyoda);

        Assert.Equal(TelegramStream.SummedUp.Select(family => $"通常/{family}/集約"), statements.Select(statement => statement.Stream));
        Assert.Equal(
            ["flood 4 レベル４氾濫危険警報", "rain 2 レベル２大雨注意報", "thunder  雷注意報", "tornado  竜巻注意情報"],
            Board([.. Night.Where(telegram => telegram.Type != "VXWW50"), summary]).Order());
    }

    [Fact]
    public void SummaryWithoutTheWard_StatesNothing() => Assert.Empty(TelegramStatements.From(
        Summary("12:30", Telegrams.Layer("気象警報・注意報（市町村等）", "レベル３大雨警報", "03", "発表", "横浜市", "1410000")),
        Guid.NewGuid(), Now, Wards.Chiyoda));

    [Fact]
    public void TimeSeries_IsNeverInForce()
    {
        var series = Municipality("大雨", "レベル５大雨特別警報", "33", "発表", "12:00") with { Type = "VPWP50" };

        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(series, Wards.Chiyoda));
        Assert.Empty(TelegramStatements.From(series, Guid.NewGuid(), Now, Wards.Chiyoda));
    }

    [Fact]
    public void HeadlineAlone_StatesTheWard()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(Rain, Headline(CodeSets.Municipality, "千代田区", "1310100"), reportedAt: At("12:00")));

        Assert.Equal(["レベル４大雨危険警報"], Telegrams.InForce(telegram).Select(warning => warning.Kind));
    }

    [Fact]
    public void HeadlineOfThePrefectureAlone_NeitherStatesNorEndsAnything()
    {
        var telegram = Telegrams.Read(Telegrams.Xml(Rain, Headline(CodeSets.WeatherRegion, "東京都", "130000"), reportedAt: At("12:40")));

        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Now, Wards.Chiyoda));
        Assert.Contains(AtTheEnd[0], Board([.. Night, telegram]));
    }

    [Fact]
    public void OldFamily_IsReadWhereTheWardSaysSo()
    {
        var old = OldLandslide("12:10");

        Assert.Empty(TelegramStatements.From(old, Guid.NewGuid(), Now, Wards.Chiyoda, Policy([])));
        Assert.True(Assert.Single(Assert.Single(TelegramStatements.From(old, Guid.NewGuid(), Now, Wards.Chiyoda, Policy(["VXWW50"]))).InForce).IsFallback);
    }

    [Fact]
    public void OldAndNewWarning_StandOnceByTheNewWord()
    {
        // VPWW54 in the shape in which its reader gives it: items by municipality.
        var old = Municipality("大雨", "大雨警報", "03", "発表", "12:05") with { Type = "VPWW54" };
        var policy = Policy(["VPWW54"]);
        var statements = new[] { old, Municipality("大雨", "レベル３大雨警報", "03", "発表", "12:00") }
            .SelectMany(telegram => TelegramStatements.From(telegram, Guid.NewGuid(), Now, Wards.Chiyoda, policy)).ToList();

        Assert.Equal(["レベル３大雨警報"], WarningBoard.InForce(statements, TelegramStatus.Normal, Now).Select(warning => warning.Kind));
        Assert.Empty(TelegramStatements.From(old, Guid.NewGuid(), Now, Wards.Chiyoda));
    }

    [Theory]
    [InlineData("５", "４", "A", 4, "レベル４氾濫危険警報")]
    [InlineData("４", "５", "A", 5, "レベル５氾濫特別警報（氾濫発生）")]
    [InlineData("５", "４", "", 5, "レベル５氾濫特別警報（氾濫発生）")]
    [InlineData("５", "・", "A", 5, "レベル５氾濫特別警報（氾濫発生）")]
    public void FloodOfTwoStretches_HasTheLevelOfTheOneThatFloodsTheWard(string elsewhere, string here, string station, int level, string kind)
    {
        var telegram = Telegrams.Read(Telegrams.Flood("荒川", Wards.Arakawa, "レベル５氾濫特別警報（氾濫発生）", "51", $"""
            <Warning type="指定河川洪水予報">
            {Section(elsewhere, "B")}
            {Section(here, "A")}
            <Item><Kind><Property><Type>浸水想定地区</Type></Property></Kind><Areas>
            <Area><Code>{station}</Code><Prefecture>東京都</Prefecture><City>千代田区</City><CityCode>1310100</CityCode></Area>
            <Area><Code>B</Code><Prefecture>群馬県</Prefecture><City>千代田町</City><CityCode>1052300</CityCode></Area>
            </Areas></Item>
            </Warning>
            """));

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.Equal((level, kind), (warning.Level, warning.Kind));
        Assert.Equal([Wards.Arakawa, "1310100"], warning.Areas.Select(area => area.Code));
    }

    [Fact]
    public void TsunamiInformation_RepeatsGradesAndHoldsNothing()
    {
        var grades = SharedData.Telegram("official_samples/32-39_11_02_250206_VTSE41.xml");
        var ward = Wards.Other(tsunami: [.. ((TsunamiFacts)grades.Facts).Areas.Select(area => area.Region.Code)]);

        Assert.NotEmpty(TelegramStatements.From(grades, Guid.NewGuid(), Now, ward));
        Assert.Empty(TelegramStatements.From(grades with { Type = "VTSE51" }, Guid.NewGuid(), Now, ward));
    }

    [Fact]
    public void AshFall_HoldsForItsMunicipalitiesUntilItsEnd()
    {
        var telegram = SharedData.Telegram("official_samples/66_01_02_210514_VFVO54.xml");
        var ends = new DateTimeOffset(2021, 5, 14, 13, 31, 0, TimeSpan.FromHours(9));

        var inForce = Telegrams.InForce(telegram, Wards.Other(class20: ["4620100"]));

        Assert.Equal(["やや多量の降灰", "少量の降灰", "小さな噴石の落下"], inForce.Select(warning => warning.Kind));
        Assert.All(inForce, warning => Assert.Equal((null, ends), (warning.Level, warning.ValidUntil)));
        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
    }

    private static List<JmaTelegram> Night =>
    [
        // Rain: up, a mistaken level 5 that is cancelled, down.
        Municipality("大雨", "レベル２大雨注意報", "10", "発表", "08:00"),
        Municipality("大雨", "レベル４大雨危険警報", "43", "発表", "09:00"),
        Municipality("大雨", "レベル３大雨警報", "03", "危険警報から警報", "10:00"),
        Municipality("大雨", "レベル５大雨特別警報", "33", "発表", "10:05"),
        Telegrams.Read(Telegrams.Xml(Rain, infoType: "取消", reportedAt: At("10:05"), controlAt: "2026-08-01T01:07:00Z")),
        Municipality("大雨", "レベル３大雨警報", "03", "継続", "11:00"),

        // The same by a drill and by a test.
        Municipality("大雨", "レベル５大雨特別警報", "33", "発表", "11:30", "訓練"),
        Municipality("大雨", "レベル５大雨特別警報", "33", "発表", "11:31", "試験"),
        Municipality("大雨", "", "", "発表警報・注意報はなし", "11:32", "試験"),

        // Landslide in both vocabularies, the new one corrected.
        Municipality("土砂", "レベル３土砂災害警報", "09", "発表", "09:30"),
        Telegrams.Read(ReadingAWeatherWarningTests.Municipality("土砂", "レベル４土砂災害危険警報", "49", "発表", At("09:30"), "訂正")),
        OldLandslide("09:34"),

        // The river: the flood of June with the same numbers, ended; today's, delayed.
        Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル５氾濫特別警報", "51", reportedAt: "2026-06-03T10:00:00+09:00")),
        Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル２氾濫注意報解除", "10", reportedAt: "2026-06-03T18:00:00+09:00", serial: "2")),
        Telegrams.Read(Telegrams.Flood("神田川", Wards.Kanda, "レベル４氾濫危険警報", "40", reportedAt: At("10:30"), infoType: "遅延")),

        // Wind: an advisory that ends and comes again; snow that ended.
        Municipality("暴風", "強風注意報", "15", "発表", "07:00"),
        Municipality("暴風", "強風注意報", "15", "解除", "08:30"),
        Municipality("暴風", "強風注意報", "15", "発表", "12:00"),
        Municipality("大雪", "大雪注意報", "12", "発表", "01:00"),
        Municipality("大雪", "大雪注意報", "12", "解除", "02:00"),

        // A tornado advisory that has run out, and one that runs.
        Tornado("11:00", "12:00"),
        Tornado("12:15", "13:20"),
    ];

    private static JmaTelegram Municipality(string element, string kind, string code, string status, string time, string telegramStatus = "通常") =>
        Telegrams.Read(ReadingAWeatherWarningTests.Municipality(element, kind, code, status, At(time), telegramStatus: telegramStatus));

    private static JmaTelegram OldLandslide(string time) => Telegrams.Read(Telegrams.Xml(
        "土砂災害警戒情報",
        body: Telegrams.Layer("土砂災害警戒情報", "警戒", "3", "発表", "千代田区", "1310100"),
        eventId: "東京都土砂災害警戒情報",
        office: "東京都 気象庁",
        reportedAt: At(time)));

    private static JmaTelegram Tornado(string time, string ends) => Telegrams.Read(Telegrams.Xml(
        "竜巻注意情報",
        body: Telegrams.Layer("竜巻注意情報（市町村等）", "竜巻注意情報", "1", "発表", "千代田区", "1310100"),
        reportedAt: At(time),
        validUntil: At(ends)));

    /// <summary>集約通報 in the shape in which its reader gives it: kinds by municipality, of every element.</summary>
    private static JmaTelegram Summary(string time, string layers)
    {
        var all = Telegrams.Read(Telegrams.Xml(Rain, body: layers, reportedAt: At(time)));
        var facts = (WeatherWarningFacts)all.Facts;
        return all with
        {
            Type = "VPWS50",
            Facts = facts with { Items = [.. facts.Items.Select(item => item.KindCode == "14" ? item with { Phenomenon = "thunder", Level = null } : item)] },
        };
    }

    private static string Layer(string kind, string code) =>
        Telegrams.Layer("気象警報・注意報（市町村等）", kind, code, "継続", "千代田区", "1310100");

    private static string Headline(string codeSet, string area, string code) =>
        Telegrams.Information("気象警報・注意報", codeSet, "レベル４大雨危険警報", "43", area, code, "発表");

    private static string Section(string level, string station) => $"""
        <Item><Kind><Property><Type>主文</Type><Text>【警戒レベル{level}相当】本文</Text></Property></Kind>
        <Stations><Station><Name>{station}</Name><Code type="水位観測所">{station}</Code></Station></Stations></Item>
        """;

    private static string At(string time) => $"2026-08-01T{time}:00+09:00";

    private static WarningPolicy Policy(string[] fallbacks) =>
        WarningPolicy.Default with { FallbackFamilies = fallbacks.ToHashSet(StringComparer.Ordinal) };

    private static IReadOnlyList<string> Board(IEnumerable<JmaTelegram> telegrams, TelegramStatus status = TelegramStatus.Normal)
    {
        var at = 0;
        var statements = telegrams
            .SelectMany(telegram => TelegramStatements.From(telegram, Guid.NewGuid(), Now.AddSeconds(at++), Wards.Chiyoda))
            .ToList();
        return [.. WarningBoard.InForce(statements, status, Now).Select(warning => $"{warning.Phenomenon} {warning.Level} {warning.Kind}")];
    }
}
