using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>Who is coming, over all musters that belong together: by a rule before headquarters was set up, and by hand after.</summary>
/// <param name="Since">When the first of them was.</param>
/// <param name="Arrivals">Each post once, with its newest answer.</param>
internal sealed record MusterView(DateTimeOffset Since, IReadOnlyList<ArrivalView> Arrivals)
{
    private static readonly TimeSpan Recently = TimeSpan.FromDays(1);

    /// <summary>The musters of the last day, and those since the incident began: its time is often that of the set-up, and a rule mustered before.</summary>
    /// <returns><see langword="null"/> when nobody was mustered.</returns>
    public static async Task<MusterView?> ReadAsync(BousaiDbContext db, CallOutDesk desk, DateTimeOffset? beganAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = beganAt < now - Recently ? beganAt.Value : now - Recently;
        var rows = await (
            from callOut in db.CallOuts.AsNoTracking()
            join arrival in db.Arrivals.AsNoTracking() on callOut.Id equals arrival.CallOutId
            where callOut.AnsweredAt >= since
            orderby arrival.Id
            select new { MusteredAt = callOut.AnsweredAt!.Value, Arrival = arrival }).ToListAsync(cancellationToken);

        // Being asked again takes back no answer.
        return rows.Count == 0 ? null : new MusterView(
            rows.Min(row => row.MusteredAt),
            [
                .. rows.Select(row => row.Arrival).GroupBy(arrival => arrival.Post, StringComparer.Ordinal)
                    .Select(post => post.MaxBy(arrival => (arrival.State != ArrivalState.Asked, arrival.NotedAt))!)
                    .Select(arrival => new ArrivalView(arrival.Post, desk.NameOf(arrival.Post), arrival.State, arrival.ExpectedAt, arrival.NotedAt)),
            ]);
    }
}
