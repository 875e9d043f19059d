using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// What holds after all telegrams of one stream. The answer depends on the set of telegrams only: not on the order in
/// which they arrived and not on how often.
/// </summary>
/// <remarks>
/// Each telegram states the full state of its stream, so the newest one holds. 取消 voids the newest earlier telegram and
/// what held before it holds again; 訂正 takes the place of the newest earlier one, so that a later 取消 goes back behind
/// both; 解除 is a telegram like any other that states less. Where a family knows no 解除 (<see cref="StreamKey.EndsByItsClockAlone"/>), a telegram
/// that states nothing for the ward ends nothing; it can still be what a 取消 voids. A 取消 is never itself voided: who cancelled by mistake issues anew.
/// Serial decides nothing: some kinds have none, floods begin at 1 again, and a 取消 repeats the number of what it voids.
/// </remarks>
public static class WarningFold
{
    /// <summary>The warnings that hold.</summary>
    /// <param name="statementsOfOneStream">Any number of statements of one stream, in any order, repeated or not.</param>
    /// <param name="now">The moment for which it is asked: what has run out by <see cref="HazardWarning.ValidUntil"/> is left out.</param>
    /// <returns>The warnings in force; empty when the stream states none.</returns>
    /// <exception cref="ArgumentException">The statements are of more than one stream.</exception>
    public static IReadOnlyList<HazardWarning> InForce(
        IEnumerable<WarningStatement> statementsOfOneStream, DateTimeOffset now) =>
        State(statementsOfOneStream)?.At(now) ?? [];

    /// <summary>What holds, and until when the stream has spoken.</summary>
    /// <param name="statementsOfOneStream">Any number of statements of one stream, in any order, repeated or not.</param>
    /// <returns>It, or <see langword="null"/> when no statement names the ward (<see cref="WarningStatement.IsBlind"/>).</returns>
    /// <exception cref="ArgumentException">The statements are of more than one stream.</exception>
    public static StreamState? State(IEnumerable<WarningStatement> statementsOfOneStream)
    {
        var ordered = InOrder(statementsOfOneStream);
        if (ordered.TrueForAll(statement => statement.IsBlind))
        {
            return null;
        }

        var standing = Standing(ordered);
        if (StreamKey.EndsByItsClockAlone(ordered[0].Stream))
        {
            standing.RemoveAll(statement => statement.InForce.Count == 0);
        }

        return new StreamState(ordered[^1].Stream, ordered[^1].ReportedAt, WithBegin(standing))
        {
            StatedAt = standing.LastOrDefault()?.ReportedAt,
        };
    }

    /// <summary>The statement that holds.</summary>
    /// <param name="statementsOfOneStream">Any number of statements of one stream, in any order, repeated or not.</param>
    /// <returns>It, or <see langword="null"/> when there is none or all were voided.</returns>
    /// <exception cref="ArgumentException">The statements are of more than one stream.</exception>
    public static WarningStatement? Current(IEnumerable<WarningStatement> statementsOfOneStream) =>
        Standing(InOrder(statementsOfOneStream)).LastOrDefault();

    /// <summary>The statements that were not voided, oldest first; the last one holds.</summary>
    private static List<WarningStatement> Standing(List<WarningStatement> ordered)
    {
        var standing = new List<WarningStatement>();
        foreach (var statement in ordered)
        {
            if (statement.InfoType is InfoType.Cancel or InfoType.Correction && NewestOf(standing, statement.EventId) is var at and >= 0)
            {
                standing.RemoveAt(at);
            }

            if (statement.InfoType != InfoType.Cancel)
            {
                standing.Add(statement);
            }
        }

        return standing;
    }

