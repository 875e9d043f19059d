using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// What holds after all telegrams of one stream. The answer depends on the set of telegrams only: not on the order in
/// which they arrived and not on how often.
/// </summary>
/// <remarks>
/// Each telegram states the full state of its stream, so the newest one holds. 取消 voids the newest earlier telegram and
/// what held before it holds again; 訂正 takes the place of the newest earlier one, so that a later 取消 goes back behind
/// both; 解除 is a telegram like any other that states less.
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
        Current(statementsOfOneStream) is { } current
            ? [.. current.InForce.Where(warning => warning.ValidUntil is null || warning.ValidUntil > now)]
            : [];

    /// <summary>The statement that holds.</summary>
    /// <param name="statementsOfOneStream">Any number of statements of one stream, in any order, repeated or not.</param>
    /// <returns>It, or <see langword="null"/> when there is none or all were voided.</returns>
    /// <exception cref="ArgumentException">The statements are of more than one stream.</exception>
    public static WarningStatement? Current(IEnumerable<WarningStatement> statementsOfOneStream)
    {
        var standing = new List<WarningStatement>();
        foreach (var statement in InOrder(statementsOfOneStream))
        {
            switch (statement.InfoType)
            {
                case InfoType.Cancel:
                    RemoveNewest(standing, statement.EventId);
                    break;
                case InfoType.Correction:
                    RemoveNewest(standing, statement.EventId);
                    standing.Add(statement);
                    break;
                default:
                    standing.Add(statement);
                    break;
            }
        }

        return standing.Count > 0 ? standing[^1] : null;
    }

    private static IEnumerable<WarningStatement> InOrder(IEnumerable<WarningStatement> statements)
    {
        var ordered = statements
            .OrderBy(statement => statement.ReportedAt)
            .ThenBy(statement => statement.ControlAt)
            .ThenBy(statement => statement.ReceivedAt)
            .ThenBy(statement => statement.TelegramId)
            .ToList();
        if (ordered.Exists(statement => statement.Stream != ordered[0].Stream))
        {
            throw new ArgumentException("Statements of more than one stream were given.", nameof(statements));
        }

        // One telegram received by two ways has two ids and two times of receipt; it counts once.
        return ordered
            .GroupBy(statement => (
                statement.ReportedAt, statement.ControlAt, statement.InfoType, statement.EventId, statement.Serial))
            .Select(same => same.Last());
    }

    private static void RemoveNewest(List<WarningStatement> standing, string eventId)
    {
        var at = eventId.Length == 0
            ? standing.Count - 1
            : standing.FindLastIndex(statement => statement.EventId == eventId);
        if (at >= 0)
        {
            standing.RemoveAt(at);
        }
    }
}
