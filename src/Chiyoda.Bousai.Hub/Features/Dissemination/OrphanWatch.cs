using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>
/// What reached for a channel without a release in the last day (design rule 1). The chronology has no index by kind, so each node remembers
/// how far it has looked: the first look goes back a day, every other reads what is new, by sequence.
/// </summary>
/// <param name="stretch">Entries that one query of the first look goes through.</param>
/// <remarks>Thread-safe; whoever looks at the same time as another reads the same entries.</remarks>
internal sealed class OrphanWatch(long stretch = 5000)
{
    /// <summary>As long headquarters is told of it on every page.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();

    private Seen _seen = new(0, []);

    /// <summary>Refusals of the last day, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="head">The last entry there is: what comes after it is of a later page.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<RefusedOrphan>> LatelyAsync(BousaiDbContext db, long head, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Shown;
        var seen = Current();
        if (seen.Through < head)
        {
            seen = Keep(new Seen(head, [.. seen.Orphans.Where(orphan => orphan.RecordedAt > since), .. await FindAsync(db, seen.Through, head, since, cancellationToken)]));
        }

        return [.. seen.Orphans.Where(orphan => orphan.RecordedAt > since && orphan.Sequence <= head)];
    }

    /// <summary>Backwards, since entries are recorded in the order of their sequence: below the first that is older than a day all are.</summary>
    private async Task<IReadOnlyList<RefusedOrphan>> FindAsync(
        BousaiDbContext db, long after, long through, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = new List<RefusedOrphan>();
        for (var last = through; last > after; last -= stretch)
        {
            var first = Math.Max(after + 1, last - stretch + 1);
            found.AddRange(await db.Chronology.AsNoTracking()
                .Where(entry => entry.Sequence >= first && entry.Sequence <= last && entry.Kind == OrphanSendRefused.EntryKind && entry.RecordedAt > since)
                .Select(entry => new RefusedOrphan(entry.Sequence, entry.RecordedAt))
                .ToListAsync(cancellationToken));
            if (first > after + 1 && await db.Chronology.AnyAsync(entry => entry.Sequence == first && entry.RecordedAt <= since, cancellationToken))
            {
                break;
            }
        }

        return [.. found.OrderBy(orphan => orphan.Sequence)];
    }

    private Seen Current()
    {
        lock (_lock)
        {
            return _seen;
        }
    }

    /// <summary>Who has seen more stays; the other's answer is right for its own page.</summary>
    private Seen Keep(Seen seen)
    {
        lock (_lock)
        {
            if (seen.Through > _seen.Through)
            {
                _seen = seen;
            }
        }

        return seen;
    }

    private sealed record Seen(long Through, IReadOnlyList<RefusedOrphan> Orphans);
}

/// <summary>An entry that says that something without a release was stopped.</summary>
/// <param name="Sequence">Its place in the chronology.</param>
/// <param name="RecordedAt">When.</param>
internal sealed record RefusedOrphan(long Sequence, DateTimeOffset RecordedAt);
