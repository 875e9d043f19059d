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
    /// <summary>Whether this authority may decide a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>Whether hazard and level are covered.</returns>
    public bool Covers(Measure measure) =>
        Hazards.Contains(measure.Hazard) && (measure.Level is not { } level || Levels.Contains(level));
}
