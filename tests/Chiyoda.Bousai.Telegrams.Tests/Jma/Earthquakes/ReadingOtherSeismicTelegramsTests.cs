using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.Earthquakes;

/// <summary>Golden facts of 緊急地震速報, counts, long-period motion and 南海トラフ, read by a person.</summary>
public sealed class ReadingOtherSeismicTelegramsTests
{
    [Fact]
    public void EarlyWarning_IsAForecast_AndStatesNothingForTheWard()
    {
        var telegram = SharedData.Telegram("official_samples/37_01_01_240613_VXSE43.xml");

        var facts = Assert.IsType<EarlyWarningFacts>(telegram.Facts);
        Assert.Equal(("豊後水道", 30, 5.8m), (facts.Hypocenter!.Name, facts.Hypocenter.DepthKilometers, facts.Hypocenter.Magnitude));
        Assert.Equal(new IntensityForecast(SeismicIntensity.FiveLower, SeismicIntensity.FiveLower), facts.Intensity);
        Assert.Equal(1, facts.LongPeriodClass);
        Assert.Equal(("622", "既に主要動到達と推測", null), (facts.Areas[0].Place.Code, facts.Areas[0].Condition, facts.Areas[0].ArrivesAt));
        var everywhere = Wards.Other(seismic: [.. facts.Areas.Select(area => area.Place.Code)]);
        Assert.Equal(Relevance.Irrelevant, TelegramRelevance.Concerns(telegram, everywhere));
        Assert.Empty(TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, everywhere));
    }

    [Fact]
    public void EarlyWarningOfAnAssumedEpicentre_SaysSo()
    {
        var all = IndexRow.All.Select(row => SharedData.Telegram(row["file"]).Facts).OfType<EarlyWarningFacts>().ToList();

        Assert.Contains(all, facts => facts.IsAssumed);
        Assert.Contains(all, facts => facts.IsLast);
        Assert.Contains(all, facts => facts is { Hypocenter: null, Comments.Count: > 0 });
    }

    [Fact]
    public void Counts_AreByTime()
    {
        var facts = Assert.IsType<EarthquakeCountFacts>(SharedData.Telegram("official_samples/32-35_03_01_100514_VXSE60.xml").Facts);

        Assert.Equal(["地震回数", "１時間地震回数", "１時間地震回数", "１時間地震回数", "累積地震回数"], facts.Counts.Select(count => count.Kind));
        Assert.Equal((1704, 1), (facts.Counts[^1].Number, facts.Counts[^1].FeltNumber));
    }

    [Fact]
    public void LongPeriodClass_IsByStation()
    {
        var facts = Assert.IsType<EarthquakeFacts>(SharedData.Telegram("official_samples/78_01_01_240613_VXSE62.xml").Facts);

        Assert.Equal((SeismicIntensity.FiveLower, 3), (facts.MaxIntensity, facts.MaxLongPeriodClass));
        var station = facts.Observations.Single(place => place is { Scope: IntensityScope.Station, Place.Code: "0421200" });
        Assert.Equal((SeismicIntensity.Four, 3, CodeSets.IntensityStation), (station.Intensity, station.LongPeriodClass, station.Place.CodeSet));
        Assert.DoesNotContain(facts.Observations, place => place.Scope == IntensityScope.City);
    }

    [Fact]
    public void RefinedEpicentre_IsInDegrees()
    {
        var facts = Assert.IsType<EarthquakeFacts>(SharedData.Telegram("official_samples/32-35_03_02_240613_VXSE61.xml").Facts);

        Assert.Equal(("駿河湾", 34.8m, 138.5m, 20, 6.5m), (
            facts.Hypocenter!.Name, facts.Hypocenter.Latitude, facts.Hypocenter.Longitude, facts.Hypocenter.DepthKilometers, facts.Hypocenter.Magnitude));
    }

    [Fact]
    public void NankaiTrough_HasItsKeyword()
    {
        var facts = Assert.IsType<GreatEarthquakeFacts>(SharedData.Telegram("official_samples/74_01_01_200512_VYSE50.xml").Facts);

        Assert.Equal(("南海トラフ地震臨時情報", "111", "調査中"), (facts.Kind, facts.Serial!.Code, facts.Serial.Name));
        Assert.NotEmpty(facts.Text);
    }
}
