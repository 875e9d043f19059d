using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>A reading of a water gauge in a set.</summary>
/// <param name="Name">Where it comes from, as people know it.</param>
/// <param name="StationId">The operator's id of the station.</param>
/// <param name="Observation">What it read, and when.</param>
public sealed record BackTestReading(string Name, string StationId, GaugeObservation Observation);

/// <summary>The readings of a set as they come in, judged as live does.</summary>
/// <param name="watched">Ids of the stations at which a criterion looks.</param>
/// <param name="limits">What is plausible.</param>
internal sealed class BackTestGauges(IReadOnlyList<string> watched, GaugeLimits limits)
{
    /// <summary>What a judgement looks back at: its longest trend, and as long again.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromHours(2);

    private readonly Dictionary<string, List<GaugeObservation>> _readings = watched.ToDictionary(id => id, _ => new List<GaugeObservation>(), StringComparer.Ordinal);

    public bool Watches(BackTestReading reading) => _readings.ContainsKey(reading.StationId);

    public void Add(BackTestReading reading)
    {
        var known = _readings[reading.StationId];
        known.RemoveAll(earlier => earlier.ObservedAt <= reading.Observation.ObservedAt - LooksBack);
        known.Add(reading.Observation);
    }

    public IReadOnlyDictionary<string, GaugeJudgement> At(DateTimeOffset now) => GaugeConditions.Now(_readings, now, limits);

    public IReadOnlyDictionary<string, GaugeJudgement> LastKnown() => GaugeConditions.LastKnown(_readings, limits);
}
