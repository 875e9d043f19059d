namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>What a gauge says now. A value that is missing, old or cannot be is unknown, and is never carried on from before.</summary>
/// <param name="State">Whether the level is known.</param>
/// <param name="Reason">Why it is not; <see cref="GaugeDoubt.None"/> when it is.</param>
/// <param name="ObservedAt">The newest reading, usable or not; <see langword="null"/> when there is none.</param>
/// <param name="LevelMeters">Metres above A.P.; <see langword="null"/> exactly when it is not known.</param>
/// <param name="Trends">Over 10, 30 and 60 minutes, in this order.</param>
public sealed record GaugeJudgement(KnowledgeState State, GaugeDoubt Reason, DateTimeOffset? ObservedAt, double? LevelMeters, IReadOnlyList<GaugeTrend> Trends)
{
    private static readonly TimeSpan[] Spans = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)];

    /// <summary>No reading ever came.</summary>
    public static GaugeJudgement NeverRead { get; } = Unknown(GaugeDoubt.NeverRead, null);

    /// <summary>Judges a station by its readings.</summary>
    /// <param name="readings">Readings of one station, in any order.</param>
    /// <param name="now">The moment that is judged.</param>
    /// <param name="limits">What is plausible.</param>
    /// <returns>The judgement.</returns>
    public static GaugeJudgement Of(IEnumerable<GaugeObservation> readings, DateTimeOffset now, GaugeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(limits);
        var ordered = readings.OrderBy(reading => reading.ObservedAt).ToList();
        if (ordered.Count == 0)
        {
            return NeverRead;
        }

        var newest = ordered[^1];
        var usable = ordered.Where(reading => reading.LevelMeters >= limits.LowestMeters && reading.LevelMeters <= limits.HighestMeters).ToList();
        var before = usable.LastOrDefault(reading => reading.ObservedAt < newest.ObservedAt);
        return newest.ObservedAt - now > limits.AheadAtMost ? Unknown(GaugeDoubt.DatedAhead, newest.ObservedAt)
            : now - newest.ObservedAt > limits.StaleAfter ? Unknown(GaugeDoubt.Old, newest.ObservedAt)
            : newest.LevelMeters is not { } level ? Unknown(GaugeDoubt.Missing, newest.ObservedAt)
            : !usable.Contains(newest) ? Unknown(GaugeDoubt.OutOfRange, newest.ObservedAt)
            : IsJump(before, newest, limits) ? Unknown(GaugeDoubt.Jump, newest.ObservedAt)
            : new GaugeJudgement(KnowledgeState.Known, GaugeDoubt.None, newest.ObservedAt, level, [.. Spans.Select(span => Trend(usable, newest, span, limits))]);
    }

    /// <summary>Water rises by decimetres in ten minutes; metres are an instrument that was knocked, cleaned or replaced. Two readings that agree are believed.</summary>
    private static bool IsJump(GaugeObservation? before, GaugeObservation newest, GaugeLimits limits) =>
        before is not null && newest.ObservedAt - before.ObservedAt <= TimeSpan.FromMinutes(30)
        && Math.Abs(newest.LevelMeters!.Value - before.LevelMeters!.Value) > limits.JumpMeters;

    /// <summary>Compared with the reading nearest to the beginning of the span; none within a third of it: unknown.</summary>
    private static GaugeTrend Trend(List<GaugeObservation> usable, GaugeObservation newest, TimeSpan span, GaugeLimits limits)
    {
        var begin = newest.ObservedAt - span;
        var then = usable.Where(reading => reading.ObservedAt < newest.ObservedAt && (reading.ObservedAt - begin).Duration() <= span / 3)
            .MinBy(reading => (reading.ObservedAt - begin).Duration());
        if (then is null)
        {
            return new GaugeTrend(span, null, GaugeDirection.Unknown);
        }

        var change = Math.Round(newest.LevelMeters!.Value - then.LevelMeters!.Value, 3);
        return new GaugeTrend(span, change, change >= limits.SteadyMeters ? GaugeDirection.Rising : change <= -limits.SteadyMeters ? GaugeDirection.Falling : GaugeDirection.Steady)
        {
            Measured = newest.ObservedAt - then.ObservedAt,
        };
    }

    private static GaugeJudgement Unknown(GaugeDoubt reason, DateTimeOffset? at) =>
        new(KnowledgeState.Unknown, reason, at, null, [.. Spans.Select(span => new GaugeTrend(span, null, GaugeDirection.Unknown))]);
}

/// <summary>How the level changed over a span.</summary>
/// <param name="Over">The span before the newest reading.</param>
/// <param name="ChangeMeters">Metres; <see langword="null"/> when there is no reading to compare with.</param>
/// <param name="Direction">In a word.</param>
public sealed record GaugeTrend(TimeSpan Over, double? ChangeMeters, GaugeDirection Direction)
{
    /// <summary>The time between the two readings, within a third of the span; <see langword="null"/> when there is none to compare with.</summary>
    public TimeSpan? Measured { get; init; }
}

/// <summary>Where the water goes.</summary>
public enum GaugeDirection
{
    /// <summary>No reading to compare with.</summary>
    Unknown,

    /// <summary>上昇.</summary>
    Rising,

    /// <summary>横ばい: less than what instruments differ by.</summary>
    Steady,

    /// <summary>下降.</summary>
    Falling,
}

/// <summary>Why a level is not known.</summary>
public enum GaugeDoubt
{
    /// <summary>It is known.</summary>
    None,

    /// <summary>No reading ever came.</summary>
    NeverRead,

    /// <summary>The newest reading is too old.</summary>
    Old,

    /// <summary>欠測.</summary>
    Missing,

    /// <summary>No water stands so high or so low there.</summary>
    OutOfRange,

    /// <summary>It changed faster than water does.</summary>
    Jump,

    /// <summary>It is dated in the future.</summary>
    DatedAhead,
}

/// <summary>Words for <see cref="GaugeDoubt"/>.</summary>
public static class GaugeDoubtWords
{
    /// <summary>The word on screens and in evidence.</summary>
    /// <param name="doubt">Why a level is not known.</param>
    /// <returns>Japanese.</returns>
    public static string Word(this GaugeDoubt doubt) => doubt switch
    {
        GaugeDoubt.Old => "観測が古い",
        GaugeDoubt.Missing => "欠測",
        GaugeDoubt.OutOfRange => "あり得ない値",
        GaugeDoubt.Jump => "急変（要確認）",
        GaugeDoubt.DatedAhead => "観測時刻が未来",
        _ => "観測なし",
    };
}

/// <summary>What is plausible at a gauge.</summary>
/// <param name="LowestMeters">Below it nothing can be, metres above A.P.</param>
/// <param name="HighestMeters">Above it nothing can be, metres above A.P.</param>
/// <param name="JumpMeters">More between two readings within 30 min is no water.</param>
/// <param name="SteadyMeters">Less is neither rise nor fall.</param>
/// <param name="StaleAfter">An older newest reading says nothing about now.</param>
/// <param name="AheadAtMost">What clocks may differ by.</param>
public sealed record GaugeLimits(double LowestMeters, double HighestMeters, double JumpMeters, double SteadyMeters, TimeSpan StaleAfter, TimeSpan AheadAtMost);
