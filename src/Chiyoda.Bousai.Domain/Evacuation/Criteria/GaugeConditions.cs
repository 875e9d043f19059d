using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>What the gauges say at which criteria look, live and in back-tests.</summary>
public static class GaugeConditions
{
    /// <summary>The stations at which criteria look.</summary>
    /// <param name="criteria">The criteria of a pack.</param>
    /// <returns>The operators' ids, each once.</returns>
    public static IReadOnlyList<string> Stations(IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select(criterion => criterion.When).OfType<GaugeCondition>().Select(condition => condition.StationId).Distinct(StringComparer.Ordinal)];

    /// <summary>What they say at a moment.</summary>
    /// <typeparam name="T">Any collection of readings.</typeparam>
    /// <param name="readings">Readings by station.</param>
    /// <param name="now">The moment.</param>
    /// <param name="limits">What is plausible.</param>
    /// <returns>A judgement per station.</returns>
    public static IReadOnlyDictionary<string, GaugeJudgement> Now<T>(IReadOnlyDictionary<string, T> readings, DateTimeOffset now, GaugeLimits limits)
        where T : IReadOnlyList<GaugeObservation> =>
        readings.ToDictionary(station => station.Key, station => GaugeJudgement.Of(station.Value, now, limits), StringComparer.Ordinal);

    /// <summary>
    /// What they last said: a gauge that falls silent and comes back with the same level says nothing new, and what staff turned down does not
    /// come back by it.
    /// </summary>
    /// <typeparam name="T">Any collection of readings.</typeparam>
    /// <param name="readings">Readings by station.</param>
    /// <param name="limits">What is plausible.</param>
    /// <returns>A judgement per station, as of its last measured level.</returns>
    public static IReadOnlyDictionary<string, GaugeJudgement> LastKnown<T>(IReadOnlyDictionary<string, T> readings, GaugeLimits limits)
        where T : IReadOnlyList<GaugeObservation> =>
        readings.ToDictionary(
            station => station.Key,
            station =>
            {
                var measured = station.Value.Where(reading => reading.LevelMeters is not null).ToList();
                return GaugeJudgement.Of(measured, measured.Select(reading => reading.ObservedAt).DefaultIfEmpty().Max(), limits);
            },
            StringComparer.Ordinal);
}
