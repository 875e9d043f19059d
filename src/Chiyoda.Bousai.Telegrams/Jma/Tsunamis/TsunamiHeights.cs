using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>FirstHeight: the first wave, expected or measured.</summary>
internal readonly record struct FirstHeight(DateTimeOffset? At, string Condition, string Initial)
{
    public static FirstHeight Read(TelegramXml xml)
    {
        DateTimeOffset? at = null;
        string condition = "", initial = "";
        for (var first = xml.Children(); xml.MoveNext(first);)
        {
            switch (xml.Name)
            {
                case "ArrivalTime": at = TelegramInstant.Parse(xml.Word()); break;
                case "Condition": condition = xml.Word(); break;
                case "Initial": initial = xml.Word(); break;
            }
        }

        return new FirstHeight(at, condition, initial);
    }
}

/// <summary>MaxHeight: the highest wave, expected or measured.</summary>
internal readonly record struct MaxHeight(DateTimeOffset? At, string Condition, decimal? Meters, string Text, bool IsRising)
{
    public static MaxHeight Read(TelegramXml xml)
    {
        DateTimeOffset? at = null;
        decimal? meters = null;
        string condition = "", text = "";
        var isRising = false;
        for (var max = xml.Children(); xml.MoveNext(max);)
        {
            switch (xml.Name)
            {
                case "DateTime": at = TelegramInstant.Parse(xml.Word()); break;
                case "Condition": condition = xml.Word(); break;
                case "TsunamiHeight":
                    text = xml.Attribute("description");
                    isRising = xml.Attribute("condition") == "上昇中";
                    meters = TelegramValues.Number(xml.Word());
                    break;
            }
        }

        return new MaxHeight(at, condition, meters, text, isRising);
    }
}
