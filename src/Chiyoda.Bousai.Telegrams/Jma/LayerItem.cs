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
    /// <summary>Reads one Body/Warning with all its items.</summary>
    public static void ReadLayer(TelegramXml xml, List<LayerItem> items)
    {
        var layer = xml.Attribute("type");
        var codeSet = CodeSetOf(layer);
        for (var warning = xml.Children(); xml.MoveNext(warning);)
        {
            if (xml.Name == "Item")
            {
                items.Add(Read(xml, layer, codeSet));
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

    private static LayerItem Read(TelegramXml xml, string layer, string codeSet)
    {
        List<LayerKind> kinds = new(1);
        WarningArea? area = null;
        string change = "", full = "";
        for (var item = xml.Children(); xml.MoveNext(item);)
        {
            switch (xml.Name)
            {
                case "Kind": kinds.Add(LayerKind.Read(xml)); break;
                case "Area": area = CommonElements.Area(xml, codeSet); break;
                case "ChangeStatus": change = xml.Word(); break;
                case "FullStatus": full = xml.Word(); break;
            }
        }

        return new LayerItem(layer, area ?? new WarningArea(codeSet, string.Empty, string.Empty), kinds, change, full);
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
