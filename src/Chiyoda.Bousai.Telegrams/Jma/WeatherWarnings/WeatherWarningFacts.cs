using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>
/// 気象警報・注意報（Ｒ０６）, VPWW55–61: one element (rain, landslide, surge …) for one 府県予報区, as the full state of all
/// its areas in four or five parallel layers. In the same form: the older 気象特別警報・警報・注意報 (VPWW50, VPWW53, VPWW54) and 報知 (VPNO50) with
/// all elements of a 府県予報区, and 集約通報 (VPWS50) with all of the country.
/// </summary>
/// <param name="Items">Every kind of every area of every layer.</param>
/// <param name="AreasWithout">Areas with 発表警報・注意報はなし.</param>
/// <param name="Comments">Body/Comment and Body/Notice, for people.</param>
public sealed record WeatherWarningFacts(
    IReadOnlyList<HazardItem> Items,
    IReadOnlyList<WarningArea> AreasWithout,
    IReadOnlyList<string> Comments) : HazardFacts(Items, AreasWithout);
