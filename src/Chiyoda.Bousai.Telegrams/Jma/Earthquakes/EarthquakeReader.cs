using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Reads the body of VXSE51, VXSE52, VXSE53, VXSE61 and VXSE62.</summary>
internal static class EarthquakeReader
{
    public static EarthquakeFacts Read(TelegramXml xml, NoticeList notices)
    {
        Hypocenter? hypocenter = null;
        SeismicIntensity? max = null;
        int? maxLongPeriod = null;
        List<IntensityObservation> observations = [];
        List<string> comments = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "Earthquake":
                    var read = HypocenterReader.Read(xml);
                    hypocenter ??= read;
                    break;
                case "Intensity":
                    for (var intensity = xml.Children(); xml.MoveNext(intensity);)
                    {
                        if (xml.Name == "Observation")
                        {
                            (max, maxLongPeriod) = Observation(xml, observations, notices);
                        }
                    }

                    break;
                case "Comments":
                    CommonElements.Comments(xml, comments);
                    break;
                case "Text":
                    comments.Add(xml.Text());
                    break;
            }
        }

        return new EarthquakeFacts(hypocenter, max, observations, comments) { MaxLongPeriodClass = maxLongPeriod };
    }

    private static (SeismicIntensity? Max, int? LongPeriod) Observation(
        TelegramXml xml, List<IntensityObservation> observations, NoticeList notices)
    {
        SeismicIntensity? max = null;
        int? longPeriod = null;
        for (var observation = xml.Children(); xml.MoveNext(observation);)
        {
            switch (xml.Name)
            {
                case "MaxInt": max = Intensity(xml, notices); break;
                case "MaxLgInt": longPeriod = LongPeriod(xml); break;
                case "Pref": Place(xml, IntensityScope.Prefecture, "", observations, notices); break;
            }
        }

        return (max, longPeriod);
    }

    // Pref, Area, City and IntensityStation are built alike and lie in each other; each stands before its parts.
    private static void Place(
        TelegramXml xml,
        IntensityScope scope,
        string prefecture,
        List<IntensityObservation> observations,
        NoticeList notices)
    {
        string name = "", code = "";
        SeismicIntensity? intensity = null;
        int? longPeriod = null;
        var at = observations.Count;
        observations.Add(null!);
        TelegramLimits.CheckItems(observations.Count);
        for (var place = xml.Children(); xml.MoveNext(place);)
        {
            switch (xml.Name)
            {
                case "Name":
                    name = xml.Word();
                    prefecture = scope == IntensityScope.Prefecture ? name : prefecture;
                    break;
                case "Code":
                    code = xml.Word();
                    break;

                // A municipality may have both a class and the word that another of its stations is silent.
                case "MaxInt" or "Int" or "Condition":
                    intensity = Stronger(intensity, Intensity(xml, notices));
                    break;
                case "MaxLgInt" or "LgInt":
                    longPeriod = LongPeriod(xml);
                    break;
                case "Area" when scope < IntensityScope.Area:
                    Place(xml, IntensityScope.Area, prefecture, observations, notices);
                    break;
                case "City" when scope < IntensityScope.City:
                    Place(xml, IntensityScope.City, prefecture, observations, notices);
                    break;

                // Stations of 長周期地震動 lie in the area, without a municipality between.
                case "IntensityStation" when scope < IntensityScope.Station:
                    Place(xml, IntensityScope.Station, prefecture, observations, notices);
                    break;
            }
        }

        observations[at] = new IntensityObservation(
            scope, prefecture, new WarningArea(CodeSetOf(scope), code, name), intensity)
        { LongPeriodClass = longPeriod };
    }

    private static SeismicIntensity? Intensity(TelegramXml xml, NoticeList notices)
    {
        var place = xml.Name;
        var text = xml.Word();
        var intensity = IntensityWords.Parse(text);
        if (intensity is null && text.Length > 0)
        {
            notices.Add("unknown-intensity", $"Body/Intensity/Observation {place}", text);
        }

        return intensity;
    }

    private static int? LongPeriod(TelegramXml xml) => TelegramValues.Integer(xml.Word()) is >= 0 and <= 4 and var found ? found : null;

    private static SeismicIntensity? Stronger(SeismicIntensity? one, SeismicIntensity? other) =>
        one is null || other > one ? other : one;

    private static string CodeSetOf(IntensityScope scope) => scope switch
    {
        IntensityScope.Prefecture => CodeSets.SeismicPrefecture,
        IntensityScope.Area => CodeSets.SeismicArea,
        IntensityScope.City => CodeSets.Municipality,
        _ => CodeSets.IntensityStation,
    };
}
