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
        Merge(
            statements
                .Where(statement => statement.Status == status)
                .GroupBy(statement => statement.Stream, StringComparer.Ordinal)
                .Select(WarningFold.State)
                .OfType<StreamState>(),
            now);

    /// <summary>
    /// Puts streams side by side, each family by who spoke last: 集約通報 is the full state at its time, so that it makes good
    /// what was lost before it, and gives way to every later telegram of the family, a 取消 among them. What a fall-back
    /// stated is dropped once the family that replaces it spoke later of the same, also when that says that nothing holds.
    /// </summary>
    /// <param name="streams">All of one status.</param>
    /// <param name="now">The moment for which it is asked.</param>
    /// <returns>The warnings in force, highest level first, then newest first.</returns>
    public static IReadOnlyList<HazardWarning> Merge(IEnumerable<StreamState> streams, DateTimeOffset now)
    {
        var speaking = streams
            .GroupBy(stream => StreamKey.StatusAndFamily(stream.Stream), StringComparer.Ordinal)
            .SelectMany(LastToSpeak)
            .ToList();
        var stated = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var stream in speaking)
        {
            if (Successors.NameOf(stream.Stream) is { } name && stream.StatedAt is { } at && (!stated.TryGetValue(name, out var other) || other < at))
            {
                stated[name] = at;
            }
        }

        return Merge(speaking.Select(stream => stream.At(now)).Select(StillSpeaking));

        IReadOnlyList<HazardWarning> StillSpeaking(IReadOnlyList<HazardWarning> warnings) =>
            warnings.Any(warning => warning.IsFallback) ? [.. warnings.Where(warning => !IsOvertaken(warning))] : warnings;

        bool IsOvertaken(HazardWarning warning) =>
            warning.IsFallback && Successors.NameOf(warning) is { } name && stated.TryGetValue(name, out var at) && at > warning.ReportedAt;
    }

    /// <summary>
    /// Puts streams side by side. What two telegrams state alike for an area (phenomenon, level, cause, kind) stands once,
    /// by the newer one. A fall-back gives way where its successor states the same phenomenon at the same or a higher
    /// level; where it states a lower one and did not speak later, both stand, because the stronger must stay in view.
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
            .ThenBy(warning => warning.PhenomenonCode, StringComparer.Ordinal)
            .ThenBy(warning => warning.Kind, StringComparer.Ordinal)
            .ThenBy(warning => warning.Condition, StringComparer.Ordinal)
            .ThenByDescending(warning => warning.ValidUntil)
            .ThenBy(warning => warning.TelegramId);
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
            .ThenBy(warning => warning.Cause, StringComparer.Ordinal)
            .ThenBy(warning => warning.PhenomenonCode, StringComparer.Ordinal)
            .ThenBy(warning => warning.Kind, StringComparer.Ordinal)];

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

    private static IEnumerable<StreamState> LastToSpeak(IEnumerable<StreamState> family)
    {
        var own = family.Where(stream => !StreamKey.IsSummary(stream.Stream)).ToList();
        if (family.SingleOrDefault(stream => StreamKey.IsSummary(stream.Stream)) is not { } summary)
        {
            return own;
        }

        return own.TrueForAll(stream => stream.SaidAt < summary.SaidAt)
            ? [WithBegin(summary, own)]
            : own.Select(stream => WithBegin(stream, [summary]));
    }

    /// <summary>What both state has held since the earlier of them.</summary>
    private static StreamState WithBegin(StreamState stream, IReadOnlyList<StreamState> others) => stream with
    {
        InForce =
        [
            .. stream.InForce.Select(warning => warning with
            {
                Since = others.SelectMany(other => other.InForce).Where(warning.IsSameAs).Select(same => same.Since).Append(warning.Since).Min(),
            }),
        ],
    };

    private static int LevelOf(HazardWarning warning) => warning.Level ?? 0;
}
