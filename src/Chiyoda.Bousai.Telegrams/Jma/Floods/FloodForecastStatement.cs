using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>What a flood forecast states for the ward: the kind of its forecast area.</summary>
internal static class FloodForecastStatement
{
    private const int Danger = 4;

    public static IReadOnlyList<HazardWarning>? InForce(FloodForecastFacts facts, WardView view)
    {
        if (facts.Items.Count == 0)
        {
            return null;
        }

        var forecastArea = facts.ForecastArea
            ?? new WarningArea(CodeSets.FloodForecastArea, view.Telegram.Head.EventId, string.Empty);
        var inundated = facts.Inundations
            .Where(area => view.Ward.Class20.Contains(area.CityCode))
            .Select(area => new WarningArea(CodeSets.Municipality, area.CityCode, area.City))
            .Distinct()
            .ToList();
        var isWard = view.Ward.FloodForecastAreas.Contains(forecastArea.Code) || inundated.Count > 0;
        var stated = facts.Items
            .Where(item => !item.IsEnded && (facts.ForecastArea is null || item.Area == facts.ForecastArea))
            .MaxBy(item => item.Level ?? 0);
        if (!isWard || stated is null)
        {
            return [];
        }

        return
        [
            view.Warning(stated, [forecastArea, .. inundated]) with
            {
                Cause = forecastArea.Code,

                // Level 5 is water that leaves the river; how high a gauge stands does not say whether it does.
                ForecastOnly = stated.Level == Danger ? facts.IsPresentBelowDanger : null,
            },
        ];
    }
}
