using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Who stood on a page of an earlier decision on the same order, by the same channel.</summary>
internal static class EarlierRecipients
{
    /// <summary>Their keys above one and up to another.</summary>
    public static async Task<HashSet<long>> BetweenAsync(
        BousaiDbContext db, Dispatch dispatch, long after, long through, CancellationToken cancellationToken)
    {
        var earlier = db.Dispatches
            .Where(other => other.OrderId == dispatch.OrderId && other.Channel == dispatch.Channel && other.OrderVersion < dispatch.OrderVersion)
            .Select(other => other.Id);
        var keys = new HashSet<long>();
        var pages = db.DispatchPages.AsNoTracking()
            .Where(page => earlier.Contains(page.DispatchId) && page.LastKey > after && page.FirstKey <= through)
            .Select(page => page.Keys)
            .AsAsyncEnumerable();
        await foreach (var octets in pages.WithCancellation(cancellationToken))
        {
            keys.UnionWith(RecipientKeys.Unpack(octets).Where(key => key > after && key <= through));
        }

        return keys;
    }
}
