using System.Diagnostics.Metrics;
using Chiyoda.Bousai.Infrastructure.Operations;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Counts what comes in, by what the sender was told.</summary>
internal sealed class FeedsMeter(IMeterFactory factory)
{
    private readonly Counter<long> _received = factory.Create(BousaiTelemetry.Name).CreateCounter<long>(
        "bousai.telegrams.received", "{telegram}", "Telegrams by the answer to their sender");

    public void Count(string outcome) => _received.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
