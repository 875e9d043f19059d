using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Volcanoes;

/// <summary>Reads the body of the volcano telegrams.</summary>
internal static class VolcanoReader
{
    public static VolcanoFacts Read(TelegramXml xml)
    {
        List<VolcanoItem> items = [];
        List<AshFallPeriod> ashFall = [];
        List<string> texts = [];
        VolcanoPlume? plume = null;
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "VolcanoInfo": Info(xml, items); break;
                case "VolcanoObservation": plume = Plume(xml); break;
                case "AshInfos": AshFallReader.Read(xml, ashFall); break;
                case "Text": texts.Add(xml.Text()); break;
                case "VolcanoInfoContent":
                    for (var content = xml.Children(); xml.MoveNext(content);)
                    {
                        if (xml.Text() is { Length: > 0 } text)
                        {
                            texts.Add(text);
                        }
                    }

                    break;
            }
        }

        return new VolcanoFacts(items, plume, ashFall, texts);
    }

    /// <summary>The areas of an Areas list, and the crater that a volcano's area may name.</summary>
    public static List<WarningArea> Areas(TelegramXml xml, ref string crater)
    {
        var codeSet = xml.Attribute("codeType");
        List<WarningArea> areas = [];
        for (var list = xml.Children(); xml.MoveNext(list);)
        {
            if (xml.Name != "Area")
            {
                continue;
            }

            string name = "", code = "";
            for (var area = xml.Children(); xml.MoveNext(area);)
            {
                switch (xml.Name)
                {
                    case "Name": name = xml.Word(); break;
                    case "Code": code = TelegramValues.Code(xml.Word()); break;
                    case "CraterName": crater = xml.Word(); break;
                }
            }

            areas.Add(new WarningArea(codeSet, code, name));
        }

        return areas;
    }

    private static void Info(TelegramXml xml, List<VolcanoItem> items)
    {
        var layer = xml.Attribute("type");
        for (var info = xml.Children(); xml.MoveNext(info);)
        {
            if (xml.Name == "Item")
            {
                Item(xml, layer, items);
            }
        }
    }

    private static void Item(TelegramXml xml, string layer, List<VolcanoItem> items)
    {
        var kind = new JmaKind("", "", "");
        JmaKind? last = null;
        DateTimeOffset? erupted = null;
        List<WarningArea> areas = [];
        var crater = "";
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind": kind = CommonElements.Kind(xml); break;
                case "LastKind": last = CommonElements.Kind(xml); break;
                case "EventTime": erupted = EventTime(xml); break;
                case "Areas": areas = Areas(xml, ref crater); break;
            }
        }

        var level = TelegramValues.LevelInName(kind.Name);
        items.AddRange(areas.Select(area => new VolcanoItem(layer, kind, last, level, area, crater, erupted)));
        TelegramLimits.CheckItems(items.Count);
    }

    private static DateTimeOffset? EventTime(TelegramXml xml)
    {
        DateTimeOffset? at = null;
        for (var time = xml.Children(); xml.MoveNext(time);)
        {
            if (xml.Name == "EventDateTime")
            {
                at = TelegramInstant.Parse(xml.Word());
            }
        }

        return at;
    }

    private static VolcanoPlume Plume(TelegramXml xml)
    {
        decimal? height = null;
        string direction = "", remark = "";
        for (var observation = xml.Children(); xml.MoveNext(observation);)
        {
            switch (xml.Name)
            {
                case "ColorPlume":
                    for (var plume = xml.Children(); xml.MoveNext(plume);)
                    {
                        switch (xml.Name)
                        {
                            case "PlumeHeightAboveCrater": height = TelegramValues.Number(xml.Word()); break;
                            case "PlumeDirection": direction = xml.Word(); break;
                        }
                    }

                    break;
                case "OtherObservation": remark = xml.Text(); break;
            }
        }

        return new VolcanoPlume(height is >= 0 and < 100_000 and var meters ? (int)meters : null, direction, remark);
    }
}
