using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Hangfire;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>After each commit, one job per dispatch that nobody has begun. What it misses, the sweeper finds.</summary>
internal sealed partial class DispatchStarter(
    Dispatcher dispatcher, Doorbell doorbell, IBackgroundJobClient jobs, ILogger<DispatchStarter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var begun = new HashSet<Guid>();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before looking: a commit in between is not missed.
            var next = doorbell.Next;
            try
            {
                var waiting = await dispatcher.FindWaitingAsync(stoppingToken);
                begun.IntersectWith(waiting);
                foreach (var dispatchId in waiting.Where(begun.Add))
                {
                    jobs.Enqueue<DispatchJob>(job => job.RunAsync(dispatchId, CancellationToken.None));
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.LookFailed(logger, e);
            }
            catch (BackgroundJobClientException e)
            {
                // Losing the job storage costs nothing but these seconds, and must not end the hub.
                Log.EnqueueFailed(logger, e);
            }

            await next.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6031, LogLevel.Warning, "Looking for new dispatches failed; the sweeper will find them")]
        public static partial void LookFailed(ILogger logger, Exception exception);

        [LoggerMessage(6033, LogLevel.Warning, "A job could not be made; the sweeper takes its dispatch up")]
        public static partial void EnqueueFailed(ILogger logger, Exception exception);
    }
}
