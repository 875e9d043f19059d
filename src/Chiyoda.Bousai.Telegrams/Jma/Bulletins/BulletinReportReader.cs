using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Bulletins;

/// <summary>Reads the observations of a bulletin.</summary>
internal static class BulletinReportReader
{
    /// <summary>Reads one MeteorologicalInfos.</summary>
    public static void Read(TelegramXml xml, List<BulletinReport> reports)
    {
        for (var infos = xml.Children(); xml.MoveNext(infos);)
        {
            for (var info = xml.Children(); xml.MoveNext(info);)
            {
                if (xml.Name == "Item")
                {
                    Item(xml, reports);
                }
            }
        }
    }

    private static void Item(TelegramXml xml, List<BulletinReport> reports)
    {
        List<BulletinReport> found = [];
        WarningArea? place = null;
        var station = "";
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind":
                    for (var kind = xml.Children(); xml.MoveNext(kind);)
                    {
                        for (var property = xml.Children(); xml.MoveNext(property);)
                        {
                            Part(xml, found);
                        }
                    }

                    break;
                case "Area": place = CommonElements.Area(xml, string.Empty); break;
                case "Station": station = CommonElements.Kind(xml).Name; break;
            }
        }

        reports.AddRange(found.Select(report => report with { Place = place, Station = station }));
    }

    // PrecipitationPart and SnowfallDepthPart hold values and one Time for all; EventPart holds Events with their own.
    private static void Part(TelegramXml xml, List<BulletinReport> found)
    {
        var first = found.Count;
        DateTimeOffset? at = null;
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "Time":
                    at = TelegramInstant.Parse(xml.Word());
                    break;
                case "Event":
                    found.Add(Event(xml));
                    break;
                default:
                    var element = xml.Attribute("type");
                    var text = xml.Attribute("description");
                    var unit = xml.Attribute("unit");
                    found.Add(new BulletinReport(null, "", element, text, TelegramValues.Number(xml.Word()), unit, null));
                    break;
            }
        }

        for (var i = first; i < found.Count; i++)
        {
            found[i] = found[i] with { ObservedAt = found[i].ObservedAt ?? at };
        }
    }

    private static BulletinReport Event(TelegramXml xml)
    {
        var name = "";
        DateTimeOffset? at = null;
        for (var happening = xml.Children(); xml.MoveNext(happening);)
        {
            switch (xml.Name)
            {
                case "EventName": name = xml.Word(); break;
                case "Time": at = TelegramInstant.Parse(xml.Word()); break;
            }
        }

        return new BulletinReport(null, "", name, "", null, "", at);
    }
}