    /// <summary>What holds, each with the time since when it has held without a gap.</summary>
    private static IReadOnlyList<HazardWarning> WithBegin(List<WarningStatement> standing)
    {
        if (standing.Count == 0)
        {
            return [];
        }

        return
        [
            .. standing[^1].InForce.Select(warning =>
            {
                var first = standing.Count - 1;
                while (first > 0 && standing[first - 1].InForce.Any(warning.IsSameAs))
                {
                    first--;
                }

                return warning with { Since = standing[first].ReportedAt };
            }),
        ];
    }

    /// <summary>Each telegram once, oldest first, by what it says alone: neither the moment of receipt nor our id has a part in it.</summary>
    private static List<WarningStatement> InOrder(IEnumerable<WarningStatement> statements)
    {
        // One telegram that came by two ways, or was transmitted again, has another id and another time of transmission; it counts once.
        var once = new Dictionary<(DateTimeOffset, InfoType, string, int?, string), WarningStatement>();
        string? stream = null;
        foreach (var statement in statements)
        {
            stream ??= statement.Stream;
            if (statement.Stream != stream)
            {
                throw new ArgumentException("Statements of more than one stream were given.", nameof(statements));
            }

            var same = (statement.ReportedAt, statement.InfoType, statement.EventId, statement.Serial, Content(statement));
            if (!once.TryGetValue(same, out var other) || IsBetterCopy(statement, other))
            {
                once[same] = statement;
            }
        }

        return
        [
            .. once.OrderBy(entry => entry.Value.ReportedAt)
                .ThenBy(entry => entry.Value.ControlAt)
                .ThenBy(entry => entry.Value.InfoType == InfoType.Cancel ? 2 : entry.Value.InfoType == InfoType.Correction ? 1 : 0)

                // Two telegrams that nothing tells apart: the stronger one holds.
                .ThenBy(entry => entry.Value.InForce.Count == 0 ? 0 : entry.Value.InForce.Max(warning => warning.Level ?? 1))
                .ThenBy(entry => entry.Key.Item5, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Item3, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Item4)
                .ThenBy(entry => entry.Key.Item2)
                .Select(entry => entry.Value),
        ];
    }

    private static bool IsBetterCopy(WarningStatement one, WarningStatement other) =>
        one.ControlAt != other.ControlAt ? one.ControlAt > other.ControlAt
        : one.ReceivedAt != other.ReceivedAt ? one.ReceivedAt < other.ReceivedAt
        : one.TelegramId.CompareTo(other.TelegramId) < 0;

    /// <summary>What a statement says, without who told us and when.</summary>
    private static string Content(WarningStatement statement)
    {
        if (statement.InForce.Count == 0)
        {
            return string.Empty;
        }

        var content = new StringBuilder();
        foreach (var warning in statement.InForce)
        {
            content.Append(CultureInfo.InvariantCulture, $"{warning.Phenomenon}|{warning.PhenomenonCode}|{warning.Level}|{warning.Kind}|{warning.Cause}|{warning.Condition}|{warning.Extent}|{warning.ValidUntil?.UtcTicks}|{warning.ForecastOnly}");
            foreach (var area in warning.Areas)
            {
                content.Append('|').Append(area.CodeSet).Append(area.Code);
            }

            foreach (var period in warning.Periods)
            {
                content.Append('|').Append(period.Sentence);
            }

            content.Append(CultureInfo.InvariantCulture, $"|{warning.Arrival}\n");
        }

        return content.ToString();
    }

    /// <summary>
    /// The newest statement of the same event: the same EventID; where none has it, one that shares an earthquake (VTSE41 lists
    /// several); without an EventID the newest of all.
    /// </summary>
    private static int NewestOf(List<WarningStatement> standing, string eventId)
    {
        if (eventId.Length == 0)
        {
            return standing.Count - 1;
        }

        var same = standing.FindLastIndex(statement => statement.EventId == eventId);
        if (same >= 0)
        {
            return same;
        }

        var events = eventId.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return standing.FindLastIndex(statement =>
            statement.EventId.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(events, StringComparer.Ordinal).Any());
    }
}
