using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>
/// Drafts die after a day, and what was submitted or decided a day ago goes back to being one: what was left over from a drill or another
/// storm must not lie ready to be sent (design §6). Counted from the last step that a person took with it.
/// </summary>
internal sealed partial class DraftReaper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DraftReaper> logger) : BackgroundService
{
    public static readonly TimeSpan LivesFor = TimeSpan.FromHours(24);

    private const int MaxAtOnce = 200;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Discards what is too old.</summary>
    public static async Task<int> ReapAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - LivesFor;
        var old = await db.Proposals
            .Where(proposal => (proposal.State == ProposalState.Draft || proposal.State == ProposalState.Returned)
                && proposal.CreatedAt <= since && (proposal.SubmittedAt == null || proposal.SubmittedAt <= since))
            .OrderBy(proposal => proposal.CreatedAt)
            .Take(MaxAtOnce)
            .ToListAsync(cancellationToken);
        var waiting = await db.Proposals
            .Where(proposal => (proposal.State == ProposalState.Submitted || proposal.State == ProposalState.Decided) && proposal.SubmittedAt <= since)
            .OrderBy(proposal => proposal.SubmittedAt)
            .Take(MaxAtOnce)
            .ToListAsync(cancellationToken);
        if (old.Count + waiting.Count == 0)
        {
            return 0;
        }

        var ids = old.Concat(waiting).Select(proposal => proposal.Id).ToList();
        var touched = await db.Chronology
            .Where(entry => ids.Contains(entry.SubjectId) && entry.PersonId != null && entry.RecordedAt > since)
            .Select(entry => entry.SubjectId).Distinct().ToListAsync(cancellationToken);
        old.RemoveAll(proposal => touched.Contains(proposal.Id));
        waiting.RemoveAll(proposal => touched.Contains(proposal.Id));
        var facts = new List<Fact>();
        foreach (var left in waiting)
        {
            if (left.Return(left.Version, "24時間、だれも手続きを進めなかったため").TryGet(out var returned, out _))
            {
                facts.Add(new Returned(returned, Actor.Hub, now));
            }
        }

        foreach (var draft in old)
        {
            if (draft.Discard(draft.Version, "24時間、だれも手を加えなかったため").TryGet(out var discarded, out _))
            {
                facts.Add(new Discarded(discarded, Actor.Hub, now));
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
        [LoggerMessage(4103, LogLevel.Warning, "Looking for old drafts failed; the next look follows")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
