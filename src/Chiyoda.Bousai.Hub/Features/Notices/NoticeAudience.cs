using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>How many devices would hear of a notice, as of a moment.</summary>
/// <param name="Devices">Those that would hear: a place in the areas, and the category wanted.</param>
/// <param name="InAreas">Those with a place in the areas, whatever they want.</param>
/// <param name="AsOf">When they were counted.</param>
internal sealed record NoticeAudience(int Devices, int InAreas, DateTimeOffset AsOf)
{
    /// <summary>Counts in one pass over the subscriptions.</summary>
    public static async Task<NoticeAudience> CountAsync(BousaiDbContext db, NoticeContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (devices, inAreas) = (0, 0);
        var rows = db.Subscriptions.AsNoTracking()
            .Where(subscription => subscription.GoneAt == null)
            .Select(subscription => new { subscription.Places, subscription.Notices })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (content.Touches(row.Places.Select(place => place.Area)))
            {
                inAreas++;
                devices += NoticeWishes.Want(row.Notices, content.Category) ? 1 : 0;
            }
        }

        return new NoticeAudience(devices, inAreas, now);
    }
}
