namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>A water level at a gauge: for a river of which no telegram speaks.</summary>
/// <param name="StationId">The operator's id of the station.</param>
/// <param name="Name">Its name as it stands in evidence.</param>
/// <param name="AtLeastMeters">Metres above A.P. from which it matches.</param>
public sealed record GaugeCondition(string StationId, string Name, double AtLeastMeters) : Condition;
