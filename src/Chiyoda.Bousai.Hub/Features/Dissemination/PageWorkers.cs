using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>The workers of this process: each takes page after page, and waits for the bell when none is due.</summary>
internal sealed partial class PageWorkers(
    PageWorker worker, WorkBell bell, TimeProvider clock, IOptions<DispatchOptions> options, ILogger<PageWorkers> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = bell.Next;
            try
            {
                if (await worker.ServeNextAsync(stoppingToken))
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was, the page's lease runs out and it is taken up again; a worker that dies would be missed all night.
                Log.PageFailed(logger, e);
            }

            await next.WaitAsync(options.Value.SweepEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6023, LogLevel.Error, "Working on a page failed; it is taken up again when its lease has run out")]
        public static partial void PageFailed(ILogger logger, Exception exception);
    }
}
