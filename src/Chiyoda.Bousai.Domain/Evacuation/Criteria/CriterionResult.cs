namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>What one criterion says of the information in force: evidence of a proposal, whether it matched or not.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Matched">Whether it matched.</param>
/// <param name="Observed">What was observed, in Japanese, with issuer and time; says so when nothing of the kind is in force.</param>
/// <param name="Threshold">What would match, in Japanese.</param>
/// <param name="TelegramId">The telegram that states the observed value; <see langword="null"/> when there is none.</param>
/// <param name="ReportedAt">When its issuer reported it; <see langword="null"/> when there is none.</param>
/// <param name="ForecastOnly">Whether it rests on a forecast while gauges are low (予測による発表): it counts, and says so;
/// <see langword="null"/> when the telegram does not say.</param>
public sealed record CriterionResult(
    Criterion Criterion,
    bool Matched,
    string Observed,
    string Threshold,
    Guid? TelegramId,
    DateTimeOffset? ReportedAt,
    bool? ForecastOnly)
{
    /// <summary>Whether what it looks at is known. A gauge that is silent, missing or implausible meets nothing and ends nothing.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>
    /// The events that meet it, of information that no 解除 ends: a second earthquake is news though the first is still in view. Empty for
    /// everything else, which meets it or does not.
    /// </summary>
    public IReadOnlySet<string> Events { get; init; } = new HashSet<string>();

    /// <summary>Whether it is met now and was not, or is met by an event that was not there.</summary>
    /// <param name="earlier">The same criterion before the change; <see langword="null"/> when it did not count yet.</param>
    /// <returns>The answer.</returns>
    public bool IsNewlyMet(CriterionResult? earlier) =>
        Matched && (earlier is not { Matched: true } || !Events.IsSubsetOf(earlier.Events));

    /// <summary>The result as it is frozen with what rests on it.</summary>
    /// <returns>A piece of evidence.</returns>
    public CriterionEvidence Evidence() => new(
        Criterion.Id, Matched, Observed, Threshold, TelegramId, ReportedAt, ForecastOnly, $"{Criterion.LegalBasis}　{Criterion.ManualCitation}");
}
