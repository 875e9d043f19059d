using Chiyoda.Bousai.Infrastructure.Dissemination;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>Keeps the sign of life in the database, and at start judges how old the last one is before anything can be sent.</summary>
internal sealed partial class HeartbeatService(Heartbeat heartbeat, TimeProvider clock, ILogger<HeartbeatService> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await heartbeat.BeatAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Heartbeat.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await heartbeat.BeatAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.BeatFailed(logger, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6004, LogLevel.Warning, "The sign of life could not be written")]
        public static partial void BeatFailed(ILogger logger, Exception exception);
    }
}
