namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>All that the criteria of one cause and zone say together.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="ZoneId">The zone.</param>
/// <param name="Results">Every effective criterion of this cause and zone, highest level first, matched or not.</param>
public sealed record CriteriaFinding(Cause Cause, string ZoneId, IReadOnlyList<CriterionResult> Results)
{
    /// <summary>The matched criterion with the highest level: what is proposed; <see langword="null"/> when none matched.</summary>
    public CriterionResult? Strongest => Results.FirstOrDefault(result => result.Matched);

    /// <summary>What is proposed for the whole zone.</summary>
    /// <param name="zone">The zone named by <see cref="ZoneId"/>.</param>
    /// <returns>The measure of the strongest match, or <see langword="null"/> when none matched.</returns>
    public Measure? Propose(Zone zone) => Strongest?.Criterion.Proposes is not ProposedOrder order
        ? null
        : new Measure(
            Cause.Hazard,
            Cause.Id,
            Cause.Name.Ja,
            order.Level,
            order.Action,
            order.Audience,
            [.. zone.Areas.Select(code => code.Value).Order(StringComparer.Ordinal)],
            order.Reason.Ja);

    /// <summary>The results as a proposal freezes them, unmatched ones too.</summary>
    /// <returns>One piece of evidence per result, in the same order.</returns>
    public IReadOnlyList<CriterionEvidence> Evidence() => [.. Results.Select(result => result.Evidence())];
}
