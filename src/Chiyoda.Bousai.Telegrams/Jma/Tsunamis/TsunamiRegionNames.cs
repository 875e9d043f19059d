using System.Collections.Frozen;
using System.Text;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>
/// The 66 tsunami forecast regions (津波予報区, 気象庁コード管理表 AreaTsunami) by name, for sources that name a region without its code. Only who knows every name
/// may say that a list does not name the ward.
/// </summary>
public static class TsunamiRegionNames
{
    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        ["100"] = "北海道太平洋沿岸東部",
        ["101"] = "北海道太平洋沿岸中部",
        ["102"] = "北海道太平洋沿岸西部",
        ["110"] = "北海道日本海沿岸北部",
        ["111"] = "北海道日本海沿岸南部",
        ["120"] = "オホーツク海沿岸",
        ["200"] = "青森県日本海沿岸",
        ["201"] = "青森県太平洋沿岸",
        ["202"] = "陸奥湾",
        ["210"] = "岩手県",
        ["220"] = "宮城県",
        ["230"] = "秋田県",
        ["240"] = "山形県",
        ["250"] = "福島県",
        ["300"] = "茨城県",
        ["310"] = "千葉県九十九里・外房",
        ["311"] = "千葉県内房",
        ["312"] = "東京湾内湾",
        ["320"] = "伊豆諸島",
        ["321"] = "小笠原諸島",
        ["330"] = "相模湾・三浦半島",
        ["340"] = "新潟県上中下越",
        ["341"] = "佐渡",
        ["350"] = "富山県",
        ["360"] = "石川県能登",
        ["361"] = "石川県加賀",
        ["370"] = "福井県",
        ["380"] = "静岡県",
        ["390"] = "愛知県外海",
        ["391"] = "伊勢・三河湾",
        ["400"] = "三重県南部",
        ["500"] = "京都府",
        ["510"] = "大阪府",
        ["520"] = "兵庫県北部",
        ["521"] = "兵庫県瀬戸内海沿岸",
        ["522"] = "淡路島南部",
        ["530"] = "和歌山県",
        ["540"] = "鳥取県",
        ["550"] = "島根県出雲・石見",
        ["551"] = "隠岐",
        ["560"] = "岡山県",
        ["570"] = "広島県",
        ["580"] = "徳島県",
        ["590"] = "香川県",
        ["600"] = "愛媛県宇和海沿岸",
        ["601"] = "愛媛県瀬戸内海沿岸",
        ["610"] = "高知県",
        ["700"] = "山口県日本海沿岸",
        ["701"] = "山口県瀬戸内海沿岸",
        ["710"] = "福岡県瀬戸内海沿岸",
        ["711"] = "福岡県日本海沿岸",
        ["712"] = "有明・八代海",
        ["720"] = "佐賀県北部",
        ["730"] = "長崎県西方",
        ["731"] = "壱岐・対馬",
        ["740"] = "熊本県天草灘沿岸",
        ["750"] = "大分県瀬戸内海沿岸",
        ["751"] = "大分県豊後水道沿岸",
        ["760"] = "宮崎県",
        ["770"] = "鹿児島県東部",
        ["771"] = "種子島・屋久島地方",
        ["772"] = "奄美群島・トカラ列島",
        ["773"] = "鹿児島県西部",
        ["800"] = "沖縄本島地方",
        ["801"] = "大東島地方",
        ["802"] = "宮古島・八重山地方",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A name that 772 had before stands beside those of today.</summary>
    private static readonly FrozenSet<string> Known = ByCode.Values.Append("奄美諸島・トカラ列島").Select(Normal).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a region has this name, or had it.</summary>
    /// <param name="name">A name; width of letters and outer blanks make no difference.</param>
    /// <returns><see langword="false"/> for a name that may be any region's.</returns>
    public static bool IsKnown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Known.Contains(Normal(name));
    }

    /// <summary>Whether two names are one.</summary>
    /// <param name="one">A name.</param>
    /// <param name="other">Another.</param>
    /// <returns>Whether they differ in width of letters and outer blanks alone.</returns>
    public static bool IsSame(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Normal(one) == Normal(other);
    }

    /// <summary>Whether a code and a name may stand together.</summary>
    /// <param name="code">Three digits.</param>
    /// <param name="name">A name.</param>
    /// <returns><see langword="false"/> when JMA gives this code another name, or this name another code; a region that is new here may stand.</returns>
    public static bool Agree(string code, string name) => ByCode.TryGetValue(code, out var known) ? IsSame(known, name) : !IsKnown(name);

    private static string Normal(string name) => name.Normalize(NormalizationForm.FormKC).Trim();
}
