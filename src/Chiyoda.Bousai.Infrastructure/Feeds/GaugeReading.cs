namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>One reading of a water gauge as its operator published it.</summary>
public sealed class GaugeReading
{
    private GaugeReading()
    {
    }

    public GaugeReading(string stationId, DateTimeOffset observedAt) => (StationId, ObservedAt) = (stationId, observedAt);

    public string StationId { get; private set; } = string.Empty;

    public DateTimeOffset ObservedAt { get; private set; }

    public string Name { get; init; } = string.Empty;

    /// <summary>Metres above A.P., the datum of rivers around Tokyo Bay; <see langword="null"/> when it was not measured.</summary>
    public double? LevelMeters { get; init; }

    /// <summary>The operator's word about it, for example 欠測; empty for an ordinary reading.</summary>
    public string Condition { get; init; } = string.Empty;

    public DateTimeOffset ReceivedAt { get; init; }
}
