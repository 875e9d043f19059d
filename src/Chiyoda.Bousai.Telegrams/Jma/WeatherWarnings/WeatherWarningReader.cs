using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>Reads the body of VPWW55–61.</summary>
internal static class WeatherWarningReader
{
    private const string NothingInForce = "発表警報・注意報はなし";
    private const string Ended = "解除";

    public static WeatherWarningFacts Read(string type, TelegramXml xml, JmaHead head, NoticeList notices)
    {
        List<HazardItem> items = [];
        List<WarningArea> without = [];
        List<string> comments = [];
        List<ReadKind> kinds = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            switch (xml.Name)
            {
                case "Warning":
                    var layer = xml.Attribute("type");
                    var codeSet = CodeSetOf(layer);
                    for (var warning = xml.Children(); xml.MoveNext(warning);)
                    {
                        if (xml.Name == "Item")
                        {
                            kinds.Clear();
                            Item(xml, layer, codeSet, kinds, items, without);
                        }
                    }

                    break;
                case "Comment":
                    for (var comment = xml.Children(); xml.MoveNext(comment);)
                    {
                        comments.Add(xml.Text());
                    }

                    break;
                case "Notice":
                    comments.Add(xml.Text());
                    break;
            }
        }

        var isFromHeadline = items.Count == 0 && without.Count == 0;
        if (isFromHeadline)
        {
            FromHeadline(head, items);
        }

        for (var i = 0; i < items.Count; i++)
        {
            items[i] = Judge(type, items[i], notices);
        }

        return new WeatherWarningFacts(items, without, comments) { IsFromHeadline = isFromHeadline };
    }

    private static void Item(
        TelegramXml xml,
        string layer,
        string codeSet,
        List<ReadKind> kinds,
        List<HazardItem> items,
        List<WarningArea> without)
    {
        WarningArea? area = null;
        string change = "", full = "";
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind": kinds.Add(ReadKind.Read(xml)); break;
                case "Area": area = CommonElements.Area(xml, codeSet); break;
                case "ChangeStatus": change = xml.Text(); break;
                case "FullStatus": full = xml.Text(); break;
            }
        }

        area ??= new WarningArea(codeSet, string.Empty, string.Empty);
        foreach (var kind in kinds)
        {
            if (kind.Status == NothingInForce || (kind.Name.Length == 0 && kind.Code.Length == 0))
            {
                without.Add(area);
                continue;
            }

            items.Add(new HazardItem(string.Empty, null, kind.Name, kind.Code, kind.Status, area)
            {
                Layer = layer,
                IsEnded = kind.Status == Ended,
                Condition = kind.Condition,
                LastKind = kind.LastKind,
                ChangeStatus = change,
                FullStatus = full,
                Significancies = kind.Significancies,
                Periods = kind.Periods,
            });
        }
    }

    private static void FromHeadline(JmaHead head, List<HazardItem> items)
    {
        foreach (var item in head.Headline.Items)
        {
            foreach (var kind in item.Kinds)
            {
                foreach (var area in item.Areas)
                {
                    items.Add(new HazardItem(string.Empty, null, kind.Name, kind.Code, kind.Condition, area)
                    {
                        Layer = item.InformationType,
                        IsEnded = kind.Code == WeatherWarningKinds.Ended,
                    });
                }
            }
        }
    }

    private static HazardItem Judge(string type, HazardItem item, NoticeList notices)
    {
        var kind = WeatherWarningKinds.Find(type, item.KindCode, out var isKnown);
        if (!isKnown)
        {
            notices.Add("unknown-kind", $"{type} Kind/Code", $"{item.KindCode} {item.Kind}");
        }

        return item with { Phenomenon = kind.Phenomenon, Level = kind.Level };
    }

    private static string CodeSetOf(string layer)
    {
        if (layer.Contains("高潮予報区間", StringComparison.Ordinal))
        {
            return CodeSets.SurgeSection;
        }

        return layer.EndsWith("（市町村等）", StringComparison.Ordinal) ? CodeSets.Municipality : CodeSets.WeatherRegion;
    }
}
