using System.Diagnostics.Metrics;
using Chiyoda.Bousai.Infrastructure.Operations;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Counts what comes in, by what the sender was told.</summary>
internal sealed class FeedsMeter
{
    private readonly Counter<long> _received;
    private readonly Counter<long> _answers;
    private readonly Counter<long> _octets;

    public FeedsMeter(IMeterFactory factory)
    {
        var meter = factory.Create(BousaiTelemetry.Name);
        _received = meter.CreateCounter<long>("bousai.telegrams.received", "{telegram}", "Telegrams by the answer to their sender");
        _answers = meter.CreateCounter<long>("bousai.feeds.answers", "{answer}", "Answers of polled lists, by what came of them");
        _octets = meter.CreateCounter<long>("bousai.feeds.received", "By", "Octets of polled lists on the wire, their telegrams included");
    }

    public void Count(string outcome) => _received.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Answered(string list, string outcome) =>
        _answers.Add(1, new KeyValuePair<string, object?>("list", list), new KeyValuePair<string, object?>("outcome", outcome));

    public void Octets(string list, long octets) => _octets.Add(octets, new KeyValuePair<string, object?>("list", list));
}
