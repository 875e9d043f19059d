using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// Who got an earlier decision on the same order, or on the one that it was a part of, by the same channel; and who may be getting
/// it now, since what is in flight is not written down yet. A message that never left is not taken back.
/// </summary>
internal sealed class EarlierRecipients
{
    private readonly BousaiDbContext _db;
    private readonly IReadOnlyList<Guid> _dispatches;
    private readonly Addressees? _elsewhere;

    private EarlierRecipients(BousaiDbContext db, IReadOnlyList<Guid> dispatches, Addressees? elsewhere)
    {
        _db = db;
        _dispatches = dispatches;
        _elsewhere = elsewhere;
    }

    public static async Task<EarlierRecipients> OfAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var line = await LineAsync(db, dispatch.OrderId, cancellationToken);
        var parents = line.Skip(1).ToList();
        var dispatches = await db.Dispatches.AsNoTracking()
            .Where(other => other.Channel == dispatch.Channel
                && ((other.OrderId == dispatch.OrderId && other.OrderVersion < dispatch.OrderVersion)
                    || (parents.Contains(other.OrderId) && other.CreatedAt <= dispatch.CreatedAt)))
            .Select(other => other.Id)
            .ToListAsync(cancellationToken);
        var still = await db.Orders.AsNoTracking().Where(order => parents.Contains(order.Id)).ToListAsync(cancellationToken);
        var rest = still.Where(order => order.IsInForce).SelectMany(order => order.Measure.Areas).Distinct(StringComparer.Ordinal).ToList();
        return new EarlierRecipients(db, dispatches, rest.Count == 0 ? null : new Addressees(still[0].Measure with { Areas = rest }));
    }

    /// <summary>Their keys above one and up to another.</summary>
    public async Task<HashSet<long>> BetweenAsync(long after, long through, CancellationToken cancellationToken)
    {
        var keys = new HashSet<long>();
        if (_dispatches.Count == 0)
        {
            return keys;
        }

        var pages = _db.DispatchPages.AsNoTracking()
            .Where(page => _dispatches.Contains(page.DispatchId) && page.Fence > 0 && page.LastKey > after && page.FirstKey <= through)
            .Select(page => new { page.Keys, page.Delivery, page.IsDone, page.Fence })
            .AsAsyncEnumerable();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            keys.UnionWith(RecipientKeys.Unpack(page.Keys)
                .Where((key, index) => key > after && key <= through && MayHaveIt((DeliveryMark)page.Delivery[index], page.IsDone, page.Fence)));
        }

        return keys;
    }

    /// <summary>A page that was in two hands may have been sent by the first, which died before it could write that down.</summary>
    private static bool MayHaveIt(DeliveryMark mark, bool isDone, long fence) => mark switch
    {
        DeliveryMark.Accepted => true,
        DeliveryMark.Pending => !isDone,
        DeliveryMark.Superseded => fence > 1,
        _ => false,
    };

    /// <summary>Whether a person who was told of the order that this was a part of still belongs to that order, and not to the part.</summary>
    public bool BelongsElsewhere(IReadOnlyList<string> places) => _elsewhere is not null && _elsewhere.Touch(places);

    /// <summary>The order, then what it was a part of, up to the first.</summary>
    private static async Task<IReadOnlyList<Guid>> LineAsync(BousaiDbContext db, Guid orderId, CancellationToken cancellationToken)
    {
        var line = new List<Guid> { orderId };
        for (Guid? at = orderId; at is not null;)
        {
            var id = at;
            at = await db.Orders.Where(order => order.Id == id).Select(order => order.FollowsId).SingleOrDefaultAsync(cancellationToken);
            if (at is { } before)
            {
                line.Add(before);
            }
        }

        return line;
    }
}
