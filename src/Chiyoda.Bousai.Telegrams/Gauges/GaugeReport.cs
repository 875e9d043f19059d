namespace Chiyoda.Bousai.Telegrams.Gauges;

/// <summary>One reading of a water gauge as it came.</summary>
/// <param name="StationId">The operator's id, 1–64 characters.</param>
/// <param name="Name">The operator's name for it.</param>
/// <param name="ObservedAt">When the instrument read it.</param>
/// <param name="LevelMeters">Metres above A.P.; <see langword="null"/> when it was not measured.</param>
/// <param name="Condition">The operator's word about it, for example 欠測; empty for an ordinary reading.</param>
public sealed record GaugeReport(string StationId, string Name, DateTimeOffset ObservedAt, double? LevelMeters, string Condition)
{
    /// <summary>Metres above A.P. that were measured; <see langword="null"/> where the operator says 欠測, whatever number stands beside it.</summary>
    public double? MeasuredMeters => Condition.Contains("欠測", StringComparison.Ordinal) ? null : LevelMeters;
}
