using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Everybody reads what is in force and what ended in the last 24 h.</summary>
internal static class ListOrders
{
    public static readonly TimeSpan ShowEndedFor = TimeSpan.FromHours(24);

    public sealed record Response(IReadOnlyList<OrderView> Items);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response([.. (await ReadAsync(db, clock.GetUtcNow(), cancellationToken)).Select(OrderView.Of)]));

    public static async Task<IReadOnlyList<Order>> ReadAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - ShowEndedFor;
        return await db.Orders.AsNoTracking()
            .Where(order => order.State == OrderState.Issued || order.EndedAt > since)
            .OrderBy(order => order.State == OrderState.Issued ? 0 : 1)
            .ThenByDescending(order => order.UpdatedAt)
            .ToListAsync(cancellationToken);
    }
}
