namespace Chiyoda.Bousai.Domain.Shelters;

/// <summary>What people at a place reported.</summary>
/// <param name="State">Whether it takes people in.</param>
/// <param name="FreePersons">Free places; <see langword="null"/> when not counted.</param>
/// <param name="AsOf">When it was so.</param>
public sealed record ShelterReport(ShelterOpening State, int? FreePersons, DateTimeOffset AsOf)
{
    /// <summary>Most free places that are believed, persons.</summary>
    public const int MaxFreePersons = 100_000;

    /// <summary>How long a report holds: three hours, as crowd displays have it; then people are told that it is unknown, with the time of the last.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromHours(3);

    /// <summary>Whether it still says how it is.</summary>
    /// <param name="at">Now.</param>
    /// <returns><see langword="false"/> once it is too old: unknown, neither open nor closed.</returns>
    public bool HoldsAt(DateTimeOffset at) => at - AsOf <= HoldsFor;
}

/// <summary>Whether a place takes people in, as reported.</summary>
public enum ShelterOpening
{
    /// <summary>開設準備中.</summary>
    Opening,

    /// <summary>開設.</summary>
    Open,

    /// <summary>閉鎖.</summary>
    Closed,

    /// <summary>満員: open, and takes nobody more. A decision of the people there, not arithmetic.</summary>
    Full,
}
