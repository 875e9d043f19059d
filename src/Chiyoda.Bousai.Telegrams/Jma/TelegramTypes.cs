using System.Collections.Frozen;
using System.Globalization;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Names the kind of telegram (データ種類コード). The code itself does not stand in the document, so it is found from
/// Control/Title, and where a title is new from Head/InfoKind. Head/Title is for display and decides nothing.
/// </summary>
/// <remarks>
/// Where several codes share a title and the content does not tell them apart, the common part or the first code stands
/// for all: <c>VXKO</c>, <c>VXSU</c>, <c>VFSV</c>, <c>VPTW60</c> (60–65), <c>VYSE51</c> (51, 52). Titles of kinds that have ended stand here too, so
/// that kept files are named.
/// </remarks>
internal static class TelegramTypes
{
    private static readonly FrozenDictionary<string, string> ByTitle = new Dictionary<string, string>
    {
        ["気象警報・注意報（Ｒ０６）（大雨）"] = "VPWW55",
        ["気象警報・注意報（Ｒ０６）（土砂）"] = "VPWW56",
        ["気象警報・注意報（Ｒ０６）（土砂災害）"] = "VPWW56",
        ["気象警報・注意報（Ｒ０６）（高潮）"] = "VPWW57",
        ["気象警報・注意報（Ｒ０６）（暴風）"] = "VPWW58",
        ["気象警報・注意報（Ｒ０６）（波浪）"] = "VPWW59",
        ["気象警報・注意報（Ｒ０６）（大雪）"] = "VPWW60",
        ["気象警報・注意報（Ｒ０６）（その他注意報）"] = "VPWW61",
        ["気象警報・注意報時系列情報（Ｒ０６）"] = "VPWP50",
        ["気象特別警報・警報・注意報"] = "VPWW53",
        ["気象警報・注意報（Ｈ２７）"] = "VPWW54",
        ["気象警報・注意報"] = "VPWW50",
        ["気象特別警報報知"] = "VPNO50",
        ["府県気象防災速報"] = "VPBS50",
        ["竜巻注意情報"] = "VPHW50",
        ["竜巻注意情報（目撃情報付き）"] = "VPHW51",
        ["記録的短時間大雨情報"] = "VPOA50",
        ["土砂災害警戒情報"] = "VXWW50",
        ["指定河川洪水予報"] = "VXKO",
        ["水位周知河川に関する情報"] = "VXSU",
        ["全般気象情報"] = "VPZJ50",
        ["地方気象情報"] = "VPCJ50",
        ["府県気象情報"] = "VPFJ50",
        ["全般気象解説情報"] = "VPZJ51",
        ["地方気象解説情報"] = "VPCJ51",
        ["府県気象解説情報"] = "VPFJ51",
        ["全般潮位情報"] = "VMCJ50",
        ["地方潮位情報"] = "VMCJ51",
        ["府県潮位情報"] = "VMCJ52",
        ["全般気象解説情報（潮位）"] = "VMCJ53",
        ["地方気象解説情報（潮位）"] = "VMCJ54",
        ["府県気象解説情報（潮位）"] = "VMCJ55",
        ["全般天候情報"] = "VPZI50",
        ["地方天候情報"] = "VPCI50",
        ["府県天候情報"] = "VPFI50",
        ["スモッグ気象情報"] = "VPSG50",
        ["全般スモッグ気象情報"] = "VPZS50",
        ["地方高温注意情報"] = "VPCT50",
        ["府県高温注意情報"] = "VPFT50",
        ["大雨危険度通知"] = "VPRN50",
        ["府県天気予報（Ｒ１）"] = "VPFD51",
        ["府県天気予報"] = "VPFD50",
        ["府県天気概況"] = "VPFG50",
        ["天気概況"] = "VPFG50",
        ["警報級の可能性（明日まで）"] = "VPFD60",
        ["早期注意情報（明日まで）（Ｒ０６）"] = "VPFD61",
        ["早期注意情報（明後日まで）"] = "VPFD61",
        ["警報級の可能性（明後日以降）"] = "VPFW60",
        ["早期注意情報（明々後日以降）"] = "VPFW60",
        ["府県週間天気予報"] = "VPFW50",
        ["地方週間天気予報"] = "VPCW50",
        ["全般週間天気予報"] = "VPZW50",
        ["全般１か月予報"] = "VPZK50",
        ["全般３か月予報"] = "VPZK50",
        ["全般暖・寒候期予報"] = "VPZK50",
        ["地方１か月予報"] = "VPCK50",
        ["地方３か月予報"] = "VPCK50",
        ["地方暖・寒候期予報"] = "VPCK50",
        ["全般季節予報（２週間気温予報）"] = "VPZK70",
        ["地方季節予報（２週間気温予報）"] = "VPCK70",
        ["全般海上警報（定時）"] = "VPZU50",
        ["全般海上警報（臨時）"] = "VPZU51",
        ["全般海上警報（定時）（Ｈ２９）"] = "VPZU52",
        ["全般海上警報（臨時）（Ｈ２９）"] = "VPZU53",
        ["地方海上警報"] = "VPCU50",
        ["地方海上警報（Ｈ２８）"] = "VPCU51",
        ["地方海上予報"] = "VPCY50",
        ["地方海上予報（Ｈ２８）"] = "VPCY51",
        ["異常天候早期警戒情報"] = "VPAW50",
        ["早期天候情報"] = "VPAW51",
        ["熱中症警戒アラート"] = "VPFT50",
        ["全般台風情報"] = "VPTI50",
        ["全般台風情報（定型）"] = "VPTI51",
        ["全般台風情報（詳細）"] = "VPTI52",
        ["台風解析・予報情報（３日予報）"] = "VPTW40",
        ["台風解析・予報情報（５日予報）"] = "VPTW50",
        ["台風解析・予報情報（５日予報）（Ｈ３０）"] = "VPTW60",
        ["台風の暴風域に入る確率"] = "VPTA50",
        ["季節観測"] = "VGSK50",
        ["生物季節観測"] = "VGSK55",
        ["特殊気象報"] = "VGSK60",
        ["地上実況図"] = "VZSA50",
        ["アジア太平洋地上実況図"] = "VZSA60",
        ["地上２４時間予想図"] = "VZSF50",
        ["地上４８時間予想図"] = "VZSF51",
        ["アジア太平洋海上悪天２４時間予想図"] = "VZSF60",
        ["アジア太平洋海上悪天４８時間予想図"] = "VZSF61",
        ["緊急地震速報配信テスト"] = "VXSE42",
        ["緊急地震速報（警報）"] = "VXSE43",
        ["緊急地震速報（予報）"] = "VXSE44",
        ["緊急地震速報（地震動予報）"] = "VXSE45",
        ["震度速報"] = "VXSE51",
        ["震源に関する情報"] = "VXSE52",
        ["震源・震度に関する情報"] = "VXSE53",
        ["地震の活動状況等に関する情報"] = "VXSE56",
        ["地震回数に関する情報"] = "VXSE60",
        ["顕著な地震の震源要素更新のお知らせ"] = "VXSE61",
        ["長周期地震動に関する観測情報"] = "VXSE62",
        ["地震・津波に関するお知らせ"] = "VZSE40",
        ["津波警報・注意報・予報a"] = "VTSE41",
        ["津波情報a"] = "VTSE51",
        ["沖合の津波観測に関する情報"] = "VTSE52",
        ["南海トラフ地震臨時情報"] = "VYSE50",
        ["南海トラフ地震関連解説情報"] = "VYSE51",
        ["北海道・三陸沖後発地震注意情報"] = "VYSE60",
        ["噴火警報・予報"] = "VFVO50",
        ["火山の状況に関する解説情報"] = "VFVO51",
        ["噴火に関する火山観測報"] = "VFVO52",
        ["降灰予報（定時）"] = "VFVO53",
        ["降灰予報（速報）"] = "VFVO54",
        ["降灰予報（詳細）"] = "VFVO55",
        ["噴火速報"] = "VFVO56",
        ["推定噴煙流向報"] = "VFVO60",
        ["火山現象に関する海上警報・海上予報"] = "VFSV",
        ["火山に関するお知らせ"] = "VZVO40",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The last code of a title that several codes share; the first one stands above.
    private static readonly FrozenDictionary<string, int> LastOfShared = new Dictionary<string, int>
    {
        ["VPTA50"] = 55,
        ["VPTW40"] = 45,
        ["VPTW50"] = 55,
        ["VPTW60"] = 65,
        ["VYSE51"] = 52,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Only the kinds of information that belong to one kind of telegram.
    private static readonly FrozenDictionary<string, string> ByInfoKind = new Dictionary<string, string>
    {
        ["指定河川洪水予報"] = "VXKO",
        ["土砂災害警戒情報"] = "VXWW50",
        ["竜巻注意情報"] = "VPHW50",
        ["震度速報"] = "VXSE51",
        ["震源速報"] = "VXSE52",
        ["地震情報"] = "VXSE53",
        ["津波警報・注意報・予報"] = "VTSE41",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds the kind.</summary>
    /// <param name="title">Control/Title.</param>
    /// <param name="infoKind">Head/InfoKind.</param>
    /// <returns>The code, or <see langword="null"/> when neither is known.</returns>
    public static string? Find(string title, string infoKind)
    {
        // No sample of 集約通報 has been published; its word is in no other title.
        if (title.Contains("集約通報", StringComparison.Ordinal))
        {
            return SummaryStatement.Type;
        }

        return ByTitle.TryGetValue(title, out var type) || ByInfoKind.TryGetValue(infoKind, out type) ? type : null;
    }

    /// <summary>
    /// The kind of a kept file: as its content says, but where the title is shared by several codes, or is of no code known here, the one in the name that
    /// the issuer gave the file (<c>20260801020304_0_VPTW61_010000.xml</c>).
    /// </summary>
    /// <param name="type">What <see cref="Find"/> answered.</param>
    /// <param name="file">The file's name, with or without its folder.</param>
    /// <returns>The code, or <see langword="null"/> when neither tells.</returns>
    public static string? OfFile(string? type, string file)
    {
        var name = Path.GetFileName(file);
        var stem = name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var end ? name[..end] : name;
        if (stem.Split('_').LastOrDefault(IsCode) is not { } code)
        {
            return type;
        }

        if (type is null)
        {
            return ByTitle.Values.Contains(code) ? null : code;
        }

        return LastOfShared.TryGetValue(type, out var last) && code[..4] == type[..4]
            && string.CompareOrdinal(code, type) >= 0 && int.Parse(code.AsSpan(4), CultureInfo.InvariantCulture) <= last
            ? code
            : type;
    }

    private static bool IsCode(string part) =>
        part is ['V', _, _, _, _, _] && part.AsSpan(1, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && part.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0;
}
