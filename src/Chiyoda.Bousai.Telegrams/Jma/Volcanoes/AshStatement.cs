using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Volcanoes;

/// <summary>
/// What 降灰予報 after an eruption (VFVO54 速報, VFVO55 詳細) states for the ward: by its municipality in the headline, until
/// Head/ValidDateTime. VFVO53 (定時) tells what an eruption would bring, so that it is never in force.
/// </summary>
internal static class AshStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(WardView view)
    {
        var head = view.Telegram.Head;
        if (head.Headline.Items.Count == 0)
        {
            return null;
        }

        return
        [
            .. OfTheWard(head.Headline, view.Ward)
                .GroupBy(stated => stated.Kind)
                .Select(same => view.Warning(
                    new HazardItem("other", null, same.Key.Name, same.Key.Code, same.Key.Condition, same.First().Area),
                    [.. same.Select(stated => stated.Area).Distinct()]) with
                {
                    Cause = head.EventId,
                })
                .Select(warning => head.ValidUntil is { } ends ? warning with { ValidUntil = ends } : view.Momentary(warning)),
        ];
    }

    /// <summary>The kinds that the headline states for the ward's municipality.</summary>
    public static IEnumerable<(JmaKind Kind, WarningArea Area)> OfTheWard(JmaHeadline headline, WardCodes ward) =>
        from item in headline.Items
        from area in item.Areas
        where WardAreas.IsMunicipality(area, ward)
        from kind in item.Kinds
        select (kind, area);
}
