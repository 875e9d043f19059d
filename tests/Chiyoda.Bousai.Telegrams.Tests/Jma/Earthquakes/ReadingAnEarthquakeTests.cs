using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Earthquakes;

/// <summary>Facts written down by reading the telegrams named in each test.</summary>
public sealed class ReadingAnEarthquakeTests
{
    private const string Iwate = "official_samples/32-35_06_03_240613_VXSE53.xml";

    [Fact]
    public void IntensitiesOfIwate2008_AreReadDownToTheStation()
    {
        var telegram = SharedData.Telegram(Iwate);

        var facts = Assert.IsType<EarthquakeFacts>(telegram.Facts);
        Assert.Equal("VXSE53", telegram.Type);
        Assert.Equal("通常/VXSE53/20080614084350", telegram.Stream);
        Assert.Equal(
            new Hypocenter(
                "岩手県内陸南部",
                "岩手県内陸南部",
                "213",
                140.9m,
                39.0m,
                10,
                7.0m,
                "Ｍ７．０",
                new DateTimeOffset(2008, 6, 14, 8, 43, 0, TimeSpan.FromHours(9))),
            facts.Hypocenter);
        Assert.Equal(SeismicIntensity.SixUpper, facts.MaxIntensity);
        Assert.Equal(
            new IntensityObservation(
                IntensityScope.City, "岩手県", new WarningArea(CodeSets.Municipality, "0321500", "奥州市"), SeismicIntensity.SixUpper),
            facts.Observations[2]);
        Assert.Equal(
            new IntensityObservation(
                IntensityScope.Station,
                "岩手県",
                new WarningArea(CodeSets.IntensityStation, "0321533", "奥州市衣川区（旧）＊"),
                SeismicIntensity.SixUpper),
            facts.Observations[3]);
        Assert.Equal(
            [SeismicIntensity.Three, SeismicIntensity.Two, SeismicIntensity.Two],
            new[]
            {
                Of(facts, IntensityScope.Area, "350"), Of(facts, IntensityScope.City, "1310100"), Of(facts, IntensityScope.Station, "1310133"),
            });
        Assert.Equal(2, facts.Comments.Count);
        Assert.Equal("この地震による津波の心配はありません。\nこの地震について、緊急地震速報を発表しています。", facts.Comments[0]);
    }

    [Fact]
    public void SilentStationIsUnknownAndMayBeStrong()
    {
        var facts = (EarthquakeFacts)SharedData.Telegram(Iwate).Facts;

        Assert.Equal(SeismicIntensity.UnreportedFiveLowerOrMore, Of(facts, IntensityScope.Station, "0338130"));
        Assert.Equal(SeismicIntensity.UnreportedFiveLowerOrMore, Of(facts, IntensityScope.City, "0338100"));

        // 大蔵村: one station with 4, another silent.
        Assert.Equal(SeismicIntensity.Four, Of(facts, IntensityScope.Station, "0636520"));
        Assert.Equal(SeismicIntensity.UnreportedFiveLowerOrMore, Of(facts, IntensityScope.City, "0636500"));
        Assert.True(SeismicIntensity.UnreportedFiveLowerOrMore > SeismicIntensity.FiveLower);
        Assert.True(SeismicIntensity.UnreportedFiveLowerOrMore < SeismicIntensity.FiveUpper);
    }

    [Fact]
    public void PromptReport_HasAreasAndNoHypocenter()
    {
        var facts = Assert.IsType<EarthquakeFacts>(SharedData.Telegram("official_samples/32-35_07_05_100915_VXSE51.xml").Facts);

        Assert.Null(facts.Hypocenter);
        Assert.Equal(SeismicIntensity.SixLower, facts.MaxIntensity);
        Assert.Equal(SeismicIntensity.Four, Of(facts, IntensityScope.Area, "350"));
        Assert.DoesNotContain(facts.Observations, observation => observation.Scope > IntensityScope.Area);
    }

    [Fact]
    public void EarthquakeAbroad_IsNamedInDetailAndItsDepthAndMagnitudeAreUnknown()
    {
        var facts = Assert.IsType<EarthquakeFacts>(
            SharedData.Telegram("real_quake_2021_2024/20230410231623_04156158_VXSE53.xml").Facts);

        Assert.Equal("ロシア、カムチャツカ半島東岸", facts.Hypocenter?.Name);
        Assert.Equal((161.4m, 56.7m), (facts.Hypocenter?.Longitude, facts.Hypocenter?.Latitude));
        Assert.Null(facts.Hypocenter?.DepthKilometers);
        Assert.Null(facts.Hypocenter?.Magnitude);
        Assert.Null(facts.MaxIntensity);
        Assert.Empty(facts.Observations);
    }

    [Theory]
    [InlineData("+35.6+139.7-20000/", 35.6, 139.7, 20)]
    [InlineData("+35.6+139.7+0/", 35.6, 139.7, 0)]
    [InlineData("+35.6+139.7/", 35.6, 139.7, null)]
    [InlineData("-15.2-175.0-700000/", -15.2, -175.0, 700)]
    [InlineData("", null, null, null)]
    [InlineData("北緯３５度", null, null, null)]
    [InlineData("+95.0+139.7-20000/", null, null, null)]
    [InlineData("+35.6+139.7-20000-1/", null, null, null)]
    public void Coordinate_IsReadOrUnknown(string text, double? latitude, double? longitude, int? depth)
    {
        var telegram = Telegrams.Read(Earthquake($"""
            <Earthquake><Hypocenter><Area><Name>どこか</Name><jmx_eb:Coordinate>{text}</jmx_eb:Coordinate></Area></Hypocenter>
            <jmx_eb:Magnitude type="Mj" condition="不明" description="Ｍ不明">NaN</jmx_eb:Magnitude></Earthquake>
            """));

        var hypocenter = Assert.IsType<EarthquakeFacts>(telegram.Facts).Hypocenter;
        Assert.Equal((decimal?)latitude, hypocenter?.Latitude);
        Assert.Equal((decimal?)longitude, hypocenter?.Longitude);
        Assert.Equal(depth, hypocenter?.DepthKilometers);
        Assert.Null(hypocenter?.Magnitude);
        Assert.Equal("Ｍ不明", hypocenter?.MagnitudeText);
    }

