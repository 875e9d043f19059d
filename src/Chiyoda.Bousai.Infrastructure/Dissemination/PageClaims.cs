using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// Who works on which page. A claim is a guarded update that moves the fence; every later write names the fence it was given,
/// so that a worker that slept through its lease writes nothing.
/// </summary>
public sealed class PageClaims(IServiceScopeFactory scopes, TimeProvider clock, IOptions<DispatchOptions> options)
{
    private const int Candidates = 8;

    /// <summary>Takes the most urgent page that is due; pages of superseded dispatches come last, they are only closed.</summary>
    /// <returns>The page, or <see langword="null"/> when none is due.</returns>
    public async Task<PageClaim?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await (
                from page in db.DispatchPages.AsNoTracking()
                where !page.IsDone && page.LeaseUntil <= now
                join dispatch in db.Dispatches on page.DispatchId equals dispatch.Id
                where dispatch.State == DispatchState.Sending || dispatch.State == DispatchState.Superseded
                orderby dispatch.State == DispatchState.Superseded, dispatch.Urgency descending, dispatch.CreatedAt, page.Number
                select new { page.DispatchId, page.Number, page.Fence }).Take(Candidates).ToListAsync(cancellationToken);
            foreach (var candidate in due)
            {
                if (await TakeAsync(db, candidate.DispatchId, candidate.Number, candidate.Fence, now, cancellationToken) is { } claim)
                {
                    return claim;
                }
            }

            if (due.Count < Candidates)
            {
                return null;
            }
        }
    }

    /// <summary>Writes outcomes and renews the lease.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="delivery">All marks of the page as they are now.</param>
    /// <param name="batch">What is new in them.</param>
    /// <param name="cancellationToken">Not used once the write began.</param>
    /// <returns>The claim with its new lease, and what was found.</returns>
    public async Task<(PageClaim Claim, ClaimState State)> FlushAsync(
        PageClaim claim, byte[] delivery, FlushBatch batch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var renewed = claim with { LeaseUntil = clock.GetUtcNow() + options.Value.Lease };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var written = await Mine(db, claim).ExecuteUpdateAsync(
            set => set.SetProperty(page => page.Delivery, delivery).SetProperty(page => page.LeaseUntil, renewed.LeaseUntil), cancellationToken);
        if (written == 0)
        {
            return (claim, ClaimState.Lost);
        }

        await batch.WriteAsync(db, claim, cancellationToken);
        var isSending = await MaySend(db, claim).AnyAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return (renewed, isSending ? ClaimState.Held : ClaimState.Stopped);
    }

    /// <summary>Lets go of a page: done, or to be taken up again at a moment.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="delivery">All marks of the page.</param>
    /// <param name="dueAt">When it is due again; <see langword="null"/> when it is done.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    /// <returns>Whether the claim still held; otherwise nothing was written.</returns>
    public async Task<bool> LetGoAsync(PageClaim claim, byte[] delivery, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var written = await Mine(db, claim).ExecuteUpdateAsync(
            set => set
                .SetProperty(page => page.Delivery, delivery)
                .SetProperty(page => page.IsDone, dueAt == null)
                .SetProperty(page => page.LeaseUntil, dueAt ?? clock.GetUtcNow()),
            cancellationToken);
        return written > 0;
    }

    /// <summary>Whether a claimed page may still be sent, without writing.</summary>
    public async Task<ClaimState> LookAsync(PageClaim claim, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        return !await Mine(db, claim).AnyAsync(cancellationToken) ? ClaimState.Lost
            : await MaySend(db, claim).AnyAsync(cancellationToken) ? ClaimState.Held
            : ClaimState.Stopped;
    }

    private async Task<PageClaim?> TakeAsync(
        BousaiDbContext db, Guid dispatchId, int number, long fence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var leaseUntil = now + options.Value.Lease;

        // Not cancelled from here on: a page that was taken is a page that the caller knows of.
        var taken = await db.DispatchPages
            .Where(page => page.DispatchId == dispatchId && page.Number == number && page.Fence == fence && !page.IsDone && page.LeaseUntil <= now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(page => page.Fence, fence + 1).SetProperty(page => page.LeaseUntil, leaseUntil), CancellationToken.None);
        if (taken == 0)
        {
            return null;
        }

        var content = await db.DispatchPages.AsNoTracking()
            .Where(page => page.DispatchId == dispatchId && page.Number == number)
            .Select(page => new { page.Keys, page.Delivery })
            .SingleAsync(CancellationToken.None);
        return new PageClaim(dispatchId, number, fence + 1, now, leaseUntil, RecipientKeys.Unpack(content.Keys), content.Delivery);
    }

    /// <summary>An order that gave up areas to a newer one keeps its dispatch, but some of the page belong to the newer one now.</summary>
    private static IQueryable<Dispatch> MaySend(BousaiDbContext db, PageClaim claim) => db.Dispatches.Where(dispatch =>
        dispatch.Id == claim.DispatchId && dispatch.State == DispatchState.Sending
        && (claim.OrderVersion == null || db.Orders.Any(order => order.Id == dispatch.OrderId && order.Version == claim.OrderVersion)));

    private static IQueryable<DispatchPage> Mine(BousaiDbContext db, PageClaim claim) =>
        db.DispatchPages.Where(page => page.DispatchId == claim.DispatchId && page.Number == claim.Number && page.Fence == claim.Fence && !page.IsDone);
}
