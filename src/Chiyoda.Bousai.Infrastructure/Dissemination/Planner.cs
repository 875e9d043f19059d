using System.Runtime.CompilerServices;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
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
        await WriteAsync(db, dispatch, RecipientsAsync(db, dispatch, who, cancellationToken), cancellationToken);
        bell.Ring();
    }

    /// <summary>Whom a dispatch is for, apart from those who heard the message before it; <see langword="null"/> without a record of what it tells.</summary>
    private static async Task<Func<Asked, bool>?> WhoAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (dispatch.Kind == DispatchKind.Relay)
        {
            return await StandingReleases.FindAsync(db, dispatch, cancellationToken) is { } relay
                ? asked => relay.Concerns(asked.Areas, asked.Relays)
                : null;
        }

        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.ProposalId, cancellationToken);
        if (proposal is null)
        {
            return null;
        }

        var addressees = new Addressees(proposal.Measure);
        return asked => addressees.Include(asked.Areas, asked.Orders);
    }

    private async Task WriteAsync(
        BousaiDbContext db, Dispatch dispatch, IAsyncEnumerable<IReadOnlyList<long>> batches, CancellationToken cancellationToken)
    {
        var number = await db.DispatchPages.Where(page => page.DispatchId == dispatch.Id).MaxAsync(page => (int?)page.Number, cancellationToken) ?? 0;
        var plannedThrough = dispatch.PlannedThrough;
        var open = new List<long>(DispatchPage.MaxRecipients);
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var key in batch)
            {
                open.Add(key);
                if (open.Count == DispatchPage.MaxRecipients && !await CloseAsync())
                {
                    return;
                }
            }

            // The first recipients do not wait until a page is full of them.
            if (number == 0 && open.Count > 0 && !await CloseAsync())
            {
                return;
            }
        }

        if (open.Count == 0 || await CloseAsync())
        {
            await EndAsync(db, dispatch.Id, plannedThrough, cancellationToken);
        }

        async Task<bool> CloseAsync()
        {
            var page = new DispatchPage(dispatch.Id, ++number, open, open.Count);
            if (!await AddAsync(db, page, plannedThrough, cancellationToken))
            {
                return false;
            }

            plannedThrough = page.LastKey;
            open.Clear();
            bell.Ring();
            return true;
        }
    }

    /// <summary>Keys in ascending order, a batch of rows at a time; a batch may be empty.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<long>> RecipientsAsync(
        BousaiDbContext db,
        Dispatch dispatch,
        Func<Asked, bool> who,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var includeEarlier = Addressees.IncludeEarlier(dispatch.Act);
        var after = dispatch.PlannedThrough;
        while (true)
        {
            var rows = await db.Subscriptions.AsNoTracking()
                .Where(subscription => subscription.Key > after && subscription.GoneAt == null)
                .OrderBy(subscription => subscription.Key)
                .Take(ReadAtOnce)
                .Select(subscription => new Asked(subscription.Key, subscription.Places, subscription.Orders, subscription.Relays))
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                yield break;
            }

            var through = rows[^1].Key;
            var earlier = includeEarlier ? await EarlierRecipients.BetweenAsync(db, dispatch, after, through, cancellationToken) : [];
            yield return
            [
                .. rows
                    .Where(row => who(row) || earlier.Contains(row.Key))
                    .Select(row => row.Key),
            ];
            after = through;
        }
    }

    private async Task<bool> AddAsync(BousaiDbContext db, DispatchPage page, long plannedThrough, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await Open(db, page.DispatchId, plannedThrough).ExecuteUpdateAsync(
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

    private static async Task EndAsync(BousaiDbContext db, Guid dispatchId, long plannedThrough, CancellationToken cancellationToken) =>
        await Open(db, dispatchId, plannedThrough).ExecuteUpdateAsync(
            set => set
                .SetProperty(dispatch => dispatch.IsPlanned, true)
                .SetProperty(dispatch => dispatch.State, DispatchState.Sending)
                .SetProperty(dispatch => dispatch.Version, dispatch => dispatch.Version + 1),
            cancellationToken);

    private static IQueryable<Dispatch> Open(BousaiDbContext db, Guid dispatchId, long plannedThrough) =>
        db.Dispatches.Where(dispatch => dispatch.Id == dispatchId && !dispatch.IsPlanned && dispatch.PlannedThrough == plannedThrough
            && (dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending));

    /// <summary>What a subscription asked for.</summary>
    private sealed record Asked(long Key, IReadOnlyList<SubscribedPlace> Places, IReadOnlyList<int> Orders, IReadOnlyList<string> Relays)
    {
        public IEnumerable<string> Areas => Places.Select(place => place.Area);
    }
}
