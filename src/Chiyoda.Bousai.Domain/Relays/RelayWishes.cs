using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>
/// What a subscription wants to hear of JMA's information. Nothing chosen is the usual: only what is urgent
/// (<see cref="WarningScale.IsUrgent"/>), at any place of the subscription. Otherwise <see cref="None"/>, <see cref="All"/>, or words of
/// phenomena, of which everything is told that a rule tells.
/// </summary>
public static class RelayWishes
{
    /// <summary>No relay at all.</summary>
    public const string None = "none";

    /// <summary>Everything that a rule tells.</summary>
    public const string All = "all";

    /// <summary>Whether a word may be chosen.</summary>
    /// <param name="word">A word.</param>
    /// <returns>The answer.</returns>
    public static bool IsKnown(string word) => word is None or All || WarningScale.ByPhenomenon.ContainsKey(word);

    /// <summary>Whether somebody who chose so wants to hear of a grade.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="phenomenon">The phenomenon.</param>
    /// <param name="grade">The grade, over 0.</param>
    /// <returns>The answer.</returns>
    public static bool Want(IReadOnlyList<string> chosen, string phenomenon, int grade)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return chosen.Count == 0
            ? WarningScale.ByPhenomenon[phenomenon].IsUrgent(grade)
            : !chosen.Contains(None) && (chosen.Contains(All) || chosen.Contains(phenomenon));
    }
}
