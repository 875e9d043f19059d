using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Notices;
using Chiyoda.Bousai.Infrastructure.Operations;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Relays;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Takes up one page after another and sees each recipient of it to an outcome. Any number of workers, in any number of
/// processes, may do so at a time.</summary>
public sealed class PageWorker(
    IServiceScopeFactory scopes,
    PageClaims claims,
    Gateway gateway,
    DispatchLedger ledger,
    OriginGates gates,
    IEnumerable<IChannel> channels,
    DeliveryMeter meter,
    TimeProvider clock,
    IOptions<DispatchOptions> options,
    ILogger<PageWorker> logger)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>Works on the most urgent page that is due.</summary>
    /// <param name="stopping">Begins nothing new; what is in flight is waited for and written down.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> ServeNextAsync(CancellationToken stopping)
    {
        if (await claims.TakeAsync(stopping) is not { } claim)
        {
            return false;
        }

        using var span = BousaiTelemetry.Traces.StartActivity("dispatch.page");
        span?.SetTag("bousai.dispatch.id", claim.DispatchId).SetTag("bousai.page", claim.Number).SetTag("bousai.recipients", claim.Keys.Count);
        meter.Hold(1);
        try
        {
            await ServeAsync(claim, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Only what comes before sending can be cancelled: nothing was sent, and the page is free for others at once.
            await claims.LetGoAsync(claim, claim.Delivery, clock.GetUtcNow(), CancellationToken.None);
            throw;
        }
        catch (Exception fault)
        {
            span.Fail(fault);
            throw;
        }
        finally
        {
            meter.Hold(-1);
        }

        await ledger.FinishAsync(claim.DispatchId, CancellationToken.None);
        return true;
    }

    private async Task ServeAsync(PageClaim claim, CancellationToken stopping)
    {
        var task = await LoadAsync(claim, stopping);
        claim = claim with { OrderVersion = task.Order?.Version };
        if (task.Dispatch.State == DispatchState.Superseded)
        {
            await claims.LetGoAsync(claim, Superseded(claim.Delivery), dueAt: null, CancellationToken.None);
            return;
        }

        if (task.Outgoing is not { } outgoing || !_channels.TryGetValue(task.Dispatch.Channel, out var channel))
        {
            await HoldAsync(claim, task.Outgoing is null ? "決裁と発信の記録が確かめられません" : "この配信手段は接続されていません");
            return;
        }

        if (outgoing.ValidUntil <= clock.GetUtcNow())
        {
            await claims.LetGoAsync(claim, Superseded(claim.Delivery), dueAt: null, CancellationToken.None);
            return;
        }

        // Marked before anything is sent: who is not there any more, and who belongs to a newer order by now.
        var delivery = (byte[])claim.Delivery.Clone();
        var recipients = new List<Recipient>(claim.Keys.Count);
        for (var index = 0; index < claim.Keys.Count; index++)
        {
            if (delivery[index] != (byte)DeliveryMark.Pending)
            {
                continue;
            }

            if (!task.Subscriptions.TryGetValue(claim.Keys[index], out var subscription))
            {
                delivery[index] = (byte)DeliveryMark.Gone;
            }
            else if (task.WentOver(subscription))
            {
                delivery[index] = (byte)DeliveryMark.Superseded;
            }
            else
            {
                recipients.Add(new Recipient(subscription, claim.DispatchId, claim.Number, index));
            }
        }

        if (recipients.Count == 0)
        {
            await claims.LetGoAsync(claim, delivery, dueAt: null, CancellationToken.None);
            return;
        }

        var languages = recipients.Select(recipient => recipient.Subscription.Language).ToHashSet(StringComparer.Ordinal);
        var answer = await gateway.OpenAsync(outgoing, channel, claim, languages, stopping);
        if (!answer.IsOpen)
        {
            await HoldAsync(claim, answer.Refusal);
            return;
        }

        var isLastTry = Age(task.Dispatch) >= channel.TryFor;
        using var run = new PageRun(claim, delivery, channel, answer.Passage, claims, gates, meter, clock, options.Value, logger);
        await run.SendAsync(recipients, isLastTry, RetryAfter(task.Dispatch), stopping);
    }

    private async Task HoldAsync(PageClaim claim, string reason)
    {
        await ledger.HoldAsync(claim.DispatchId, reason, CancellationToken.None);
        await claims.LetGoAsync(claim, claim.Delivery, clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<PageTask> LoadAsync(PageClaim claim, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var dispatch = await db.Dispatches.AsNoTracking().SingleAsync(row => row.Id == claim.DispatchId, cancellationToken);
        if (dispatch.State == DispatchState.Superseded)
        {
            return new PageTask(dispatch, null, null, new Dictionary<long, Subscription>());
        }

        Outgoing? outgoing = dispatch.Kind switch
        {
            DispatchKind.Relay or DispatchKind.Test => await StandingReleases.FindAsync(db, dispatch, cancellationToken),
            DispatchKind.Notice => await NoticeReleases.FindAsync(db, dispatch, cancellationToken),
            _ => await FindReleaseAsync(db, dispatch, cancellationToken),
        };
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.OrderId, cancellationToken);
        var keys = claim.Keys;
        var subscriptions = await db.Subscriptions.AsNoTracking()
            .Where(subscription => keys.Contains(subscription.Key) && subscription.GoneAt == null)
            .ToDictionaryAsync(subscription => subscription.Key, cancellationToken);
        return new PageTask(dispatch, outgoing, order, subscriptions);
    }

    private static async Task<OrderRelease?> FindReleaseAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.ProposalId, cancellationToken);
        return proposal is { State: ProposalState.Released, Decision: { } decision } && decision.Id == dispatch.DecisionId
            ? OrderRelease.Of(proposal, dispatch.OrderId, dispatch.OrderVersion)
            : null;
    }

    /// <summary>The longer it has been tried, the longer the pause: no counter has to survive a restart.</summary>
    private TimeSpan RetryAfter(Dispatch dispatch) => TimeSpan.FromSeconds(Math.Clamp(Age(dispatch).TotalSeconds / 2, 2, 60));

    private TimeSpan Age(Dispatch dispatch) => clock.GetUtcNow() - (dispatch.StartedAt ?? dispatch.CreatedAt);

    private static byte[] Superseded(byte[] delivery) =>
        [.. delivery.Select(mark => mark == (byte)DeliveryMark.Pending ? (byte)DeliveryMark.Superseded : mark)];

    /// <summary>What a worker has to know about a page.</summary>
    private sealed record PageTask(Dispatch Dispatch, Outgoing? Outgoing, Order? Order, IReadOnlyDictionary<long, Subscription> Subscriptions)
    {
        private readonly Addressees? _decided = Outgoing is OrderRelease release ? new Addressees(release.Measure) : null;
        private readonly Addressees? _still = Order is null ? null : new Addressees(Order.Measure);

        /// <summary>Whether the places that this order was for are a newer order's by now: an older message must not come after it.</summary>
        public bool WentOver(Subscription subscription)
        {
            var places = subscription.Places.Select(place => place.Area).ToList();
            return _still is not null && _decided is not null && _decided.Touch(places) && !_still.Touch(places);
        }
    }
}
