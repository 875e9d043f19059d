using Hangfire;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>A round at the start, and one each minute: high-frequency feeds are renewed so often.</summary>
internal sealed class PollSchedule(IRecurringJobManager recurring, IBackgroundJobClient jobs, ILogger<PollSchedule> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                recurring.AddOrUpdate<PollFeedsJob>("feeds-poll", PollFeedsJob.Queue, job => job.RunAsync(false, CancellationToken.None), Cron.Minutely());
                jobs.Enqueue<PollFeedsJob>(PollFeedsJob.Queue, job => job.RunAsync(true, CancellationToken.None));
                return;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever a storage throws: without the schedule nothing would ever be asked.
                PollingLog.ScheduleFailed(logger, fault.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }
}
