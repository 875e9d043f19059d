using Chiyoda.Bousai.Infrastructure.Dissemination.Receipts;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>Writes receipts down once a second: at most one write per page and second, however many devices report.</summary>
internal sealed partial class ReceiptWriter(ReceiptBook book, TimeProvider clock, ILogger<ReceiptWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await book.WriteAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.WriteFailed(logger, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6041, LogLevel.Warning, "Receipts could not be written; they are kept for the next second")]
        public static partial void WriteFailed(ILogger logger, Exception exception);
    }
}
