using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>Staff see whom the decisions on an order have reached, by channel.</summary>
internal static class GetDispatches
{
    public sealed record Response(IReadOnlyList<Item> Items);

    /// <summary>Pending + accepted + gone + failed + superseded = recipients; accepted ≥ shown ≥ opened ≥ confirmed.</summary>
    /// <param name="DecisionId">The decision that was told.</param>
    /// <param name="Act">What it did.</param>
    /// <param name="Channel">The way, by its word in the ward pack.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="Recipients">Whom it is for; persons or devices, by channel.</param>
    /// <param name="Accepted">Taken by the carrier.</param>
    /// <param name="Shown">Shown, as devices reported.</param>
    /// <param name="Opened">Opened, as devices reported.</param>
    /// <param name="Confirmed">「読みました」 was pressed.</param>
    /// <param name="Gone">The device's registration is no more.</param>
    /// <param name="Failed">Given up.</param>
    /// <param name="Pending">Not tried yet, or to be tried again.</param>
    /// <param name="Superseded">Left out, because a newer decision took its place.</param>
    /// <param name="FirstAcceptedAt">When the first was accepted; null before.</param>
    /// <param name="LastAcceptedAt">When the last so far was accepted; null before.</param>
    public sealed record Item(
        Guid DecisionId,
        Act Act,
        string Channel,
        DispatchState State,
        int Recipients,
        int Accepted,
        int Shown,
        int Opened,
        int Confirmed,
        int Gone,
        int Failed,
        int Pending,
        int Superseded,
        DateTimeOffset? FirstAcceptedAt,
        DateTimeOffset? LastAcceptedAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid orderId, BousaiDbContext db, CancellationToken cancellationToken)
    {
        var items = await ReadAsync(orderId, db, cancellationToken);
        return items.Count == 0 && !await db.Orders.AnyAsync(order => order.Id == orderId, cancellationToken)
            ? DisseminationRefusals.UnknownOrder.ToProblem()
            : TypedResults.Ok(new Response(items));
    }

    /// <summary>The same figures for pages.</summary>
    public static async Task<IReadOnlyList<Item>> ReadAsync(Guid orderId, BousaiDbContext db, CancellationToken cancellationToken)
    {
        var dispatches = await db.Dispatches.AsNoTracking()
            .Where(dispatch => dispatch.OrderId == orderId)
            .OrderBy(dispatch => dispatch.OrderVersion).ThenBy(dispatch => dispatch.Channel)
            .ToListAsync(cancellationToken);
        var items = new List<Item>(dispatches.Count);
        foreach (var dispatch in dispatches)
        {
            var tally = await DispatchTallies.OfAsync(db, dispatch.Id, dispatch.State == DispatchState.Superseded, cancellationToken);
            items.Add(ItemOf(dispatch, tally));
        }

        return items;
    }

    private static Item ItemOf(Dispatch dispatch, PageTally tally) => new(
        dispatch.DecisionId,
        dispatch.Act,
        dispatch.Channel,
        dispatch.State,
        tally.Delivery.Recipients,
        tally.Delivery.Accepted,
        tally.Shown,
        tally.Opened,
        tally.Confirmed,
        tally.Delivery.Gone,
        tally.Delivery.Failed,
        tally.Delivery.Pending,
        tally.Delivery.Superseded,
        dispatch.FirstAcceptedAt,
        dispatch.LastAcceptedAt);
}
