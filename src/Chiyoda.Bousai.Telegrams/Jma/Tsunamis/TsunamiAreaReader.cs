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
        (DateTimeOffset? At, string Condition) first = (null, "");
        (decimal? Meters, string Text) height = (null, "");
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
                case "FirstHeight": first = FirstHeight(xml); break;
                case "MaxHeight": height = MaxHeight(xml); break;
            }
        }

        return new TsunamiArea(
            region, GradeOf(kind.Code), kind, last, first.At, first.Condition, height.Meters, height.Text);
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

    private static (DateTimeOffset? At, string Condition) FirstHeight(TelegramXml xml)
    {
        DateTimeOffset? at = null;
        var condition = "";
        for (var first = xml.Children(); xml.MoveNext(first);)
        {
            switch (xml.Name)
            {
                case "ArrivalTime": at = TelegramInstant.Parse(xml.Word()); break;
                case "Condition": condition = xml.Word(); break;
            }
        }

        return (at, condition);
    }

    private static (decimal? Meters, string Text) MaxHeight(TelegramXml xml)
    {
        decimal? meters = null;
        var text = "";
        for (var max = xml.Children(); xml.MoveNext(max);)
        {
            if (xml.Name == "TsunamiHeight")
            {
                text = xml.Attribute("description");
                meters = TelegramValues.Number(xml.Word());
            }
        }

        return (meters, text);
    }
}
