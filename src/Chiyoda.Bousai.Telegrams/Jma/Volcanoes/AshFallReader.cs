using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Volcanoes;

/// <summary>Reads Body/AshInfos.</summary>
internal static class AshFallReader
{
    public static void Read(TelegramXml xml, List<AshFallPeriod> periods)
    {
        for (var infos = xml.Children(); xml.MoveNext(infos);)
        {
            if (xml.Name == "AshInfo")
            {
                periods.Add(Period(xml));
            }
        }
    }

    private static AshFallPeriod Period(TelegramXml xml)
    {
        var name = xml.Attribute("type");
        DateTimeOffset? starts = null, ends = null;
        List<AshFall> falls = [];
        for (var info = xml.Children(); xml.MoveNext(info);)
        {
            switch (xml.Name)
            {
                case "StartTime": starts = TelegramInstant.Parse(xml.Word()); break;
                case "EndTime": ends = TelegramInstant.Parse(xml.Word()); break;
                case "Item": falls.Add(Fall(xml)); break;
            }
        }

        return new AshFallPeriod(name, starts, ends, falls);
    }

    private static AshFall Fall(TelegramXml xml)
    {
        string name = "", code = "", direction = "", crater = "";
        decimal? distance = null;
        List<WarningArea> areas = [];
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind":
                    for (var kind = xml.Children(); xml.MoveNext(kind);)
                    {
                        switch (xml.Name)
                        {
                            case "Name": name = xml.Word(); break;
                            case "Code": code = TelegramValues.Code(xml.Word()); break;
                            case "Property": Property(xml, ref direction, ref distance); break;
                        }
                    }

                    break;
                case "Areas": areas = VolcanoReader.Areas(xml, ref crater); break;
            }
        }

        return new AshFall(new JmaKind(name, code, ""), direction, distance, areas);
    }

    private static void Property(TelegramXml xml, ref string direction, ref decimal? distance)
    {
        for (var property = xml.Children(); xml.MoveNext(property);)
        {
            switch (xml.Name)
            {
                case "PlumeDirection": direction = xml.Word(); break;
                case "Distance": distance = TelegramValues.Number(xml.Word()); break;
            }
        }
    }
}
