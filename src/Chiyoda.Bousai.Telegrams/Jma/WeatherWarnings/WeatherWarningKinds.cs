using System.Collections.Frozen;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>
/// Kind codes of 気象警報・注意報 (気象庁防災情報XML 別表3): of VPWW55–61 since 2026-05, and of the older vocabulary (VPWW50, VPWW53,
/// VPWW54, VPNO50), which has no levels. A code is not a level, and the same code means another thing in the two; so each kind of telegram
/// has its own table. 集約通報 (VPWS50) has the codes of VPWW55–61, of which no two are alike.
/// </summary>
internal static class WeatherWarningKinds
{
    /// <summary>解除: stands in the headline only; in the body the kind that ends keeps its own code.</summary>
    public const string Ended = "00";

    private const string Other = "other";

    private static readonly FrozenDictionary<(string Type, string Code), HazardKind> Known = Table().ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Phenomena = new Dictionary<string, string>
    {
        ["VPWW55"] = "rain",
        ["VPWW56"] = "landslide",
        ["VPWW57"] = "surge",
        ["VPWW58"] = "wind",
        ["VPWW59"] = "wave",
        ["VPWW60"] = "snow",
        ["VPWW61"] = Other,
        [SummaryStatement.Type] = Other,
        ["VPWW50"] = Other,
        ["VPWW53"] = Other,
        ["VPWW54"] = Other,
        ["VPNO50"] = Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a code of a kind of telegram means.</summary>
    /// <param name="type">For example <c>VPWW55</c>.</param>
    /// <param name="code">Kind/Code.</param>
    /// <param name="isKnown">Whether the table has it; otherwise the answer is the telegram's own phenomenon without a level.</param>
    /// <returns>Phenomenon and level.</returns>
    public static HazardKind Find(string type, string code, out bool isKnown)
    {
        isKnown = Known.TryGetValue((type, code), out var kind);
        if (isKnown)
        {
            return kind;
        }

        isKnown = code == Ended;
        return new HazardKind(Phenomena[type], null);
    }

    private static Dictionary<(string Type, string Code), HazardKind> Table()
    {
        var table = new Dictionary<(string Type, string Code), HazardKind>();
        Levels("VPWW55", "rain", "10", "03", "43", "33");
        Levels("VPWW56", "landslide", "29", "09", "49", "39");
        Levels("VPWW57", "surge", "19", "08", "48", "38");
        Plain("VPWW58", "wind-snow", "13", "02", "32");
        Plain("VPWW58", "wind", "15", "05", "35");
        Plain("VPWW59", "wave", "16", "07", "37");
        Plain("VPWW60", "snow", "12", "06", "36");
        Plain("VPWW61", "thunder", "14");
        Plain("VPWW61", "snowmelt", "17");
        Plain("VPWW61", "fog", "20");
        Plain("VPWW61", "dry", "21");
        Plain("VPWW61", "avalanche", "22");
        Plain("VPWW61", "cold", "23");
        Plain("VPWW61", "frost", "24");
        Plain("VPWW61", "icing", "25");
        Plain("VPWW61", "snow-accretion", "26");
        Plain("VPWW61", Other, "27");
        foreach (var (key, kind) in table.ToList())
        {
            table[(SummaryStatement.Type, key.Code)] = kind;
        }

        foreach (var older in new[] { "VPWW50", "VPWW53", "VPWW54", "VPNO50" })
        {
            Plain(older, "rain", "10", "03", "33");
            Plain(older, "flood", "18", "04");
            Plain(older, "surge", "19", "08", "38");
            Plain(older, "wind-snow", "13", "02", "32");
            Plain(older, "wind", "15", "05", "35");
            Plain(older, "wave", "16", "07", "37");
            Plain(older, "snow", "12", "06", "36");
            foreach (var (key, kind) in table.Where(entry => entry.Key.Type == "VPWW61").ToList())
            {
                table[(older, key.Code)] = kind;
            }
        }

        return table;

        void Levels(string type, string phenomenon, string two, string three, string four, string five)
        {
            table[(type, two)] = new HazardKind(phenomenon, 2);
            table[(type, three)] = new HazardKind(phenomenon, 3);
            table[(type, four)] = new HazardKind(phenomenon, 4);
            table[(type, five)] = new HazardKind(phenomenon, 5);
        }

        void Plain(string type, string phenomenon, params ReadOnlySpan<string> codes)
        {
            foreach (var code in codes)
            {
                table[(type, code)] = new HazardKind(phenomenon, null);
            }
        }
    }
}
