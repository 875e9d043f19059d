using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Earthquakes;

/// <summary>What a naive reading of earthquake telegrams gets wrong; one test each.</summary>
public sealed class EarthquakeTrapsTests
{
    [Theory]
    [InlineData("震度５弱以上未入電", "5-?")]
    [InlineData("震度5弱以上未入電", "5-?")]
    [InlineData("5-", "5-")]
    [InlineData("６＋", "6+")]
    [InlineData("５弱以上", null)]
    [InlineData("", null)]
    public void IntensityInEitherWidth_IsTheSame(string word, string? wire) =>
        Assert.Equal(wire, IntensityWords.Parse(word) is { } intensity ? IntensityWords.Wire(intensity) : null);

    [Fact]
    public void StationCodeIsNotTheCityCode()
    {
        var ward = Wards.Chiyoda with { SeismicAreas = new HashSet<string>() };
        var stationOnly = Telegrams.Read(ReadingAnEarthquakeTests.Earthquake(
            ReadingAnEarthquakeTests.Observed("<MaxInt>4</MaxInt>", "<Int>4</Int>", cityCode: "1399900", stationCode: "1310100")));

        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(stationOnly, ward));
        Assert.Empty(Telegrams.InForce(stationOnly, ward));
    }

    [Fact]
    public void CityNameOfTheSeismicSetDiffersAndDecidesNothing()
    {
        var telegram = SharedData.Telegram("official_samples/32-35_06_03_240613_VXSE53.xml");

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Equal(("earthquake", "震度２", "2", null), (warning.Phenomenon, warning.Kind, warning.PhenomenonCode, warning.Level));
        Assert.Equal("20080614084350", warning.Cause);
        Assert.Contains(new WarningArea(CodeSets.Municipality, "1310100", "東京千代田区"), warning.Areas);
    }

    [Fact]
    public void SilentCityIsNotWeak()
    {
        var telegram = Telegrams.Read(ReadingAnEarthquakeTests.Earthquake(ReadingAnEarthquakeTests.Observed(
            "<MaxInt>4</MaxInt><Condition>震度５弱以上未入電</Condition>", "<Int>震度５弱以上未入電</Int>")));

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.Equal(("震度５弱以上未入電", "5-?"), (warning.Kind, warning.PhenomenonCode));
    }

    [Fact]
    public void PromptReportOfTheAreaGivesWayToTheCity()
    {
        var prompt = SharedData.Telegram("official_samples/32-35_07_05_100915_VXSE51.xml");
        var full = SharedData.Telegram("official_samples/32-35_07_06_240613_VXSE53.xml");
        Assert.Equal(prompt.Head.EventId, full.Head.EventId);

        var provisional = Telegrams.InForce(prompt);
        var merged = WarningBoard.Merge([provisional, Telegrams.InForce(full)]);

        Assert.Equal("震度４", Assert.Single(provisional).Kind);
        Assert.True(provisional[0].IsFallback);
        Assert.False(Assert.Single(merged).IsFallback);
    }

    /// <summary>震源・震度に関する情報 lists every municipality: the area's class is then another municipality's.</summary>
    [Fact]
    public void CityThatTheFullReportDoesNotList_HasNoClass_AndThePromptReportOfItsAreaEnds()
    {
        var prompt = Telegrams.Read(Telegrams.Xml(
            "震度速報", body: ReadingAnEarthquakeTests.Observed("", "", cityCode: ""), eventId: "20260801114500", reportedAt: "2026-08-01T11:47:00+09:00", bodyNamespace: "body/seismology1/"));
        var full = Telegrams.Read(ReadingAnEarthquakeTests.Earthquake(
            ReadingAnEarthquakeTests.Observed("<MaxInt>4</MaxInt>", "<Int>4</Int>", cityCode: "1310200", stationCode: "1310230")));

        Assert.Equal("震度４", Assert.Single(Board(prompt)).Kind);
        Assert.Equal(Relevance.Concerns, TelegramRelevance.Concerns(full, Wards.Chiyoda));
        Assert.Empty(Telegrams.InForce(full));
        Assert.Empty(Board(full, prompt));
        Assert.Equal("震度４", Assert.Single(Telegrams.InForce(full, Wards.Other(class20: ["1310200"], seismic: ["350"]))).Kind);

        static IReadOnlyList<HazardWarning> Board(params JmaTelegram[] telegrams) =>
            WarningBoard.InForce(telegrams.Select(telegram => Telegrams.Statement(telegram)), TelegramStatus.Normal, Telegrams.ReceivedAt);
    }

    [Fact]
    public void EarthquakeIsMomentary()
    {
        var telegram = SharedData.Telegram("official_samples/32-35_06_03_240613_VXSE53.xml");

        var warning = Assert.Single(Telegrams.InForce(telegram));

        Assert.True(warning.IsAgedOut);
        Assert.Equal(telegram.Head.ReportedAt.AddHours(3), warning.ValidUntil);
    }

    [Fact]
    public void CancelHasNoAreasAndFollowsItsEvent()
    {
        var cancel = SharedData.Telegram("official_samples/32-35_06_06_100915_VXSE53.xml");
        var before = SharedData.Telegram("official_samples/32-35_06_05_240613_VXSE53.xml");

        Assert.Equal(Relevance.OnlyIfEarlierDid, TelegramRelevance.Concerns(cancel, Wards.Chiyoda));
        Assert.Equal(before.Stream, cancel.Stream);
        Assert.Equal(InfoType.Cancel, Telegrams.Statement(cancel).InfoType);
        Assert.Empty(WarningFold.InForce(
            [Telegrams.Statement(cancel), Telegrams.Statement(before)], cancel.Head.ReportedAt));
    }

    [Fact]
    public void HypocenterAloneConcernsNoPlace()
    {
        var telegram = SharedData.Telegram("official_samples/32-35_06_02_100915_VXSE52.xml");

        Assert.Equal(InfoType.Cancel, telegram.Head.InfoType);
        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(telegram, Wards.Chiyoda));
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda));
    }
}
