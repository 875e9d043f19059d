using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Reads Body/Warning of a flood forecast: 主文 by section and 浸水想定地区.</summary>
internal static class FloodWarningReader
{
    public static void Read(TelegramXml xml, List<FloodSection> sections, List<InundationArea> inundations)
    {
        for (var warning = xml.Children(); xml.MoveNext(warning);)
        {
            if (xml.Name == "Item")
            {
                Item(xml, sections, inundations);
            }
        }
    }

    private static void Item(TelegramXml xml, List<FloodSection> sections, List<InundationArea> inundations)
    {
        string type = "", text = "";
        List<WarningArea> rivers = [];
        List<StationName> stations = [];
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind":
                    (type, text) = Property(xml);
                    break;
                case "Areas":
                    var codeSet = xml.Attribute("codeType");
                    for (var areas = xml.Children(); xml.MoveNext(areas);)
                    {
                        if (xml.Name == "Area")
                        {
                            Area(xml, codeSet, rivers, inundations);
                        }
                    }

                    break;
                case "Stations":
                    for (var list = xml.Children(); xml.MoveNext(list);)
                    {
                        if (xml.Name == "Station")
                        {
                            stations.Add(Station(xml));
                        }
                    }

                    break;
            }
        }

        // 概況: the same in 水位周知河川に関する情報.
        if (type is "主文" or "概況")
        {
            sections.Add(new FloodSection(text, rivers, stations));
        }
    }

    private static (string Type, string Text) Property(TelegramXml xml)
    {
        string type = "", text = "";
        for (var kind = xml.Children(); xml.MoveNext(kind);)
        {
            if (xml.Name != "Property")
            {
                continue;
            }

            for (var property = xml.Children(); xml.MoveNext(property);)
            {
                switch (xml.Name)
                {
                    case "Type": type = xml.Word(); break;
                    case "Text": text = xml.Text(); break;
                }
            }
        }

        return (type, text);
    }

    // What makes an Area a flooded municipality is its CityCode; otherwise it is a river.
    private static void Area(
        TelegramXml xml, string codeSet, List<WarningArea> rivers, List<InundationArea> inundations)
    {
        string name = "", code = "", prefecture = "", city = "", cityCode = "", parts = "";
        for (var area = xml.Children(); xml.MoveNext(area);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "Prefecture": prefecture = xml.Word(); break;
                case "City": city = xml.Word(); break;
                case "CityCode": cityCode = TelegramValues.Code(xml.Word()); break;
                case "SubCityList": parts = xml.Text(); break;
            }
        }

        if (cityCode.Length == 0)
        {
            rivers.Add(new WarningArea(codeSet, code, name));
            return;
        }

        var names = parts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        inundations.Add(new InundationArea(code, prefecture, city, cityCode, names is ["-"] ? [] : names));
    }

    /// <summary>Reads a Station, or the Area of a HydrometricStationPart, which looks the same.</summary>
    public static StationName Station(TelegramXml xml)
    {
        string name = "", code = "", location = "";
        for (var station = xml.Children(); xml.MoveNext(station);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "Location": location = xml.Word(); break;
            }
        }

        return new StationName(name, code, location);
    }
}
