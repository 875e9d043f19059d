using Chiyoda.Bousai.Hub.Features.Chronology;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Entries of the chronology for a list.</summary>
/// <param name="Items">In the order in which they are shown.</param>
/// <param name="Now">The moment of the page.</param>
/// <param name="IsOwn">They stand on the page of their subject: a link would lead to where the reader is.</param>
internal sealed record EntryList(IReadOnlyList<StaffEntry> Items, DateTimeOffset Now, bool IsOwn = false)
{
    public const string Erased = "（本文は消去されました）";

    public string? PageOf(StaffEntry entry) => IsOwn ? null : HqWords.PageOf(entry.Kind, entry.SubjectId);
}
