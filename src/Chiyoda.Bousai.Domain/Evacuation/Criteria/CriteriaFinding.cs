namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>All that the criteria of one cause and zone say together.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="ZoneId">The zone.</param>
/// <param name="Results">Every effective criterion of this cause and zone, highest level first, matched or not.</param>
public sealed record CriteriaFinding(Cause Cause, string ZoneId, IReadOnlyList<CriterionResult> Results)
{
    /// <summary>The matched criterion with the highest level: what is proposed; <see langword="null"/> when none matched.</summary>
    public CriterionResult? Strongest => Results.FirstOrDefault(result => result.Matched);
}
