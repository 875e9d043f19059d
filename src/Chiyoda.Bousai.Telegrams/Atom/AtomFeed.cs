namespace Chiyoda.Bousai.Telegrams.Atom;

/// <summary>A list of telegrams as JMA publishes it (RFC 4287, <c>lang</c> without a prefix).</summary>
/// <param name="RenewedAt">feed/updated; <see langword="null"/> when it is absent or no time.</param>
/// <param name="Entries">In the order of the document, which means nothing.</param>
public sealed record AtomFeed(DateTimeOffset? RenewedAt, IReadOnlyList<AtomEntry> Entries)
{
    /// <summary>feed/id: JMA's is the address of the list; empty when it is absent. As it came; not judged.</summary>
    public string Id { get; init; } = string.Empty;
}

/// <summary>One telegram of a list.</summary>
/// <param name="Title">Control/Title of the telegram; never parsed.</param>
/// <param name="Address">Where it is: the link, or the id where there is no link. As it came, at most 2,048 characters; not judged.</param>
/// <param name="UpdatedAt">entry/updated; <see langword="null"/> when it is absent or no time.</param>
public sealed record AtomEntry(string Title, string Address, DateTimeOffset? UpdatedAt);
