using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Reads 指定河川洪水予報: kinds from the headline, everything else from the body, which may be empty.</summary>
internal static class FloodForecastReader
{
    public static FloodForecastFacts Read(TelegramXml xml, JmaHead head, NoticeList notices)
    {
        List<FloodSection> sections = [];
        List<InundationArea> inundations = [];
        List<FloodArrival> arrivals = [];
        List<string> rain = [];
        var stations = new FloodStationTable();
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "Warning": FloodWarningReader.Read(xml, sections, inundations); break;
                case "MeteorologicalInfos": FloodSeriesReader.Read(xml, stations, arrivals, rain); break;
                case "AdditionalInfo": FloodSeriesReader.ReadCriteria(xml, stations); break;
            }
        }

        var items = Items(head, notices);
        return new FloodForecastFacts(
            items, ForecastArea(items), sections, inundations, stations.ToStations(), arrivals, rain)
        {
            IsFromHeadline = true,
        };
    }

    private static List<HazardItem> Items(JmaHead head, NoticeList notices)
    {
        List<HazardItem> items = [];
        foreach (var item in head.Headline.Items)
        {
            foreach (var kind in item.Kinds)
            {
                var level = FloodForecastKinds.LevelOf(kind.Code, out var isKnown);
                if (!isKnown)
                {
                    notices.Add("unknown-kind", "VXKO Headline/Kind/Code", $"{kind.Code} {kind.Name}");
                }

                foreach (var area in item.Areas)
                {
                    items.Add(new HazardItem("flood", level, kind.Name, kind.Code, kind.Condition, area)
                    {
                        Layer = item.InformationType,
                        IsEnded = FloodForecastKinds.IsEnded(kind.Code),
                        Condition = kind.Condition,
                    });
                }

                TelegramLimits.CheckItems(items.Count);
            }
        }

        return items;
    }

    private static WarningArea? ForecastArea(List<HazardItem> items) =>
        items.Find(item => item.Area.CodeSet == CodeSets.FloodForecastArea)?.Area;
}
