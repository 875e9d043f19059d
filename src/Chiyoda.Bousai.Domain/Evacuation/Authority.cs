namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A holder of authority from <c>roles.json</c>: who may decide what, on which law.</summary>
/// <param name="Id">Stable id in the pack.</param>
/// <param name="Office">Office, for example 区長.</param>
/// <param name="Holder">The person, or <see langword="null"/> while the ward has not handed it over.</param>
/// <param name="Basis">Legal basis.</param>
/// <param name="Levels">Levels that may be decided; hazards without a level follow <paramref name="Hazards"/> alone.</param>
/// <param name="Hazards">Hazards that may be decided.</param>
public sealed record Authority(
    string Id,
    string Office,
    string? Holder,
    string Basis,
    IReadOnlyList<int> Levels,
    IReadOnlyList<Hazard> Hazards)
{
    /// <summary>How long a declaration that a holder is out of reach counts for other proposals: a night.</summary>
    public static readonly TimeSpan DeclarationHolds = TimeSpan.FromHours(12);

    /// <summary>Id of the holder in whose place this one decides while that one cannot (地方自治法152条); <see langword="null"/> for one who decides in their
    /// own right, or by delegation.</summary>
    public string? ActsFor { get; init; }

    /// <summary>In whose places this one decides, the nearest first.</summary>
    /// <param name="authorities">All holders.</param>
    /// <returns>Nobody for one who acts in their own right.</returns>
    public IReadOnlyList<Authority> StandsInFor(IReadOnlyList<Authority> authorities)
    {
        var found = new List<Authority>();
        for (var next = Find(ActsFor); next is not null && !found.Contains(next); next = Find(next.ActsFor))
        {
            found.Add(next);
        }

        return found;

        Authority? Find(string? id) => authorities.FirstOrDefault(authority => authority.Id == id);
    }

    /// <summary>Whether this authority may decide a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>Whether hazard and level are covered.</returns>
    public bool Covers(Measure measure) =>
        Hazards.Contains(measure.Hazard) && (measure.Level is not { } level || Levels.Contains(level));
}
