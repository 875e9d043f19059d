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

        var inundated = facts.Inundations
            .Where(area => view.Ward.Class20.Contains(area.CityCode))
            .Select(area => new WarningArea(CodeSets.Municipality, area.CityCode, area.City))
            .Distinct()
            .ToList();
        var items = OfTheWard(facts, view.Ward);
        var stated = items.Where(item => !item.IsEnded).MaxBy(item => item.Level ?? 0);
        var forecastArea = (stated ?? items[0]).Area is { CodeSet: CodeSets.FloodForecastArea } named
            ? named
            : new WarningArea(CodeSets.FloodForecastArea, view.Telegram.Head.EventId, string.Empty);
        var isWard = view.Ward.FloodForecastAreas.Contains(forecastArea.Code) || inundated.Count > 0;
        if (!isWard || stated is null)
        {
            return [];
        }

        if (OfTheWardsStretch(facts, view.Ward) is { } level && level < stated.Level)
        {
            stated = stated with { Level = level, Kind = NameOf(level), KindCode = $"{level}0" };
        }

        return
        [
            view.Warning(stated, [forecastArea, .. inundated]) with
            {
                Cause = forecastArea.Code,

                // Level 5 is water that leaves the river; how high a gauge stands does not say whether it does.
                ForecastOnly = stated.Level == Danger ? facts.IsPresentBelowDanger : null,
                Arrival = FloodArrivals.For(facts, view.Ward),
            },
        ];
    }

    /// <summary>
    /// The kinds that count: of the ward's own forecast areas, wherever they stand in the headline; of every forecast area where none is
    /// the ward's, which then can only be flooded by one; all where the headline names no forecast area.
    /// </summary>
    private static List<HazardItem> OfTheWard(FloodForecastFacts facts, WardCodes ward)
    {
        var own = facts.Items.Where(item => WardAreas.IsFloodForecastArea(item.Area, ward)).ToList();
        return own.Count > 0 ? own : [.. facts.Items.Where(item => facts.ForecastArea is null || item.Area.CodeSet == CodeSets.FloodForecastArea)];
    }

    /// <summary>
    /// The highest level of the sections that flood the ward, where the telegram says so: it lists the ward under a station, and
    /// the text of that station's stretch opens with a level. One telegram may hold level 5 for one stretch and 4 for another.
    /// </summary>
    private static int? OfTheWardsStretch(FloodForecastFacts facts, WardCodes ward)
    {
        int? highest = null;
        foreach (var area in facts.Inundations.Where(area => ward.Class20.Contains(area.CityCode)))
        {
            var section = facts.Sections.FirstOrDefault(section => section.Stations.Any(station => station.Code == area.StationCode));
            if (area.StationCode.Length == 0 || section is null || LevelOf(section) is not { } level)
            {
                // Flooded by a breach, or by a stretch of which the text says no level: the headline's holds.
                return null;
            }

            highest = Math.Max(level, highest ?? level);
        }

        return highest;
    }

    /// <summary>【警戒レベル４相当】 at the head of a section.</summary>
    private static int? LevelOf(FloodSection section)
    {
        const string Opening = "【警戒レベル";
        var text = section.MainText.AsSpan().TrimStart();
        return text.StartsWith(Opening) && text.Length > Opening.Length && text[Opening.Length] is >= '２' and <= '５' and var digit
            ? digit - '０'
            : null;
    }

    private static string NameOf(int level) => level switch
    {
        2 => "レベル２氾濫注意報",
        3 => "レベル３氾濫警報",
        _ => "レベル４氾濫危険警報",
    };
}
