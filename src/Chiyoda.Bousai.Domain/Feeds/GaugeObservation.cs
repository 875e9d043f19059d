namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>A reading of a water gauge.</summary>
/// <param name="ObservedAt">When the instrument read it.</param>
/// <param name="LevelMeters">Metres above A.P., the datum of rivers around Tokyo Bay; <see langword="null"/> when it was not measured (欠測).</param>
public sealed record GaugeObservation(DateTimeOffset ObservedAt, double? LevelMeters);
