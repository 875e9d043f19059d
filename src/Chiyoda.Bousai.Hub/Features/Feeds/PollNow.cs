using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Hangfire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Staff ask for everything that is polled now, for example when they know that a line is back.</summary>
internal static class PollNow
{
    /// <summary>Whoever presses again does not make the feeds be asked more often.</summary>
    private static readonly TimeSpan NotWithin = TimeSpan.FromSeconds(10);

    public static async Task<NoContent> HandleAsync(BousaiDbContext db, TimeProvider clock, IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - NotWithin;
        await db.Polls.Where(poll => poll.AskedAt == null || poll.AskedAt < before)
            .ExecuteUpdateAsync(poll => poll.SetProperty(row => row.NextAt, now), cancellationToken);

        // A node without a scheduler leaves it to the round of the next minute.
        services.GetService<IBackgroundJobClient>()?.Enqueue<PollFeedsJob>(PollFeedsJob.Queue, job => job.RunAsync(true, CancellationToken.None));
        return TypedResults.NoContent();
    }
}
