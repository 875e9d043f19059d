namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>
/// One line of the ward's criteria (発令基準): when this is observed, that is proposed. It proposes; a person decides.
/// </summary>
public sealed record Criterion
{
    /// <summary>Stands for the whole municipality in <see cref="ZoneId"/>.</summary>
    public const string Everywhere = "*";

    /// <summary>Stable id; it stands in evidence for years.</summary>
    public required string Id { get; init; }

    /// <summary>The river, coast or slope, and with it the hazard.</summary>
    public required Cause Cause { get; init; }

    /// <summary>When it matches.</summary>
    public required Condition When { get; init; }

    /// <summary>The zone whose areas are meant, or <see cref="Everywhere"/>, which no order is for.</summary>
    public required string ZoneId { get; init; }

    /// <summary>What it proposes.</summary>
    public required Proposable Proposes { get; init; }

    /// <summary>Law and article.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Where the ward's plan or the guideline says so, and whether that was read.</summary>
    public required string ManualCitation { get; init; }

    /// <summary>First day in Japan on which it counts.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day in Japan on which it counts; <see langword="null"/> until replaced.</summary>
    public required DateOnly? EffectiveUntil { get; init; }

    /// <summary>警戒レベル 3, 4 or 5 of the proposed order; <see langword="null"/> for hazards without levels and for what is no order.</summary>
    public int? Level => (Proposes as ProposedOrder)?.Level;

    /// <summary>Its condition on the information in force; <see langword="null"/> when it looks at a gauge.</summary>
    public WarningCondition? Warning => When as WarningCondition;

    /// <summary>The hazard of its cause.</summary>
    public Hazard Hazard => Cause.Hazard;

    /// <summary>Whether it counts on a day.</summary>
    /// <param name="day">A day in Japan.</param>
    /// <returns><see langword="true"/> inside the effective dates, both ends included.</returns>
    public bool IsEffectiveOn(DateOnly day) => EffectiveFrom <= day && day <= (EffectiveUntil ?? day);
}
