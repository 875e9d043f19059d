using System.Diagnostics.Metrics;
using System.Globalization;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Counts answers by channel and outcome, under the one meter of the hub.</summary>
public sealed class DeliveryMeter
{
    private readonly Counter<long> _deliveries;

    public DeliveryMeter(IMeterFactory factory)
    {
        var meter = factory.Create("bousai");
        _deliveries = meter.CreateCounter<long>("bousai.push.deliveries", "{message}", "Answers to messages, repeats included");
    }

    internal void Count(string channel, DeliveryMark mark) => _deliveries.Add(
        1,
        new KeyValuePair<string, object?>("channel", channel),
        new KeyValuePair<string, object?>("outcome", mark.ToString().ToLower(CultureInfo.InvariantCulture)));
}
