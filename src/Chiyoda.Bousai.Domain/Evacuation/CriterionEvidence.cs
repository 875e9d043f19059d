namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>One criterion as it stood when the proposal was made; frozen, never recomputed.</summary>
/// <param name="Id">The criterion's id in the ward pack.</param>
/// <param name="Matched">Whether the observation met it.</param>
/// <param name="Observed">What was observed, in Japanese, or the word that nothing was.</param>
/// <param name="Threshold">What the criterion asks for.</param>
/// <param name="TelegramId">The telegram that carried the observation, or <see langword="null"/>.</param>
/// <param name="ObservedAt">The issuer's time of the observation, or <see langword="null"/>.</param>
/// <param name="ForecastOnly">Whether it rests on a forecast while gauges are lower; <see langword="null"/> when unknown.</param>
/// <param name="Citation">Law, manual or plan that the criterion stands on.</param>
public sealed record CriterionEvidence(
    string Id,
    bool Matched,
    string Observed,
    string Threshold,
    Guid? TelegramId,
    DateTimeOffset? ObservedAt,
    bool? ForecastOnly,
    string Citation);
