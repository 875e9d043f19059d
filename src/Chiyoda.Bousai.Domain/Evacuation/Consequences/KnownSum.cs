namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>A sum over areas of which some may be unknown: a part is never told as the whole.</summary>
/// <param name="Persons">The sum over those that are known; <see langword="null"/> when none is.</param>
/// <param name="KnownAreas">How many are known.</param>
/// <param name="Areas">How many there are.</param>
public sealed record KnownSum(int? Persons, int KnownAreas, int Areas)
{
    /// <summary>Whether every area is known, so that the sum is the whole.</summary>
    public bool IsWhole => KnownAreas == Areas && Areas > 0;

    /// <summary>Adds up.</summary>
    /// <param name="figures">One figure per area; <see langword="null"/> for an unknown one.</param>
    /// <returns>The sum.</returns>
    public static KnownSum Of(IReadOnlyCollection<int?> figures)
    {
        var known = figures.OfType<int>().ToList();
        return new KnownSum(known.Count == 0 ? null : known.Sum(), known.Count, figures.Count);
    }
}
