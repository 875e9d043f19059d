using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Landslides;

/// <summary>
/// 土砂災害警戒情報, VXWW50: the same event as レベル４土砂災害危険警報 of VPWW56 in the older form, kept until about the end of
/// 2028; a fall-back for it.
/// </summary>
/// <param name="Items">警戒 (level 4) and 解除 by municipality.</param>
/// <param name="AreasWithout">Municipalities with なし.</param>
public sealed record LandslideAlertFacts(IReadOnlyList<HazardItem> Items, IReadOnlyList<WarningArea> AreasWithout)
    : HazardFacts(Items, AreasWithout);
