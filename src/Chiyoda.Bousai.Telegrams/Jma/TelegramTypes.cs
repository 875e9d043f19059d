using System.Collections.Frozen;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Names the kind of telegram (データ種類コード). The code itself does not stand in the document, so it is found from
/// Control/Title, and where a title is new from Head/InfoKind. Head/Title is for display and decides nothing.
/// </summary>
/// <remarks>
/// Where several codes share a title and the content does not tell them apart, the common part or the first code stands
/// for all: <c>VXKO</c>, <c>VXSU</c>, <c>VFSV</c>, <c>VPTW60</c> (60–65), <c>VYSE51</c> (51, 52).
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
        ["府県天気予報（Ｒ１）"] = "VPFD51",
        ["警報級の可能性（明日まで）"] = "VPFD60",
        ["早期注意情報（明後日まで）"] = "VPFD61",
        ["警報級の可能性（明後日以降）"] = "VPFW60",
        ["府県週間天気予報"] = "VPFW50",
        ["地方海上警報（Ｈ２８）"] = "VPCU51",
        ["早期天候情報"] = "VPAW51",
        ["熱中症警戒アラート"] = "VPFT50",
        ["台風解析・予報情報（５日予報）（Ｈ３０）"] = "VPTW60",
        ["地上２４時間予想図"] = "VZSF50",
        ["地上４８時間予想図"] = "VZSF51",
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
}
