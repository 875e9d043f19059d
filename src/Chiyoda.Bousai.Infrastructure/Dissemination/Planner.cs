using System.Runtime.CompilerServices;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Notices;
using Chiyoda.Bousai.Infrastructure.Operations;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Relays;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// Freezes who hears of a decision into pages, walking once over the subscriptions by key. Any planner may take over where
/// another stopped: a page and the mark of how far the plan came are written together, and only by whoever saw the mark last.
/// </summary>
public sealed class Planner(IServiceScopeFactory scopes, WorkBell bell, TimeProvider clock)
{
    private const int ReadAtOnce = 2_000;

    /// <summary>Plans a dispatch to its end, or until somebody else plans it, or until it is held or superseded.</summary>
    public async Task PlanAsync(Guid dispatchId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var dispatch = await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatchId, cancellationToken);
        if (dispatch is not { IsPlanned: false, State: DispatchState.Waiting or DispatchState.Sending }
            || await WhoAsync(db, dispatch, cancellationToken) is not { } who)
        {
            return;
        }

        using var span = BousaiTelemetry.Traces.StartActivity("dispatch.plan");
        span?.SetTag("bousai.dispatch.id", dispatchId);
        if (dispatch.PlanPhase == PlanPhase.TheOthers || !Addressees.AreEarlierFirst(dispatch.Act))
        {
            await WriteAsync(db, dispatch, who, dispatch.PlanPhase, cancellationToken);
        }
        else if (await WriteAsync(db, dispatch, who, PlanPhase.EarlierFirst, cancellationToken) && !Addressees.AreOnlyEarlier(dispatch.Act))
        {
            await WriteAsync(db, dispatch, who, PlanPhase.TheOthers, cancellationToken);
        }

