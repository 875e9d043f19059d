using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Landslides;

/// <summary>What 土砂災害警戒情報 states for the ward, as a fall-back for VPWW56.</summary>
internal static class LandslideAlertStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(LandslideAlertFacts facts, WardView view) =>
        facts.Items.Count == 0 && facts.AreasWithout.Count == 0
            ? null
            : [.. view.ByKind(facts.Items.Where(item => WardAreas.IsMunicipality(item.Area, view.Ward)))
                .Select(warning => warning with { IsFallback = true })];
}
