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
}