        bell.Ring();
    }

    /// <summary>Whom a dispatch concerns, apart from those who were told before it; <see langword="null"/> without a record of what it tells.</summary>
    private static async Task<Concerned?> WhoAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (dispatch.Kind is DispatchKind.Relay or DispatchKind.Test)
        {
            return await StandingReleases.FindAsync(db, dispatch, cancellationToken) is { } relay
                ? new Concerned(asked => relay.Concerns(asked.Areas, asked.Relays), _ => true)
                : null;
        }

        if (dispatch.Kind == DispatchKind.Notice)
        {
            return await NoticeReleases.FindAsync(db, dispatch, cancellationToken) is { } notice
                ? new Concerned(asked => notice.Concerns(asked.Areas, asked.Notices), notice.Touches)
                : null;
        }

        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.ProposalId, cancellationToken);
        if (proposal is null)
        {
            return null;
        }

        var addressees = new Addressees(proposal.Measure);
        return new Concerned(asked => addressees.Include(asked.Areas, asked.Orders), addressees.Touch);
    }

    /// <returns>Whether the phase was walked to its end by this planner.</returns>
    private async Task<bool> WriteAsync(
        BousaiDbContext db, Dispatch dispatch, Concerned who, PlanPhase phase, CancellationToken cancellationToken)
    {
        var number = await db.DispatchPages.Where(page => page.DispatchId == dispatch.Id).MaxAsync(page => (int?)page.Number, cancellationToken) ?? 0;
        var mark = new PlanMark(dispatch.Id, phase, phase == dispatch.PlanPhase ? dispatch.PlannedThrough : 0);
        var open = new List<long>(DispatchPage.MaxRecipients);
        var batches = RecipientsAsync(db, dispatch, who, phase, cancellationToken);
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var key in batch)
            {
                open.Add(key);
                if (open.Count == DispatchPage.MaxRecipients && !await CloseAsync())
                {
                    return false;
                }
            }

            // The first recipients do not wait until a page is full of them.
            if (number == 0 && open.Count > 0 && !await CloseAsync())
            {
                return false;
            }
        }

        return (open.Count == 0 || await CloseAsync()) && await EndAsync(db, mark, IsLast(dispatch.Act, phase), cancellationToken);

        async Task<bool> CloseAsync()
        {
            var page = new DispatchPage(dispatch.Id, ++number, open, open.Count);
            if (!await AddAsync(db, page, mark, cancellationToken))
            {
                return false;
            }

            mark = mark with { Through = page.LastKey };
            open.Clear();
            bell.Ring();
            return true;
        }
    }

    private static bool IsLast(Act act, PlanPhase phase) => phase != PlanPhase.EarlierFirst || Addressees.AreOnlyEarlier(act);

    /// <summary>
    /// Keys in ascending order, a batch of rows at a time; a batch may be empty. A correction walks twice: first those who got the
    /// wrong message, then everybody else whom the right one concerns.
    /// </summary>
    private static async IAsyncEnumerable<IReadOnlyList<long>> RecipientsAsync(
        BousaiDbContext db,
        Dispatch dispatch,
        Concerned who,
        PlanPhase phase,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var earlier = Addressees.IncludeEarlier(dispatch.Act) ? await EarlierRecipients.OfAsync(db, dispatch, cancellationToken) : null;
        var after = phase == dispatch.PlanPhase ? dispatch.PlannedThrough : 0;
        while (true)
        {
            var rows = await db.Subscriptions.AsNoTracking()
                .Where(subscription => subscription.Key > after && subscription.GoneAt == null)
                .OrderBy(subscription => subscription.Key)
                .Take(ReadAtOnce)
                .Select(subscription => new Asked(subscription.Key, subscription.Places, subscription.Orders, subscription.Relays, subscription.Notices))
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                yield break;
            }

            var through = rows[^1].Key;
            var told = earlier is null ? [] : await earlier.BetweenAsync(after, through, cancellationToken);
            var batch = new List<long>();
            foreach (var row in rows)
            {
                var wasTold = told.Contains(row.Key) && (who.Touches(row.Areas) || !earlier!.BelongsElsewhere(row.Areas));
                if (phase switch
                {
                    PlanPhase.EarlierFirst => wasTold,
                    PlanPhase.TheOthers => !wasTold && who.Hears(row),
                    _ => wasTold || who.Hears(row),
                })
                {
                    batch.Add(row.Key);
                }
            }

            yield return batch;
            after = through;
        }
    }

    private async Task<bool> AddAsync(BousaiDbContext db, DispatchPage page, PlanMark mark, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await Open(db, mark).ExecuteUpdateAsync(
            set => set
                .SetProperty(dispatch => dispatch.PlannedThrough, page.LastKey)
                .SetProperty(dispatch => dispatch.StartedAt, dispatch => dispatch.StartedAt ?? now)
                .SetProperty(dispatch => dispatch.Recipients, dispatch => dispatch.Recipients + page.Recipients)
                .SetProperty(dispatch => dispatch.State, DispatchState.Sending)
                .SetProperty(dispatch => dispatch.Version, dispatch => dispatch.Version + 1),
            cancellationToken);
        if (moved == 0)
        {
            return false;
        }

        db.DispatchPages.Add(page);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <returns>Whether the mark stood where this planner left it.</returns>
    private static async Task<bool> EndAsync(BousaiDbContext db, PlanMark mark, bool isLast, CancellationToken cancellationToken) =>
        await Open(db, mark).ExecuteUpdateAsync(
            set => set
                .SetProperty(dispatch => dispatch.IsPlanned, isLast)
                .SetProperty(dispatch => dispatch.PlanPhase, dispatch => isLast ? dispatch.PlanPhase : PlanPhase.TheOthers)
                .SetProperty(dispatch => dispatch.PlannedThrough, dispatch => isLast ? dispatch.PlannedThrough : 0)
                .SetProperty(dispatch => dispatch.State, DispatchState.Sending)
                .SetProperty(dispatch => dispatch.Version, dispatch => dispatch.Version + 1),
            cancellationToken) == 1;

    private static IQueryable<Dispatch> Open(BousaiDbContext db, PlanMark mark) =>
        db.Dispatches.Where(dispatch => dispatch.Id == mark.DispatchId && !dispatch.IsPlanned
            && dispatch.PlanPhase == mark.Phase && dispatch.PlannedThrough == mark.Through
            && (dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending));

    /// <summary>What a subscription asked for.</summary>
    private sealed record Asked(long Key, IReadOnlyList<SubscribedPlace> Places, IReadOnlyList<int> Orders, IReadOnlyList<string> Relays, IReadOnlyList<string> Notices)
    {
        public IReadOnlyList<string> Areas => [.. Places.Select(place => place.Area)];
    }

    /// <summary>Whom a message concerns.</summary>
    /// <param name="Hears">Whether somebody hears of it who was told nothing before.</param>
    /// <param name="Touches">Whether it is about any of these places.</param>
    private sealed record Concerned(Func<Asked, bool> Hears, Func<IReadOnlyList<string>, bool> Touches);

    /// <summary>How far the plan came, as this planner last saw it.</summary>
    private sealed record PlanMark(Guid DispatchId, PlanPhase Phase, long Through);
}
