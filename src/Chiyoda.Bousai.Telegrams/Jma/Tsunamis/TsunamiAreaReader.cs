using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>Reads one Item of Tsunami/Forecast.</summary>
internal static class TsunamiAreaReader
{
    public static TsunamiArea Read(TelegramXml xml)
    {
        var region = new WarningArea(CodeSets.TsunamiRegion, "", "");
        var kind = new JmaKind("", "", "");
        JmaKind? last = null;
        var first = new FirstHeight(null, "", "");
        var height = new MaxHeight(null, "", null, "", false);
        List<TsunamiStationForecast> stations = [];
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Area":
                    region = CommonElements.Area(xml, CodeSets.TsunamiRegion);
                    break;
                case "Category":
                    for (var category = xml.Children(); xml.MoveNext(category);)
                    {
                        switch (xml.Name)
                        {
                            case "Kind": kind = CommonElements.Kind(xml); break;
                            case "LastKind": last = CommonElements.Kind(xml); break;
                        }
                    }

                    break;
                case "FirstHeight": first = FirstHeight.Read(xml); break;
                case "MaxHeight": height = MaxHeight.Read(xml); break;
                case "Station": stations.Add(Station(xml)); break;
            }
        }

        return new TsunamiArea(
            region, GradeOf(kind.Code), kind, last, first.At, first.Condition, height.Meters, height.Text)
        {
            Stations = stations,
        };
    }

    // 警報等情報要素／津波警報・注意報・予報
    private static TsunamiGrade? GradeOf(string code) => code switch
    {
        "00" or "50" or "60" => TsunamiGrade.None,
        "51" => TsunamiGrade.Warning,
        "52" or "53" => TsunamiGrade.MajorWarning,
        "62" => TsunamiGrade.Watch,
        "71" or "72" or "73" => TsunamiGrade.Forecast,
        _ => null,
    };

    private static TsunamiStationForecast Station(TelegramXml xml)
    {
        string name = "", code = "";
        DateTimeOffset? highTide = null;
        var first = new FirstHeight(null, "", "");
        for (var station = xml.Children(); xml.MoveNext(station);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "HighTideDateTime": highTide = TelegramInstant.Parse(xml.Word()); break;
                case "FirstHeight": first = FirstHeight.Read(xml); break;
            }
        }

        return new TsunamiStationForecast(name, code, highTide, first.At, first.Condition);
    }
}
