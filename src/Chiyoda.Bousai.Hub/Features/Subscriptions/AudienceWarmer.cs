using Chiyoda.Bousai.Infrastructure.Subscriptions;

namespace Chiyoda.Bousai.Hub.Features.Subscriptions;

/// <summary>Reads the registrations once after the start, so that the first who asks how many would be told does not wait.</summary>
internal sealed partial class AudienceWarmer(AudienceIndex audience, ILogger<AudienceWarmer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await audience.WarmAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException)
        {
            // Whoever asks reads it then.
            Log.NotWarmed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6301, LogLevel.Warning, "The registrations could not be read ahead; the first count reads them")]
        public static partial void NotWarmed(ILogger logger, Exception fault);
    }
}
