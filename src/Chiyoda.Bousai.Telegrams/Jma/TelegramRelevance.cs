using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.Volcanoes;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Whether a telegram is about the ward: by codes of the right code set alone. A prefecture, a name and a text decide
/// nothing: telegrams for the same prefecture are mostly about other places, and place names repeat.
/// </summary>
public static class TelegramRelevance
{
    /// <summary>Judges a telegram.</summary>
    /// <param name="telegram">The telegram.</param>
    /// <param name="ward">The ward's codes.</param>
    /// <returns>What it has to do with the ward.</returns>
    public static Relevance Concerns(JmaTelegram telegram, WardCodes ward)
    {
        ArgumentNullException.ThrowIfNull(telegram);
        ArgumentNullException.ThrowIfNull(ward);
        return (telegram.Type, telegram.Facts) switch
        {
            (_, FloodForecastFacts facts) => Flood(telegram, facts, ward),
            (_, TornadoFacts facts) => Tornado(facts, ward),

            // Nothing else of these families holds by itself: 震源に関する情報 has no intensity, 津波情報 repeats grades that only
            // VTSE41 lifts, and a time series is a forecast.
            ("VXSE51" or "VXSE53", EarthquakeFacts facts) => OrEarlier(facts.Observations.Any(place => EarthquakeStatement.IsWard(place, ward))),
            ("VTSE41", TsunamiFacts facts) => OrEarlier(facts.Areas.Any(area => ward.TsunamiRegions.ContainsKey(area.Region.Code))),
            ("VFVO54" or "VFVO55", _) => OrEarlier(AshStatement.OfTheWard(telegram.Head.Headline, ward).Any()),
            (_, BulletinFacts facts) => OrEarlier(BulletinStatement.OfTheWard(facts, ward).Any()),
            ("VXWW50" or SummaryStatement.Type, HazardFacts facts) => ByMunicipality(telegram, facts, ward),
            ({ } type, HazardFacts facts) when type.StartsWith("VPWW", StringComparison.Ordinal) => ByMunicipality(telegram, facts, ward),
            _ => Relevance.Irrelevant,
        };
    }

    private static Relevance ByMunicipality(JmaTelegram telegram, HazardFacts facts, WardCodes ward)
    {
        if (facts.Items.Any(item => WardAreas.IsMunicipality(item.Area, ward)))
        {
            return Relevance.Concerns;
        }

        if (facts.AreasWithout.Any(area => WardAreas.IsMunicipality(area, ward)))
        {
            return Relevance.StatesNone;
        }

        // The body lists every municipality of its office. A headline lists only those with something.
        return facts.IsFromHeadline || telegram.Head.InfoType == InfoType.Cancel ? Relevance.OnlyIfEarlierDid : Relevance.Irrelevant;
    }

    private static Relevance Flood(JmaTelegram telegram, FloodForecastFacts facts, WardCodes ward)
    {
        var isAllowListed =
            ward.FloodForecastAreas.Contains(telegram.Head.EventId)
            || facts.Items.Any(item => WardAreas.IsFloodForecastArea(item.Area, ward));
        return OrEarlier(isAllowListed || facts.Inundations.Any(area => ward.Class20.Contains(area.CityCode)));
    }

    private static Relevance Tornado(TornadoFacts facts, WardCodes ward)
    {
        if (TornadoStatement.OfTheWard(facts, ward).Any())
        {
            return Relevance.Concerns;
        }

        if (facts.AreasWithout.Any(area => WardAreas.IsMunicipality(area, ward) || WardAreas.IsRegion(area, ward)))
        {
            return Relevance.StatesNone;
        }

        return facts.IsFromHeadline ? Relevance.OnlyIfEarlierDid : Relevance.Irrelevant;
    }

    private static Relevance OrEarlier(bool concerns) => concerns ? Relevance.Concerns : Relevance.OnlyIfEarlierDid;
}
