namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>How long a proposal comes before its level (猶予), in the issuer's own words.</summary>
/// <param name="Time">From the proposal until then; negative when it had begun.</param>
/// <param name="ExpectedAt">When the level, or the water, is expected, or the level was first observed.</param>
/// <param name="Source">Where the telegram says so.</param>
public sealed record LeadTime(TimeSpan Time, DateTimeOffset ExpectedAt, LeadSource Source);

/// <summary>Where a telegram says when a level is expected.</summary>
public enum LeadSource
{
    /// <summary>CriteriaPeriod of a weather warning.</summary>
    CriteriaPeriod,

    /// <summary>Water levels of a flood forecast, present and forecast, by station.</summary>
    WaterLevels,

    /// <summary>氾濫水の予報 of a flood forecast: when the water that has left the river reaches the ward.</summary>
    FloodArrival,
}
