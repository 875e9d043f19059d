using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Bulletins;

/// <summary>
/// Reads VPBS50: tags from the headline, observations from the body. 記録的短時間大雨情報 (VPOA50), which it replaces, has no tags
/// but its own name.
/// </summary>
internal static class BulletinReader
{
    /// <summary>Rain that was measured or analysed: the body says in which municipality.</summary>
    public const string RecordRain = "record-rain";

    private const string Unknown = "other";

    public static BulletinFacts Read(string type, TelegramXml xml, JmaHead head, NoticeList notices)
    {
        List<BulletinReport> reports = [];
        for (var body = xml.Children(); xml.MoveNext(body);)
        {
            if (xml.Name == "MeteorologicalInfos")
            {
                BulletinReportReader.Read(xml, reports);
            }
        }

        return new BulletinFacts(Tags(type, head, notices), reports) { IsFromHeadline = true };
    }

    private static List<HazardItem> Tags(string type, JmaHead head, NoticeList notices)
    {
        List<HazardItem> items = [];
        foreach (var item in head.Headline.Items)
        {
            foreach (var kind in item.Kinds)
            {
                // Several tags may stand in one Condition, with blanks between.
                string[] tags = type == "VPBS50" && kind.Condition.Length > 0 ? kind.Condition.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries) : [kind.Name];
                foreach (var tag in tags)
                {
                    var phenomenon = PhenomenonOf(tag);
                    if (phenomenon == Unknown)
                    {
                        notices.Add("unknown-kind", $"{type} Headline/Kind", tag);
                    }

                    items.AddRange(item.Areas.Select(area => new HazardItem(
                        phenomenon, null, tag, kind.Code, tags.Length > 1 ? tag : kind.Condition, area)
                    {
                        Layer = item.InformationType,
                    }));
                    TelegramLimits.CheckItems(items.Count);
                }
            }
        }

        return items;
    }

    private static string PhenomenonOf(string tag)
    {
        if (tag.StartsWith("線状降水帯", StringComparison.Ordinal))
        {
            return "rainband";
        }

        return tag switch
        {
            "記録雨" or "記録的短時間大雨" or "記録的短時間大雨情報" => RecordRain,
            "短時間大雪" or "顕著な大雪" => "snow",
            _ => Unknown,
        };
    }
}
