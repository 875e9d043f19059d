using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Bulletins;

/// <summary>What a bulletin states for the ward: its tags for the ward's regions, aged out by our own rule.</summary>
internal static class BulletinStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(HazardFacts facts, WardView view) =>
        facts.Items.Count == 0
            ? null
            : [.. view.ByKind(facts.Items.Where(item => IsWard(item.Area, view.Ward))).Select(view.Momentary)];

    /// <summary>Whether an area of the headline is the ward's.</summary>
    public static bool IsWard(WarningArea area, WardCodes ward) =>
        WardAreas.IsRegion(area, ward) || WardAreas.IsMunicipality(area, ward);
}
