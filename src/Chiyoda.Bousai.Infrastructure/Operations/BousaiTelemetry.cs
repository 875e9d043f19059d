using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Chiyoda.Bousai.Infrastructure.Operations;

/// <summary>What this program tells of itself: one name for its meter and its traces. Without a listener none of it costs anything.</summary>
/// <remarks>Tags hold ids of ours and words of closed lists, never a person, a place of a person, an endpoint or free text.</remarks>
public static class BousaiTelemetry
{
    public const string Name = "Chiyoda.Bousai";

    /// <summary>Spans of the chain: telegram, commit, release, plan, page.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>For what has no services at hand; everything else makes its instruments on a meter of the same name.</summary>
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>(
        "bousai.commit.duration", "s", "Transactions of whole decisions, from their begin to their commit",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15] });

    /// <summary>A transaction ended.</summary>
    /// <param name="since">Timestamp of its begin.</param>
    /// <param name="fault">What went wrong, or <see langword="null"/>.</param>
    public static void Committed(long since, Exception? fault)
    {
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        if (fault is null)
        {
            CommitDuration.Record(seconds);
        }
        else
        {
            CommitDuration.Record(seconds, new KeyValuePair<string, object?>("error.type", fault.GetType().Name));
        }
    }

    /// <summary>Marks a span as failed, by the kind of fault alone: its message may hold what is nobody's business.</summary>
    public static void Fail(this Activity? span, Exception fault)
    {
        span?.SetTag("error.type", fault.GetType().Name);
        span?.SetStatus(ActivityStatusCode.Error);
    }
}
