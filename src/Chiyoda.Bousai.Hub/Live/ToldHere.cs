using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Live;

/// <summary>
/// Closes the dispatches of the channels that this node serves itself: the portal, once its pages show the areas of the order or notice, and
/// the open pages that were rung. It looks for unfinished ones, so that a node that died in between makes them good.
/// </summary>
internal sealed class ToldHere(
    IServiceScopeFactory scopes, DispatchLedger ledger, PortalPublisher portal, LivePresence presence, NodeRegister nodes, TimeProvider clock) : IChronologyListener
{
    public Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken) => CloseAsync(cancellationToken);

    public Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken) =>
        entries.Any(entry => entry.Kind.StartsWith("evacuation.order-", StringComparison.Ordinal)
            || entry.Kind is "notices.published" or "notices.corrected" or "notices.withdrawn" or "dissemination.resumed") ? CloseAsync(cancellationToken) : Task.CompletedTask;

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var waiting = await db.Dispatches.AsNoTracking()
            .Where(dispatch => dispatch.State == DispatchState.Waiting && (dispatch.Channel == ChannelNames.Portal || dispatch.Channel == ChannelNames.SignalR))
            .ToListAsync(cancellationToken);
        foreach (var dispatch in waiting)
        {
            if (dispatch.Channel == ChannelNames.SignalR)
            {
                // Every node rings its own pages; of the others it is known what they held open a few seconds ago.
                var others = await nodes.OthersAsync(db, cancellationToken);
                var rung = presence.PublicConnections + others.Sum(node => node.PublicConnections);
                await ledger.CompleteAsync(dispatch.DecisionId, dispatch.Channel, rung, rung, cancellationToken);
            }
            else if (await FindLastingProblemAsync(db, dispatch, cancellationToken) is { } problem)
            {
                await ledger.HoldAsync(dispatch.Id, problem, cancellationToken);
            }
            else
            {
                await ledger.CompleteAsync(dispatch.DecisionId, dispatch.Channel, recipients: 1, accepted: 1, cancellationToken);
            }
        }
    }

    private async Task<string?> FindLastingProblemAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (await FindPortalProblemAsync(db, dispatch, cancellationToken) is null)
        {
            return null;
        }

        // The order may be newer than the pages: only what pages made after it still get wrong is worth a person's time.
        await portal.PublishAsync(cancellationToken);
        return await FindPortalProblemAsync(db, dispatch, cancellationToken);
    }

    private async Task<string?> FindPortalProblemAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (dispatch.Kind == DispatchKind.Notice)
        {
            var notice = await db.Notices.AsNoTracking().SingleAsync(notice => notice.Id == dispatch.OrderId, cancellationToken);
            var isCurrent = notice.StandingAt(clock.GetUtcNow()) == NoticeStanding.Current;
            return PortalEcho.FindNoticeProblem(portal.Site, notice.Id, isCurrent ? [.. notice.Content.Areas] : []);
        }

        var order = await db.Orders.AsNoTracking().SingleAsync(order => order.Id == dispatch.OrderId, cancellationToken);
        return PortalEcho.FindProblem(portal.Site, order.Id, order.State == OrderState.Issued ? [.. order.Measure.Areas] : []);
    }
}
