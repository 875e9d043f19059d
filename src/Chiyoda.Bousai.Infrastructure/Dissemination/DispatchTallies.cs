using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Adds the pages of a dispatch up as they are read: two octets per recipient, one page in memory at a time.</summary>
public static class DispatchTallies
{
    public static async Task<PageTally> OfAsync(BousaiDbContext db, Guid dispatchId, bool isSuperseded, CancellationToken cancellationToken)
    {
        var sum = default(PageTally);
        var pages = db.DispatchPages.AsNoTracking()
            .Where(page => page.DispatchId == dispatchId)
            .Select(page => new { page.Delivery, page.Receipts })
            .AsAsyncEnumerable();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            sum += PageTally.Of(page.Delivery, page.Receipts, isSuperseded);
        }

        return sum;
    }
}
