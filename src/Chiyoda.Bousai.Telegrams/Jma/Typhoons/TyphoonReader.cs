using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Typhoons;

/// <summary>Reads the body of VPTW60–65.</summary>
internal static class TyphoonReader
{
    public static TyphoonFacts Read(TelegramXml xml)
    {
        var names = new Names();
        List<TyphoonPoint> points = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            if (xml.Name != "MeteorologicalInfos")
            {
                continue;
            }

            for (var infos = xml.Children(); xml.MoveNext(infos);)
            {
                if (xml.Name == "MeteorologicalInfo")
                {
                    Info(xml, names, points);
                }
            }
        }

        return new TyphoonFacts(names.Number, names.Name, names.Kana, names.Remark, points);
    }

    private static void Info(TelegramXml xml, Names names, List<TyphoonPoint> points)
    {
        var kind = "";
        DateTimeOffset? at = null;
        for (var info = xml.Children(); xml.MoveNext(info);)
        {
            switch (xml.Name)
            {
                case "DateTime":
                    kind = xml.Attribute("type");
                    at = TelegramInstant.Parse(xml.Word());
                    break;
                case "Item":
                    points.Add(new TyphoonPointReader(names).Read(xml, kind, at));
                    break;
            }
        }
    }

    /// <summary>They stand with the observed position; later ones may leave them empty.</summary>
    internal sealed class Names
    {
        public string Number { get; set; } = "";

        public string Name { get; set; } = "";

        public string Kana { get; set; } = "";

        public string Remark { get; set; } = "";
    }
}
