using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Reads the body of 緊急地震速報.</summary>
internal static class EarlyWarningReader
{
    /// <summary>«At least», and «cannot be told»: words of ForecastInt/To that are no class.</summary>
    private const string AtLeast = "over";
    private const string Unknown = "不明";

    public static EarlyWarningFacts Read(TelegramXml xml, NoticeList notices)
    {
        Hypocenter? hypocenter = null;
        IntensityForecast? intensity = null;
        int? longPeriod = null;
        var (isAssumed, isLast) = (false, false);
        List<EarlyWarningArea> areas = [];
        List<string> comments = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "Earthquake":
                    (hypocenter, var condition) = HypocenterReader.ReadWithCondition(xml);
                    isAssumed = condition == "仮定震源要素";
                    break;
                case "Intensity":
                    for (var part = xml.Children(); xml.MoveNext(part);)
                    {
                        if (xml.Name == "Forecast")
                        {
                            (intensity, longPeriod) = Forecast(xml, areas, notices);
                        }
                    }

                    break;
                case "NextAdvisory":
                    var next = xml.Text();
                    isLast = next.Contains("最終報", StringComparison.Ordinal);
                    comments.Add(next);
                    break;
                case "Comments": CommonElements.Comments(xml, comments); break;
                case "Text": comments.Add(xml.Text()); break;
            }
        }

        return new EarlyWarningFacts(hypocenter, isAssumed, intensity, longPeriod, areas, isLast, comments);
    }

    private static (IntensityForecast? Intensity, int? LongPeriod) Forecast(TelegramXml xml, List<EarlyWarningArea> areas, NoticeList notices)
    {
        IntensityForecast? intensity = null;
        int? longPeriod = null;
        for (var forecast = xml.Children(); xml.MoveNext(forecast);)
        {
            switch (xml.Name)
            {
                case "ForecastInt": intensity = Range(xml, notices); break;
                case "ForecastLgInt": longPeriod = LongPeriod(xml); break;
                case "Pref": Prefecture(xml, areas, notices); break;
            }
        }

        return (intensity, longPeriod);
    }

    private static void Prefecture(TelegramXml xml, List<EarlyWarningArea> areas, NoticeList notices)
    {
        var name = "";
        for (var prefecture = xml.Children(); xml.MoveNext(prefecture);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Area": areas.Add(Area(xml, name, notices)); break;
            }
        }
    }

    private static EarlyWarningArea Area(TelegramXml xml, string prefecture, NoticeList notices)
    {
        string name = "", code = "", condition = "";
        var kind = new JmaKind("", "", "");
        IntensityForecast? intensity = null;
        DateTimeOffset? arrives = null;
        for (var area = xml.Children(); xml.MoveNext(area);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "Category":
                    for (var category = xml.Children(); xml.MoveNext(category);)
                    {
                        if (xml.Name == "Kind")
                        {
                            kind = CommonElements.Kind(xml);
                        }
                    }

                    break;
                case "ForecastInt": intensity = Range(xml, notices); break;
                case "ArrivalTime": arrives = TelegramInstant.Parse(xml.Word()); break;
                case "Condition": condition = xml.Word(); break;
            }
        }

        return new EarlyWarningArea(prefecture, new WarningArea(CodeSets.SeismicArea, code, name), kind, intensity, arrives, condition);
    }

    private static IntensityForecast Range(TelegramXml xml, NoticeList notices)
    {
        SeismicIntensity? from = null, to = null;
        for (var range = xml.Children(); xml.MoveNext(range);)
        {
            switch (xml.Name)
            {
                case "From": from = Class(xml, notices); break;
                case "To": to = Class(xml, notices); break;
            }
        }

        return new IntensityForecast(from, to);
    }

    private static SeismicIntensity? Class(TelegramXml xml, NoticeList notices)
    {
        var place = xml.Name;
        var text = xml.Word();
        var found = IntensityWords.Parse(text);
        if (found is null && text is not ("" or AtLeast or Unknown))
        {
            notices.Add("unknown-intensity", $"Body/Intensity/Forecast {place}", text);
        }

        return found;
    }

    private static int? LongPeriod(TelegramXml xml)
    {
        int? highest = null;
        for (var range = xml.Children(); xml.MoveNext(range);)
        {
            if (TelegramValues.Integer(xml.Word()) is >= 0 and <= 4 and var found)
            {
                highest = found;
            }
        }

        return highest;
    }
}
