namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>An Atom feed that lists alerts (RFC 4287).</summary>
/// <param name="Id">Id of the feed; <see langword="null"/> when the feed breaks the rule that it has one.</param>
/// <param name="UpdatedAt">When it was changed last; <see langword="null"/> when not said, or not readable.</param>
/// <param name="Entries">Its entries in their order; none is «nothing listed», not «nothing in force».</param>
public sealed record CapIndex(string? Id, DateTimeOffset? UpdatedAt, IReadOnlyList<CapIndexEntry> Entries);
