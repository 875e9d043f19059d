namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>The closed list of phenomenon words of <see cref="Warnings.HazardWarning"/> and how staff read them.</summary>
public static class PhenomenonNames
{
    /// <summary>Japanese name by word.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rain"] = "大雨",
        ["landslide"] = "土砂災害",
        ["surge"] = "高潮",
        ["flood"] = "氾濫",
        ["wind"] = "暴風",
        ["wind-snow"] = "暴風雪",
        ["snow"] = "大雪",
        ["wave"] = "波浪",
        ["thunder"] = "雷",
        ["snowmelt"] = "融雪",
        ["fog"] = "濃霧",
        ["dry"] = "乾燥",
        ["avalanche"] = "なだれ",
        ["cold"] = "低温",
        ["frost"] = "霜",
        ["icing"] = "着氷",
        ["snow-accretion"] = "着雪",
        ["tornado"] = "竜巻",
        ["rainband"] = "線状降水帯",
        ["record-rain"] = "記録的短時間大雨",
        ["tsunami"] = "津波",
        ["earthquake"] = "地震",
        ["other"] = "その他",
    };

    /// <summary>The phenomena whose information comes in 警戒レベル相当 2–5 (気象庁 2026-05-28 の体系).</summary>
    public static IReadOnlySet<string> Levelled { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "rain", "landslide", "surge", "flood" };
}
