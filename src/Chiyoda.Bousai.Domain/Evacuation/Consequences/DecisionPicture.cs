using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>
/// What a decision would do and rests on, as it stood at one moment (決定時の状況). Kept with the decision, also when it was not to
/// issue, and never recomputed.
/// </summary>
public sealed record DecisionPicture
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Each area of the measure.</summary>
    public required IReadOnlyList<AreaBurden> Areas { get; init; }

    /// <summary>Residents of all areas.</summary>
    public required KnownSum Residents { get; init; }

    /// <summary>Persons by day in all areas.</summary>
    public required KnownSum DayPopulation { get; init; }

    /// <summary>Residents of 65 and over in all areas.</summary>
    public required KnownSum Elderly { get; init; }

    /// <summary>Every place of refuge with its standing in this hazard, recommended ones first.</summary>
    public required IReadOnlyList<ShelterChoice> Shelters { get; init; }

    /// <summary>Who asked for messages about the areas; <see langword="null"/> when it is not known now.</summary>
    public required SubscriberCount? Subscribers { get; init; }

    /// <summary>Every order in force before.</summary>
    public required IReadOnlyList<HeldOrder> Before { get; init; }

    /// <summary>Every order in force afterwards: those that are not touched go on (この決定のあとも続くもの).</summary>
    public required IReadOnlyList<HeldOrder> After { get; init; }

    /// <summary>Code of the refusal that a release would have met; <see langword="null"/> when it would have gone out. Then <see cref="After"/> is as before.</summary>
    public required string? Obstacle { get; init; }

    /// <summary>The next sunset and the next sunrise.</summary>
    public required Daylight Daylight { get; init; }

    /// <summary>When the issuer expects the hazard; <see langword="null"/> when not stated.</summary>
    public required LeadTime? Lead { get; init; }

    /// <summary>When flood water reaches the ward; <see langword="null"/> when no water is said to leave this river, and in pictures kept before this was looked at.</summary>
    public ArrivalOutlook? Arrival { get; init; }

    /// <summary>The gauges at which criteria of this hazard and cause look, by level; empty when none does, and in pictures kept before this was looked at.</summary>
    public IReadOnlyList<GaugeOutlook> Gauges { get; init; } = [];

    /// <summary>The criteria of this hazard and cause, held against what is in force at the moment: matched and unmatched.</summary>
    public required IReadOnlyList<CriterionEvidence> Criteria { get; init; }

    /// <summary>How well the information in force is known: unmatched means little while it is not.</summary>
    public required KnowledgeState Knowledge { get; init; }

    /// <summary>Until when it was known; <see langword="null"/> when it never was.</summary>
    public required DateTimeOffset? KnownUntil { get; init; }
}
