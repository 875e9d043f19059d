using System.Diagnostics.Metrics;
using System.Globalization;
using Chiyoda.Bousai.Infrastructure.Operations;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Counts what goes out, by channel and outcome, under the one meter of the hub.</summary>
public sealed class DeliveryMeter
{
    private readonly Counter<long> _deliveries;
    private readonly UpDownCounter<long> _claims;
    private readonly Histogram<double> _firstAccepted;

    public DeliveryMeter(IMeterFactory factory)
    {
        var meter = factory.Create(BousaiTelemetry.Name);
        _deliveries = meter.CreateCounter<long>("bousai.push.deliveries", "{message}", "Answers to messages, repeats included");
        _claims = meter.CreateUpDownCounter<long>("bousai.dispatch.claims", "{page}", "Pages of recipients in the hands of this process");
        _firstAccepted = meter.CreateHistogram<double>(
            "bousai.dispatch.first_accepted.duration", "s", "From a release to the first message of it that a channel took; told when the dispatch is closed",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] });
    }

    internal void Count(string channel, DeliveryMark mark) => _deliveries.Add(
        1,
        new KeyValuePair<string, object?>("channel", channel),
        new KeyValuePair<string, object?>("outcome", mark.ToString().ToLower(CultureInfo.InvariantCulture)));

    /// <summary>A page was taken (+1) or let go of (−1).</summary>
    internal void Hold(int change) => _claims.Add(change);

    internal void Closed(Dispatch dispatch)
    {
        if (dispatch.FirstAcceptedAt is { } first)
        {
            _firstAccepted.Record(Math.Max(0, (first - dispatch.CreatedAt).TotalSeconds), new KeyValuePair<string, object?>("channel", dispatch.Channel));
        }
    }
}
