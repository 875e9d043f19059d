using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Body/Warning/Item: the kinds of one area in one of the parallel layers.</summary>
internal sealed record LayerItem(
    string Layer,
    WarningArea Area,
    IReadOnlyList<LayerKind> Kinds,
    string ChangeStatus,
    string FullStatus)
{
    /// <summary>Whether the item is one of several for the same kinds, which stand in a list of areas.</summary>
    public bool IsListed { get; init; }

    /// <summary>Reads one Body/Warning with all its items.</summary>
    public static void ReadLayer(TelegramXml xml, List<LayerItem> items, NoticeList notices)
    {
        var layer = xml.Attribute("type");
        var codeSet = CodeSetOf(layer);
        for (var warning = xml.Children(); xml.MoveNext(warning);)
        {
            if (xml.Name == "Item")
            {
                Read(xml, layer, codeSet, items, notices);
            }
        }
    }

    /// <summary>The item of one kind, still without phenomenon and level.</summary>
    public HazardItem With(LayerKind kind, HazardKind meaning, bool isEnded) =>
        new(meaning.Phenomenon, meaning.Level, kind.Name, kind.Code, kind.Status, Area)
        {
            Layer = Layer,
            IsEnded = isEnded,
            Condition = kind.Condition,
            LastKind = kind.LastKind,
            ChangeStatus = ChangeStatus,
            FullStatus = FullStatus,
            Significancies = kind.Significancies,
            Periods = kind.Periods,
        };

    // One area, as all published telegrams have it, or a list of areas, which the schema (jmx_mete.xsd) allows too.
    private static void Read(TelegramXml xml, string layer, string codeSet, List<LayerItem> items, NoticeList notices)
    {
        List<LayerKind> kinds = new(1);
        List<WarningArea> areas = new(1);
        string change = "", full = "";
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind": kinds.Add(LayerKind.Read(xml)); break;
                case "Area": areas.Add(CommonElements.Area(xml, codeSet)); break;
                case "Areas": Areas(xml, codeSet, areas); break;
                case "ChangeStatus": change = xml.Word(); break;
                case "FullStatus": full = xml.Word(); break;
            }
        }

        areas.RemoveAll(area => area.Code.Length == 0);
        if (areas.Count == 0)
        {
            // Without a code it is nobody's: a warning that nothing shows, which the operator must hear of.
            notices.Add(TelegramNotice.MissingArea, "Body/Warning/Item/Area", $"{layer} {string.Join(' ', kinds.Select(kind => kind.Name))}");
            areas.Add(new WarningArea(codeSet, string.Empty, string.Empty));
        }

        items.AddRange(areas.Select(area => new LayerItem(layer, area, kinds, change, full) { IsListed = areas.Count > 1 }));
    }

    private static void Areas(TelegramXml xml, string codeSet, List<WarningArea> areas)
    {
        var own = xml.Attribute("codeType");
        for (var list = xml.Children(); xml.MoveNext(list);)
        {
            if (xml.Name == "Area")
            {
                areas.Add(CommonElements.Area(xml, own.Length > 0 ? own : codeSet));
            }
        }
    }

    // Areas in a body carry no codeType; the name of the layer tells the set. 土砂災害警戒情報 has municipalities only.
    private static string CodeSetOf(string layer)
    {
        if (layer.Contains("高潮予報区間", StringComparison.Ordinal))
        {
            return CodeSets.SurgeSection;
        }

        return layer.EndsWith("（市町村等）", StringComparison.Ordinal) || layer == "土砂災害警戒情報"
            ? CodeSets.Municipality
            : CodeSets.WeatherRegion;
    }
}
