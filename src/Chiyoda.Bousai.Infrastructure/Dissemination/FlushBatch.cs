using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>What follows from outcomes that are written together, beside the marks.</summary>
/// <param name="FirstAcceptedAt">When the first of them was accepted; <see langword="null"/> when none was.</param>
/// <param name="LastAcceptedAt">When the last of them was accepted.</param>
/// <param name="Gone">Keys of subscriptions whose endpoint is no more.</param>
public sealed record FlushBatch(DateTimeOffset? FirstAcceptedAt, DateTimeOffset? LastAcceptedAt, IReadOnlyList<long> Gone)
{
    public static FlushBatch Empty { get; } = new(null, null, []);

    internal async Task WriteAsync(BousaiDbContext db, PageClaim claim, CancellationToken cancellationToken)
    {
        if (FirstAcceptedAt is { } first && LastAcceptedAt is { } last)
        {
            first = first.ToMicroseconds();
            last = last.ToMicroseconds();
            await db.Dispatches
                .Where(dispatch => dispatch.Id == claim.DispatchId)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(
                            dispatch => dispatch.FirstAcceptedAt,
                            dispatch => dispatch.FirstAcceptedAt == null || dispatch.FirstAcceptedAt > first ? first : dispatch.FirstAcceptedAt)
                        .SetProperty(
                            dispatch => dispatch.LastAcceptedAt,
                            dispatch => dispatch.LastAcceptedAt == null || dispatch.LastAcceptedAt < last ? last : dispatch.LastAcceptedAt),
                    cancellationToken);
        }

        if (Gone.Count > 0)
        {
            // A device that subscribed anew in the meantime has another endpoint: it is not gone.
            await db.Subscriptions
                .Where(subscription => Gone.Contains(subscription.Key) && subscription.GoneAt == null && subscription.UpdatedAt <= claim.ClaimedAt)
                .ExecuteUpdateAsync(set => set.SetProperty(subscription => subscription.GoneAt, claim.ClaimedAt), cancellationToken);
        }
    }
}
