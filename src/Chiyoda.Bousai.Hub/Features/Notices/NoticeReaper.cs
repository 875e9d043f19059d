using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>What nobody had in hand for a day dies, submitted or not: what was left over from a drill or another storm must not lie ready
/// to be sent (design §6).</summary>
internal sealed partial class NoticeReaper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NoticeReaper> logger) : BackgroundService
{
    public static readonly TimeSpan LivesFor = TimeSpan.FromHours(24);

    private const int MaxAtOnce = 200;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Discards what is too old.</summary>
    public static async Task<int> ReapAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - LivesFor;
        var old = await db.NoticeEditions
            .Where(edition => (edition.State == NoticeEditionState.Draft || edition.State == NoticeEditionState.Returned || edition.State == NoticeEditionState.Submitted)
                && edition.TouchedAt <= since)
            .OrderBy(edition => edition.TouchedAt)
            .Take(MaxAtOnce)
            .ToListAsync(cancellationToken);
        var facts = new List<Fact>();
        foreach (var edition in old)
        {
            if (edition.Discard(edition.Version, "最後の操作から24時間を過ぎたため", now).TryGet(out var discarded, out _))
            {
                facts.Add(new NoticeDiscarded(discarded, Actor.Hub, now));
            }
        }

        if (facts.Count > 0)
        {
            await db.CommitAsync(facts, cancellationToken);
        }

        return facts.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
                await db.RepeatAsync(() => ReapAsync(db, clock.GetUtcNow().ToMicroseconds(), stoppingToken), stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(4301, LogLevel.Warning, "Looking for old drafts of notices failed; the next look follows")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
