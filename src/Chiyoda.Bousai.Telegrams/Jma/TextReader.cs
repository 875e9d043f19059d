using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Reads a body of which people read the texts: its paragraphs, and of forecasts by time (府県天気予報, 早期注意情報) a line for each place, time and
/// element, for example «東京地方 今日 天気: くもり　夜遅く　雨».
/// </summary>
internal static class TextReader
{
    private const string ElementBasis = TelegramXml.NamespaceRoot + "elementBasis1/";

    public static TextFacts Read(TelegramXml xml, JmaHead head)
    {
        List<string> paragraphs = [];
        for (var body = xml.Children(); xml.MoveNextDescendant(body);)
        {
            if (xml.Name == "TimeSeriesInfo")
            {
                Series(xml, paragraphs);
            }
            else if (IsText(xml.Name) && xml.Text() is { Length: > 0 } text)
            {
                paragraphs.Add(text);
            }
        }

        return new TextFacts(head.Headline.Text, paragraphs);
    }

    private static bool IsText(string name) => name is "Text" or "FreeFormComment" or "Notice" or "Sentence";

    private static void Series(TelegramXml xml, List<string> paragraphs)
    {
        var times = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var series = xml.Children(); xml.MoveNext(series);)
        {
            switch (xml.Name)
            {
                case "TimeDefines":
                    for (var list = xml.Children(); xml.MoveNext(list);)
                    {
                        var id = xml.Attribute("timeId");
                        times[id] = TimeDefine(xml);
                    }

                    break;
                case "Item":
                    Item(xml, times, paragraphs);
                    break;
                case var name when IsText(name) && xml.Text() is { Length: > 0 } text:
                    paragraphs.Add(text);
                    break;
            }
        }
    }

    private static string TimeDefine(TelegramXml xml)
    {
        string name = "", time = "";
        for (var define = xml.Children(); xml.MoveNext(define);)
        {
            switch (xml.Name)
            {
                case "Name":
                    name = xml.Word();
                    break;
                case "DateTime" when TelegramInstant.Parse(xml.Word())?.ToJapan() is { } at:
                    time = string.Create(CultureInfo.InvariantCulture, $"{at:M月d日}{(at.TimeOfDay == TimeSpan.Zero ? "" : $"{at:H時}")}");
                    break;
            }
        }

        return name.Length > 0 ? name : time;
    }

    private static void Item(TelegramXml xml, Dictionary<string, string> times, List<string> paragraphs)
    {
        List<Line> lines = [];
        var place = Lines(xml, new Line("", "", "", ""), lines);

        // The place stands after what is said of it.
        paragraphs.AddRange(lines.Where(line => line.Text.Length > 0).Select(line =>
        {
            var time = times.GetValueOrDefault(line.Reference, string.Empty);
            var about = string.Join(' ', new[] { place, line.Part, time, line.Element }.Where(word => word.Length > 0));
            return about.Length > 0 ? $"{about}: {line.Text}" : line.Text;
        }));
        TelegramLimits.CheckItems(paragraphs.Count);
    }

    /// <summary>Takes the lines below an element; what it says of element, time and part of the place holds below it and no further.</summary>
    /// <returns>The place, when it stands here.</returns>
    private static string Lines(TelegramXml xml, Line about, List<Line> lines)
    {
        var place = "";
        for (var scope = xml.Children(); xml.MoveNext(scope);)
        {
            var own = xml.Attribute("refID");
            var here = own.Length > 0 ? about with { Reference = own } : about;
            switch (xml.Name)
            {
                case "Type":
                    about = about with { Element = xml.Word() };
                    break;
                case "AreaName":
                    about = about with { Part = xml.Word() };
                    break;
                case "Area" or "Station":
                    place = CommonElements.Kind(xml).Name;
                    break;

                // 天気予報用テロップ番号 is for machines.
                case not "WeatherCode" when own.Length > 0 && xml.Namespace == ElementBasis:
                    var kind = xml.Attribute("type");
                    lines.Add((kind.Length > 0 ? here with { Element = kind } : here) with { Text = Value(xml) });
                    break;
                case var name when IsText(name):
                    lines.Add(here with { Text = xml.Text() });
                    break;
                default:
                    Lines(xml, here, lines);
                    break;
            }
        }

        return place;
    }

    /// <summary>As the issuer writes it for people; otherwise the value with its unit, or why there is none (値なし).</summary>
    private static string Value(TelegramXml xml)
    {
        var (description, unit, condition) = (xml.Attribute("description"), xml.Attribute("unit"), xml.Attribute("condition"));
        var value = xml.Word();
        return description.Length > 0 ? description
            : value.Length > 0 ? string.Concat(value, unit)
            : condition;
    }

    /// <summary>What is said of an element at a time in a part of the place.</summary>
    private sealed record Line(string Element, string Reference, string Part, string Text);
}
