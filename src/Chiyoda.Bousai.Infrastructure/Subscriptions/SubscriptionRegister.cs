using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>
/// The devices that asked for messages. One endpoint has one row, whoever asks: a device that lost its id and comes back with a new one
/// takes its row over, and with it the place on pages that were sent to it.
/// </summary>
public sealed class SubscriptionRegister(BousaiDbContext db, TimeProvider clock)
{
    /// <summary>Writes a subscription; repeating it changes nothing.</summary>
    /// <returns>Whether the id was new.</returns>
    /// <remarks>When the same id or endpoint comes in twice at a time, the second one finds the first one's row.</remarks>
    public Task<bool> PutAsync(Guid id, SubscriptionRequest request, CancellationToken cancellationToken) =>
        db.RepeatAsync(() => WriteAsync(id, request, cancellationToken), cancellationToken);

    public Task<Subscription?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(subscription => subscription.Id == id, cancellationToken);

    /// <summary>Forgets a device; one that is not there is forgotten already.</summary>
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        db.Subscriptions.Where(subscription => subscription.Id == id).ExecuteDeleteAsync(cancellationToken);

    private async Task<bool> WriteAsync(Guid id, SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(request.Endpoint));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.Subscriptions.SingleOrDefaultAsync(subscription => subscription.Id == id, cancellationToken);
        var isNew = false;
        if (row is null)
        {
            // The same device under another id keeps its row; the same request from elsewhere may have made it in this moment.
            isNew = await db.Subscriptions.Where(subscription => subscription.EndpointHash == hash && subscription.Id != id)
                .ExecuteUpdateAsync(set => set.SetProperty(subscription => subscription.Id, id), cancellationToken) > 0;
            row = await db.Subscriptions.SingleOrDefaultAsync(subscription => subscription.Id == id, cancellationToken);
            isNew |= row is null;
            row ??= db.Add(new Subscription(id)).Entity;
        }
        else
        {
            await db.Subscriptions.Where(subscription => subscription.EndpointHash == hash && subscription.Id != id).ExecuteDeleteAsync(cancellationToken);
        }

        row.Endpoint = request.Endpoint;
        row.EndpointHash = hash;
        row.P256dh = request.P256dh;
        row.Auth = request.Auth;
        row.Places = request.Places;
        row.Language = request.Language;
        row.Orders = request.Orders;
        row.Relays = request.Relays;
        row.Notices = request.Notices;
        row.UpdatedAt = clock.GetUtcNow();
        row.GoneAt = null;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return isNew;
    }
}
