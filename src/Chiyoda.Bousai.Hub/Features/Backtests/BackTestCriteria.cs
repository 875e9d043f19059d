using Chiyoda.Bousai.Domain.Evacuation.Criteria;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>Criteria as they are tried.</summary>
internal static class BackTestCriteria
{
    /// <summary>
    /// The criteria as if they were effective on every day: what today's criteria would have made of the telegrams of earlier years. Without
    /// it they propose nothing before the day from which they count, as live.
    /// </summary>
    public static IReadOnlyList<Criterion> OnAnyDay(IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select(criterion => criterion with { EffectiveFrom = DateOnly.MinValue, EffectiveUntil = null })];
}
