namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>What a notice says, where, and until when.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Template">Id of the template that it was written from.</param>
/// <param name="Slots">What was filled in, by name of the slot.</param>
/// <param name="Areas">Area codes of the ward pack, each once, or <see cref="Everywhere"/> alone for the whole ward.</param>
/// <param name="ValidUntil">Until when it is shown as current; nothing is sent when it passes.</param>
/// <param name="Texts">What it says, in each language that may be served.</param>
public sealed record NoticeContent(
    NoticeCategory Category,
    string Template,
    IReadOnlyDictionary<string, string> Slots,
    IReadOnlyList<string> Areas,
    DateTimeOffset ValidUntil,
    IReadOnlyList<NoticeText> Texts)
{
    /// <summary>Stands for the whole ward.</summary>
    public const string Everywhere = "*";

    /// <summary>Whether it is for the whole ward.</summary>
    public bool IsWholeWard => Areas is [Everywhere];

    /// <summary>The Japanese title, for lists and the chronology.</summary>
    public string Title => NoticeText.For(Texts, Domain.Areas.LocalizedText.Japanese).Title;

    /// <summary>Whether any place lies in its areas.</summary>
    /// <param name="places">Area codes, or <see cref="Everywhere"/>.</param>
    /// <returns>Whether one of them does.</returns>
    public bool Touches(IEnumerable<string> places) =>
        IsWholeWard || places.Any(place => place == Everywhere || Areas.Contains(place, StringComparer.Ordinal));

    /// <summary>Whether it says the same in the same places: the time it is shown does not make it another.</summary>
    /// <param name="other">Another content.</param>
    /// <returns>The answer.</returns>
    public bool SaysTheSameAs(NoticeContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, theirs) = (NoticeText.For(Texts, Domain.Areas.LocalizedText.Japanese), NoticeText.For(other.Texts, Domain.Areas.LocalizedText.Japanese));
        return Category == other.Category && mine.Title == theirs.Title && mine.Body == theirs.Body
            && Areas.ToHashSet(StringComparer.Ordinal).SetEquals(other.Areas);
    }
}
