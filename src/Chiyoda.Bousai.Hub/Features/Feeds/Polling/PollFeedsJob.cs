using Hangfire;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>One round over everything that is asked. Running it twice, or on two nodes at once, asks nothing twice: each address has its own turn.</summary>
internal sealed class PollFeedsJob(IEnumerable<IFeedPoller> pollers, IOptions<JmaFeedOptions> options, ILogger<PollFeedsJob> logger)
{
    public const string Queue = "feeds";

    /// <param name="atOnce">Whether somebody waits for it; otherwise it begins a random moment after the full minute.</param>
    /// <param name="cancellationToken">The hub ends.</param>
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(bool atOnce, CancellationToken cancellationToken)
    {
        if (!atOnce)
        {
            await Task.Delay(options.Value.Jitter * Random.Shared.NextDouble(), cancellationToken);
        }

        foreach (var poller in pollers)
        {
            try
            {
                await poller.RunAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                PollingLog.RoundFailed(logger, fault);
            }
        }
    }
}
