namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What is to hold where: the content of a proposal and of an order.</summary>
/// <param name="Hazard">The hazard.</param>
/// <param name="Cause">Which river, coast or slope, as a stable code of the pack; empty when the hazard has one cause only.</param>
/// <param name="CauseName">The cause as people call it; empty when <paramref name="Cause"/> is.</param>
/// <param name="Level">3, 4, 5, or <see langword="null"/> exactly for hazards without a level.</param>
/// <param name="Action">What people do.</param>
/// <param name="Audience">Who is addressed.</param>
/// <param name="Areas">Codes of 町丁目, at least one, each once, in ordinal order.</param>
/// <param name="Reason">Why, one Japanese sentence for the public.</param>
public sealed record Measure(
    Hazard Hazard,
    string Cause,
    string CauseName,
    int? Level,
    EvacuationAction Action,
    Audience Audience,
    IReadOnlyList<string> Areas,
    string Reason)
{
    /// <summary>Ids of places in the register to which people are sent (60条2項), in ordinal order; empty when none is named.</summary>
    public IReadOnlyList<string> Shelters { get; init; } = [];

    /// <summary>Whether another measure is about the same hazard and cause: the order key without the area.</summary>
    /// <param name="other">The other measure.</param>
    /// <returns>Whether both would stand in each other's place.</returns>
    public bool SharesKeyWith(Measure other) => Hazard == other.Hazard && Cause == other.Cause;

    /// <summary>The areas that both name.</summary>
    /// <param name="other">The other measure.</param>
    /// <returns>Codes, in this measure's order.</returns>
    public IReadOnlyList<string> Overlap(Measure other) => [.. Areas.Intersect(other.Areas, StringComparer.Ordinal)];

    /// <summary>Whether another measure holds the same, area by area.</summary>
    /// <param name="other">The other measure.</param>
    /// <returns>Whether nobody could tell them apart.</returns>
    public bool IsSameAs(Measure other) =>
        this with { Areas = other.Areas, Shelters = other.Shelters } == other
        && Areas.SequenceEqual(other.Areas, StringComparer.Ordinal) && Shelters.SequenceEqual(other.Shelters, StringComparer.Ordinal);
}
