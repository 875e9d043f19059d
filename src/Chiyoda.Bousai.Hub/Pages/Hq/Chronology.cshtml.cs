using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>クロノロジー: the order of everything, newest first, a page at a time; the first page keeps itself current.</summary>
internal sealed class ChronologyModel(BousaiDbContext db) : HqPage
{
    private const int PageSize = 50;

    public IReadOnlyList<StaffEntry> Entries { get; private set; } = [];

    public SpineHead Head { get; private set; } = null!;

    /// <summary>Where the page of older entries begins; <see langword="null"/> when there is none.</summary>
    public long? Older { get; private set; }

    /// <summary>After which the page of newer entries begins; <see langword="null"/> on the newest.</summary>
    public long? Newer { get; private set; }

    /// <param name="before">Only entries below it.</param>
    /// <param name="after">Only entries above it, the nearest.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task OnGetAsync(long? before, long? after, CancellationToken cancellationToken)
    {
        Head = await db.Set<SpineHead>().AsNoTracking().SingleAsync(cancellationToken);
        Entries = after is { } from
            ? await ReadBack.FollowingAsync(db, from, PageSize, cancellationToken)
            : await ReadBack.LatestAsync(db, before, PageSize, cancellationToken);
        Older = Entries is [.., { Sequence: > 1 } last] ? last.Sequence : null;
        Newer = Entries is [{ Sequence: var first }, ..] && first < Head.Sequence && (before ?? after) is not null ? first : null;
    }
}
