namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// One piece of hazard information by an outside authority that is in force (防災気象情報): never an order of the ward.
/// </summary>
/// <param name="Phenomenon">Closed English word: <c>rain landslide surge flood wind wind-snow snow wave thunder snowmelt fog dry
/// avalanche cold frost icing snow-accretion tornado rainband record-rain tsunami earthquake other</c>.</param>
/// <param name="PhenomenonCode">The telegram's own kind code, as it came; a number here is not a level.</param>
/// <param name="Level">警戒レベル相当 2–5, or <see langword="null"/> where the information has none (wind, tsunami, earthquake …).</param>
/// <param name="Kind">The name as issued, for example レベル４氾濫危険警報.</param>
/// <param name="Cause">What it comes from where that matters: a flood-forecast area code for a river, an event id for an
/// earthquake, otherwise <see langword="null"/>.</param>
/// <param name="Areas">Codes of the ward's own areas of the issuer that it covers (class20, flood-forecast area, seismic city …), with their names.</param>
/// <param name="ReportedAt">Head/ReportDateTime of the telegram that states it.</param>
/// <param name="ValidUntil">When it ends by itself: Head/ValidDateTime for the kinds that carry it, our rule for momentary
/// reports (then <see cref="IsAgedOut"/>); otherwise <see langword="null"/>: it holds until lifted or replaced.</param>
/// <param name="Condition">Kind.Condition or Status as issued (発表, 継続, 氾濫発生 …); empty when none.</param>
/// <param name="TelegramId">The stored telegram that states it.</param>
/// <param name="Source">Publishing office as shown to people.</param>
/// <param name="ForecastOnly">Whether it rests on a forecast while observations are lower («予測による発表»); <see langword="null"/> when the telegram does not say.</param>
public sealed record HazardWarning(
    string Phenomenon,
    string PhenomenonCode,
    int? Level,
    string Kind,
    string? Cause,
    IReadOnlyList<WarningArea> Areas,
    DateTimeOffset ReportedAt,
    DateTimeOffset? ValidUntil,
    string Condition,
    Guid TelegramId,
    string Source,
    bool? ForecastOnly)
{
    /// <summary>When the criterion of a level is expected to be exceeded in these areas: the lead time of a decision. Empty when not said.</summary>
    public IReadOnlyList<WarningPeriod> Periods { get; init; } = [];

    /// <summary>A flood: when its water reaches the ward. <see langword="null"/> when the telegram does not say it of the ward, which is unknown and not never.</summary>
    public WaterArrival? Arrival { get; init; }

    /// <summary>
    /// Whether <see cref="ValidUntil"/> is our own rule for momentary reports (<see cref="WarningPolicy"/>) and not the
    /// issuer's word: such a report is aged out of view, it was not lifted.
    /// </summary>
    public bool IsAgedOut { get; init; }

    /// <summary>How much of the area is meant (FullStatus): 全域 or 一部; empty when the issuer does not say.</summary>
    public string Extent { get; init; } = string.Empty;

    /// <summary>
    /// Head/ReportDateTime of the telegram that first stated it as it stands (phenomenon, level, kind, cause), through every 継続
    /// since; <see langword="null"/> before the fold of its stream has looked (<see cref="WarningFold"/>).
    /// </summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>
    /// Whether it comes from a kind of telegram that a newer or fuller one replaces (VXWW50 beside VPWW56, VXSE51 beside
    /// VXSE53): it gives way where that one states the same (<see cref="WarningBoard"/>).
    /// </summary>
    public bool IsFallback { get; init; }

    /// <summary>Whether another statement is about the same, unchanged: phenomenon, level, kind and cause.</summary>
    /// <param name="other">What an earlier telegram or another stream states.</param>
    /// <returns>Whether one goes on in the other.</returns>
    public bool IsSameAs(HazardWarning other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Phenomenon == other.Phenomenon && Level == other.Level && Kind == other.Kind && Cause == other.Cause;
    }

    /// <summary>Whether water leaves a river, so that people must ask when it arrives: a flood of level 5, or one of which that is said.</summary>
    /// <returns>Whether <see cref="Arrival"/> matters; where it is <see langword="null"/> the arrival is unknown.</returns>
    public bool IsFlooding() => Phenomenon == "flood" && (Level == 5 || Arrival is not null);

    /// <summary>Whether it has not run out.</summary>
    /// <param name="now">The moment for which it is asked.</param>
    /// <returns>Whether it holds then; always so without <see cref="ValidUntil"/>.</returns>
    public bool HoldsAt(DateTimeOffset now) => ValidUntil is null || ValidUntil > now;
}