    /// <summary>jmx_seis.xsd allows several and promises no order.</summary>
    [Theory]
    [InlineData("", "+3901.7+14052.8-8000/", 39.0, 140.9, 10)]
    [InlineData("+3901.7+14052.8-8000/", "", 39.0, 140.9, 10)]
    public void CoordinateInDegreesCounts_WhereverItStands(string before, string after, double latitude, double longitude, int depth)
    {
        var found = Hypocenter($"{InMinutes(before)}<jmx_eb:Coordinate>+39.0+140.9-10000/</jmx_eb:Coordinate>{InMinutes(after)}", "");

        Assert.Equal(((decimal?)latitude, (decimal?)longitude, depth), (found.Latitude, found.Longitude, found.DepthKilometers));
    }

    [Theory]
    [InlineData("+3901.7+14052.8-8000/", 39.028, 140.88, 8)]
    [InlineData("-1530.0-17500.6-700000/", -15.5, -175.01, 700)]
    [InlineData("+3961.0+14052.8-8000/", null, null, null)]
    [InlineData("+9100.0+14052.8-8000/", null, null, null)]
    public void CoordinateInDegreesAndMinutesAlone_IsTaken(string text, double? latitude, double? longitude, int? depth)
    {
        var found = Hypocenter(InMinutes(text), "");

        Assert.Equal(((decimal?)latitude, (decimal?)longitude, depth), (found.Latitude, found.Longitude, found.DepthKilometers));
    }

    [Theory]
    [InlineData("<jmx_eb:Magnitude type=\"Mj\" description=\"Ｍ６．５\">6.5</jmx_eb:Magnitude><jmx_eb:Magnitude type=\"Mw\" description=\"Ｍ不明\">NaN</jmx_eb:Magnitude>")]
    [InlineData("<jmx_eb:Magnitude type=\"Mw\" description=\"Ｍ不明\">NaN</jmx_eb:Magnitude><jmx_eb:Magnitude type=\"Mj\" description=\"Ｍ６．５\">6.5</jmx_eb:Magnitude>")]
    [InlineData("<jmx_eb:Magnitude type=\"Mj\" description=\"Ｍ６．５\">6.5</jmx_eb:Magnitude><jmx_eb:Magnitude type=\"Mw\" description=\"Ｍ６．８\">6.8</jmx_eb:Magnitude>")]
    public void FirstMagnitudeWithAValueCounts(string magnitudes)
    {
        var found = Hypocenter("", magnitudes);

        Assert.Equal((6.5m, "Ｍ６．５"), (found.Magnitude, found.MagnitudeText));
    }

    [Fact]
    public void TrailingBlanks_DoNotHideAClass()
    {
        var telegram = Telegrams.Read(Earthquake(Observed("<MaxInt>4 </MaxInt>", "<Int> 5- </Int>")));

        var facts = Assert.IsType<EarthquakeFacts>(telegram.Facts);
        Assert.Equal(SeismicIntensity.Four, Of(facts, IntensityScope.City, "1310100"));
        Assert.Equal(SeismicIntensity.FiveLower, Of(facts, IntensityScope.Station, "1310100"));
        Assert.Empty(telegram.Notices);
    }

    [Fact]
    public void UnknownClass_IsReportedAndNotZero()
    {
        var telegram = Telegrams.Read(Earthquake(Observed("<MaxInt>8</MaxInt>", "")));

        Assert.Null(Of((EarthquakeFacts)telegram.Facts, IntensityScope.City, "1310100"));
        Assert.Contains(telegram.Notices, notice => notice is { Code: "unknown-intensity", Word: "8" });
    }

    private static string InMinutes(string text) =>
        text.Length == 0 ? "" : $"<jmx_eb:Coordinate type=\"震源位置（度分）\">{text}</jmx_eb:Coordinate>";

    private static Hypocenter Hypocenter(string coordinates, string magnitudes) => Assert.IsType<EarthquakeFacts>(Telegrams.Read(Earthquake(
        $"<Earthquake><Hypocenter><Area><Name>どこか</Name>{coordinates}</Area></Hypocenter>{magnitudes}</Earthquake>")).Facts).Hypocenter!;

    internal static string Earthquake(string body, string title = "震源・震度に関する情報", string infoType = "発表") => Telegrams.Xml(
        title, body: body, eventId: "20260801114500", infoType: infoType, bodyNamespace: "body/seismology1/");

    internal static string Observed(string city, string station, string cityCode = "1310100", string stationCode = "1310100") => $"""
        <Intensity><Observation><MaxInt>4</MaxInt><Pref><Name>東京都</Name><Code>13</Code><MaxInt>4</MaxInt>
        <Area><Name>東京都２３区</Name><Code>350</Code><MaxInt>4</MaxInt>
        <City><Name>東京千代田区</Name><Code>{cityCode}</Code>{city}
        <IntensityStation><Name>東京千代田区大手町</Name><Code>{stationCode}</Code>{station}</IntensityStation></City>
        </Area></Pref></Observation></Intensity>
        """;

    private static SeismicIntensity? Of(EarthquakeFacts facts, IntensityScope scope, string code) =>
        facts.Observations.Single(observation => observation.Scope == scope && observation.Place.Code == code).Intensity;
}
