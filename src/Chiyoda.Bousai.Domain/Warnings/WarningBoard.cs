using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>All that is in force for the ward, out of all streams of one status.</summary>
public static class WarningBoard
{
    /// <summary>Folds every stream of a status and merges them.</summary>
    /// <param name="statements">Statements of any streams, in any order.</param>
    /// <param name="status">The status that is asked for: 訓練 and 試験 never stand beside 通常.</param>
    /// <param name="now">The moment for which it is asked.</param>
    /// <returns>The warnings in force, highest level first, then newest first.</returns>
    public static IReadOnlyList<HazardWarning> InForce(
        IEnumerable<WarningStatement> statements, TelegramStatus status, DateTimeOffset now) =>
        Merge(statements
            .Where(statement => statement.Status == status)
            .GroupBy(statement => statement.Stream, StringComparer.Ordinal)
            .Select(stream => WarningFold.InForce(stream, now)));

    /// <summary>
    /// Puts streams side by side. What two telegrams state alike for an area (phenomenon, level, cause, kind) stands once,
    /// by the newer one. A fall-back gives way where its successor states the same phenomenon at the same or a higher
    /// level; where it states a lower one, both stand, because the stronger must stay in view until it is lifted.
    /// </summary>
    /// <param name="streams">What is in force by each stream; all of one status.</param>
    /// <returns>The warnings in force, highest level first, then newest first.</returns>
    public static IReadOnlyList<HazardWarning> Merge(IEnumerable<IReadOnlyList<HazardWarning>> streams)
    {
        var said = new Dictionary<(string Phenomenon, string? Cause, string CodeSet, string Area), int>();
        var alike = new HashSet<(string Phenomenon, int? Level, string? Cause, string Kind, bool, string CodeSet, string Area)>();
        var merged = new List<HazardWarning>();
        var newestFirst = streams
            .SelectMany(stream => stream)
            .OrderBy(warning => warning.IsFallback)
            .ThenByDescending(warning => warning.ReportedAt)
            .ThenBy(warning => warning.TelegramId)
            .ThenBy(warning => warning.PhenomenonCode, StringComparer.Ordinal)
            .ThenBy(warning => warning.Kind, StringComparer.Ordinal);
        foreach (var warning in newestFirst)
        {
            var areas = warning.Areas.Where(area => IsNew(warning, area)).ToList();
            if (areas.Count > 0)
            {
                merged.Add(areas.Count == warning.Areas.Count ? warning : warning with { Areas = areas });
            }
        }

        return [.. merged
            .OrderByDescending(LevelOf)
            .ThenByDescending(warning => warning.ReportedAt)
            .ThenBy(warning => warning.Phenomenon, StringComparer.Ordinal)
            .ThenBy(warning => warning.Cause, StringComparer.Ordinal)];

        bool IsNew(HazardWarning warning, WarningArea area)
        {
            var place = (warning.Phenomenon, warning.Cause, area.CodeSet, area.Code);
            if (!warning.IsFallback)
            {
                said[place] = Math.Max(LevelOf(warning), said.GetValueOrDefault(place));
            }
            else if (said.TryGetValue(place, out var level) && level >= LevelOf(warning))
            {
                return false;
            }

            return alike.Add((
                warning.Phenomenon, warning.Level, warning.Cause, warning.Kind, warning.IsFallback, area.CodeSet, area.Code));
        }
    }

    private static int LevelOf(HazardWarning warning) => warning.Level ?? 0;
}
