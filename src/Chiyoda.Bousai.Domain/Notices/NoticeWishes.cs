namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>
/// What a subscription wants to hear of the ward's notices. Nothing chosen is the usual: only what is urgent
/// (<see cref="NoticeCategories.IsUrgent"/>). Otherwise <see cref="None"/>, <see cref="All"/>, or words of categories.
/// </summary>
public static class NoticeWishes
{
    /// <summary>No notice at all.</summary>
    public const string None = "none";

    /// <summary>Every notice.</summary>
    public const string All = "all";

    private static readonly Dictionary<string, NoticeCategory> Words = Enum.GetValues<NoticeCategory>()
        .ToDictionary(WordOf, category => category, StringComparer.Ordinal);

    /// <summary>The word of a category on the wire, for example <c>shelterOpening</c>.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The word.</returns>
    public static string WordOf(NoticeCategory category) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(category.ToString());

    /// <summary>Whether a word may be chosen.</summary>
    /// <param name="word">A word.</param>
    /// <returns>The answer.</returns>
    public static bool IsKnown(string word) => word is None or All || Words.ContainsKey(word);

    /// <summary>Whether somebody who chose so wants to hear of a category.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="category">The category.</param>
    /// <returns>The answer.</returns>
    public static bool Want(IReadOnlyList<string> chosen, NoticeCategory category)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return chosen.Count == 0
            ? category.IsUrgent()
            : !chosen.Contains(None) && (chosen.Contains(All) || chosen.Contains(WordOf(category)));
    }
}
