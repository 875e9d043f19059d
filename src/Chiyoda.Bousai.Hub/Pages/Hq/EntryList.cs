using Chiyoda.Bousai.Hub.Features.Chronology;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Entries of the chronology for a list.</summary>
/// <param name="Items">In the order in which they are shown.</param>
/// <param name="Now">The moment of the page.</param>
internal sealed record EntryList(IReadOnlyList<StaffEntry> Items, DateTimeOffset Now)
{
    public const string Erased = "（本文は消去されました）";
}
