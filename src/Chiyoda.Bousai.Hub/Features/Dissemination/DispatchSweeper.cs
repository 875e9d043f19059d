using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>The only recovery: every few seconds takes up what a lost job, a dead worker or a restart left behind.</summary>
internal sealed partial class DispatchSweeper(
    Dispatcher dispatcher, TimeProvider clock, IOptions<DispatchOptions> options, ILogger<DispatchSweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, clock);
        do
        {
            try
            {
                await dispatcher.SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.SweepFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(6032, LogLevel.Warning, "A sweep failed; the next one follows")]
        public static partial void SweepFailed(ILogger logger, Exception exception);
    }
}
