using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>What a VPWW55–61 telegram states for the ward: the kinds in its municipality layer.</summary>
internal static class WeatherWarningStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(WeatherWarningFacts facts, WardView view) =>
        facts.Items.Count == 0 && facts.AreasWithout.Count == 0
            ? null
            : view.ByKind(facts.Items.Where(item => WardAreas.IsMunicipality(item.Area, view.Ward)));
}
