using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>When a flood forecast observes or expects which level: the lead time of what is decided on it.</summary>
public static class FloodExpectations
{
    private const int Lowest = 2;
    private const int Highest = 5;

    /// <summary>The levels that the telegram observes or expects where the ward is concerned.</summary>
    /// <param name="facts">The flood forecast.</param>
    /// <param name="ward">The ward's codes. Where the telegram lists the ward under stations, only these count; otherwise all do.</param>
    /// <returns>
    /// Each level with the earliest time for which a station has it, lowest first. Missing readings (欠測) say nothing. Where a reading has
    /// no level number of 0–5, its value is held against the criteria of its station. Empty when the telegram says nothing of the kind.
    /// </returns>
    public static IReadOnlyList<ExpectedLevel> For(FloodForecastFacts facts, WardCodes ward)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(ward);
        var own = facts.Inundations.Where(area => ward.Class20.Contains(area.CityCode)).Select(area => area.StationCode).ToHashSet(StringComparer.Ordinal);
        var stations = facts.Stations.Where(station => own.Contains(station.Station.Code)).ToList();
        return
        [
            .. (stations.Count > 0 ? stations : facts.Stations)
                .SelectMany(station => station.Readings.Select(reading => (reading.At, Level: LevelOf(reading, station.Criteria))))
                .Where(reading => reading is { At: not null, Level: >= Lowest and <= Highest })
                .GroupBy(reading => reading.Level!.Value, reading => reading.At!.Value)
                .OrderBy(level => level.Key)
                .Select(level => new ExpectedLevel(level.Key, level.Min())),
        ];
    }

    private static int? LevelOf(FloodReading reading, IReadOnlyList<FloodCriterion> criteria)
    {
        if (reading.KnownLevel is { } stated)
        {
            return stated;
        }

        // レベル４計画高水位等 is another mark within level 4.
        return reading.KnownValue is { } value
            ? criteria
                .Where(criterion => criterion.Unit == reading.Unit && criterion.Value <= value && !criterion.Name.Contains("計画高水位", StringComparison.Ordinal))
                .Max(criterion => criterion.Level)
            : null;
    }
}
