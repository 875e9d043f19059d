using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Reads MeteorologicalInfo of a flood forecast: rain in words, and 氾濫水の予報.</summary>
internal static class FloodArrivalReader
{
    public static void Read(TelegramXml xml, List<FloodArrival> arrivals, List<string> rain)
    {
        for (var info = xml.Children(); xml.MoveNext(info);)
        {
            if (xml.Name == "Item")
            {
                for (var item = xml.Children(); xml.MoveNext(item);)
                {
                    if (xml.Name == "Kind")
                    {
                        Kind(xml, arrivals, rain);
                    }
                }
            }
        }
    }

    private static void Kind(TelegramXml xml, List<FloodArrival> arrivals, List<string> rain)
    {
        for (var kind = xml.Children(); xml.MoveNext(kind);)
        {
            if (xml.Name != "Property")
            {
                continue;
            }

            var type = "";
            for (var property = xml.Children(); xml.MoveNext(property);)
            {
                switch (xml.Name)
                {
                    case "Type": type = xml.Word(); break;
                    case "Text" when type == "雨量": rain.Add(xml.Text()); break;
                    case "FloodAssumptionTable": Table(xml, arrivals); break;
                }
            }
        }
    }

    private static void Table(TelegramXml xml, List<FloodArrival> arrivals)
    {
        var river = "";
        for (var table = xml.Children(); xml.MoveNext(table);)
        {
            switch (xml.Name)
            {
                case "Area": river = CommonElements.Area(xml, CodeSets.River).Name; break;
                case "FloodAssumptionPart": arrivals.Add(Part(xml, river)); break;
            }
        }
    }

    private static FloodArrival Part(TelegramXml xml, string river)
    {
        string place = "", description = "";
        DateTimeOffset? arrives = null, deepest = null;
        decimal? from = null, below = null;
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "FloodAssumptionArea":
                    place = xml.Word();
                    break;
                case "AttainmentTime":
                    description = xml.Attribute("description");
                    arrives = TelegramInstant.Parse(xml.Word());
                    break;
                case "AttainmentDeepestTime":
                    deepest = TelegramInstant.Parse(xml.Word());
                    break;
                case "FloodDepth":
                    var bound = xml.Attribute("bound");
                    var depth = TelegramValues.Number(xml.Word());
                    if (bound == "未満")
                    {
                        below = depth;
                    }
                    else
                    {
                        from = depth;
                    }

                    break;
            }
        }

        return new FloodArrival(river, place, arrives, description, from, below, deepest);
    }
}
