using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Reads the body of VXSE60.</summary>
internal static class EarthquakeCountReader
{
    public static EarthquakeCountFacts Read(TelegramXml xml)
    {
        List<EarthquakeCount> counts = [];
        List<string> comments = [];
        var next = "";
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "EarthquakeCount":
                    for (var list = xml.Children(); xml.MoveNext(list);)
                    {
                        if (xml.Name == "Item")
                        {
                            counts.Add(Item(xml));
                        }
                    }

                    break;
                case "NextAdvisory": next = xml.Text(); break;
                case "Comments": CommonElements.Comments(xml, comments); break;
                case "Text": comments.Add(xml.Text()); break;
            }
        }

        return new EarthquakeCountFacts(counts, next, comments);
    }

    private static EarthquakeCount Item(TelegramXml xml)
    {
        var kind = xml.Attribute("type");
        DateTimeOffset? starts = null, ends = null;
        int? number = null, felt = null;
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "StartTime": starts = TelegramInstant.Parse(xml.Word()); break;
                case "EndTime": ends = TelegramInstant.Parse(xml.Word()); break;

                // -1 stands for «not known» (jmx_seis.xsd).
                case "Number": number = Count(xml); break;
                case "FeltNumber": felt = Count(xml); break;
            }
        }

        return new EarthquakeCount(kind, starts, ends, number, felt);
    }

    private static int? Count(TelegramXml xml) => TelegramValues.Integer(xml.Word()) is >= 0 and var count ? count : null;
}
