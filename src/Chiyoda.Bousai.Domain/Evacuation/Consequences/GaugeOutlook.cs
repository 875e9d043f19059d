using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>Where a gauge stands against the mark of a criterion, and when the water would be there if it went on rising. An extrapolation of ours, no forecast.</summary>
/// <param name="StationId">The operator's id of the station.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">警戒レベル of what the criterion proposes; <see langword="null"/> when it proposes no order.</param>
/// <param name="AtLeastMeters">The mark, metres above A.P.</param>
/// <param name="Now">What the gauge says; unknown when it is silent or not believed.</param>
/// <param name="ReachedAt">When the mark is reached at the fastest rise of the last hour; <see langword="null"/> when it is reached already, the water does
/// not rise, that lies over <see cref="Horizon"/> ahead, or the level is unknown.</param>
public sealed record GaugeOutlook(string StationId, string Name, int? Level, double AtLeastMeters, GaugeJudgement Now, DateTimeOffset? ReachedAt)
{
    /// <summary>How far a rise is carried on: three hours; what lies beyond is no rise of this hour any more.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(3);

    /// <summary>Whether the water stands at the mark or above; <see langword="null"/> when the level is unknown.</summary>
    public bool? IsReached => Now.LevelMeters is { } level ? level >= AtLeastMeters : null;

    /// <summary>Holds a gauge against a mark.</summary>
    /// <param name="condition">Station and mark.</param>
    /// <param name="level">警戒レベル, or <see langword="null"/>.</param>
    /// <param name="gauge">What the gauge says; <see langword="null"/> when it was never read.</param>
    /// <returns>The outlook.</returns>
    public static GaugeOutlook Of(GaugeCondition condition, int? level, GaugeJudgement? gauge)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var now = gauge ?? GaugeJudgement.NeverRead;
        return new GaugeOutlook(condition.StationId, condition.Name, level, condition.AtLeastMeters, now, Reach(condition.AtLeastMeters, now));
    }

    private static DateTimeOffset? Reach(double mark, GaugeJudgement now)
    {
        var fastest = now.Trends.Where(trend => trend.Direction == GaugeDirection.Rising).Select(trend => trend.ChangeMeters!.Value / (trend.Measured ?? trend.Over).TotalHours).DefaultIfEmpty().Max();
        if (now is not { LevelMeters: { } level, ObservedAt: { } at } || level >= mark || fastest <= 0)
        {
            return null;
        }

        var hours = (mark - level) / fastest;
        return hours <= Horizon.TotalHours ? at.AddMinutes(Math.Ceiling(Math.Round(hours * 60, 3))) : null;
    }
}
