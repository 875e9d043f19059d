using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>Reads the body of VPWP50: the classes of danger by time. Amounts of rain, wind and waves stay with the original.</summary>
internal static class ForecastSeriesReader
{
    public static ForecastSeriesFacts Read(TelegramXml xml)
    {
        List<ForecastArea> areas = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            if (xml.Name != "MeteorologicalInfos")
            {
                continue;
            }

            for (var infos = xml.Children(); xml.MoveNext(infos);)
            {
                if (xml.Name == "TimeSeriesInfo")
                {
                    Series(xml, areas);
                }
            }
        }

        return new ForecastSeriesFacts(areas);
    }

    private static void Series(TelegramXml xml, List<ForecastArea> areas)
    {
        var times = new Dictionary<string, (DateTimeOffset? StartsAt, TimeSpan? Duration)>(StringComparer.Ordinal);
        for (var series = xml.Children(); xml.MoveNext(series);)
        {
            switch (xml.Name)
            {
                case "TimeDefines":
                    for (var list = xml.Children(); xml.MoveNext(list);)
                    {
                        var id = xml.Attribute("timeId");
                        times[id] = Time(xml);
                    }

                    break;
                case "Item": areas.Add(Area(xml, times)); break;
            }
        }
    }

    private static (DateTimeOffset? StartsAt, TimeSpan? Duration) Time(TelegramXml xml)
    {
        DateTimeOffset? starts = null;
        TimeSpan? duration = null;
        for (var time = xml.Children(); xml.MoveNext(time);)
        {
            switch (xml.Name)
            {
                case "DateTime": starts = TelegramInstant.Parse(xml.Word()); break;
                case "Duration": duration = TelegramValues.Duration(xml.Word()); break;
            }
        }

        return (starts, duration);
    }

    private static ForecastArea Area(TelegramXml xml, Dictionary<string, (DateTimeOffset? StartsAt, TimeSpan? Duration)> times)
    {
        var area = new WarningArea(CodeSets.Municipality, "", "");
        List<(string Name, string Part, ForecastStep Step)> steps = [];
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Area": area = CommonElements.Area(xml, CodeSets.Municipality); break;
                case "Kind": Kind(xml, times, steps); break;
            }
        }

        return new ForecastArea(
            area,
            [.. steps.GroupBy(step => (step.Name, step.Part)).Select(same => new ForecastElement(same.Key.Name, same.Key.Part, [.. same.Select(step => step.Step)]))]);
    }

    private static void Kind(
        TelegramXml xml, Dictionary<string, (DateTimeOffset? StartsAt, TimeSpan? Duration)> times, List<(string Name, string Part, ForecastStep Step)> steps)
    {
        var part = "";
        for (var kind = xml.Children(); xml.MoveNextDescendant(kind);)
        {
            switch (xml.Name)
            {
                case "Base": part = ""; break;
                case "AreaName": part = xml.Word(); break;
                case "Significancy":
                    var name = xml.Attribute("type");
                    var (starts, duration) = times.GetValueOrDefault(xml.Attribute("refID"));
                    var (label, code, _) = CommonElements.Kind(xml);
                    steps.Add((name, part, new ForecastStep(starts, duration, code, label, LayerKind.LevelOf(code))));
                    break;
            }
        }
    }
}
