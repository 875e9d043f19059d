using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Whether the lists of a source, short ones beside long ones, name everything that was published of late.</summary>
/// <param name="HoleUntil">Up to then telegrams may have been missed; <see langword="null"/> without a hole, and without lists.</param>
/// <param name="Lists">The rows that are asked, by their ids.</param>
internal sealed record ListCoverage(DateTimeOffset? HoleUntil, IReadOnlyDictionary<string, PolledAddress> Lists)
{
    /// <summary>A list that was not asked for so long is asked no more: it was taken out of the settings.</summary>
    private static readonly TimeSpan Asked = TimeSpan.FromHours(1);

    private const string Long = "_l";

    public static async Task<ListCoverage> ReadAsync(BousaiDbContext db, string source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Asked;
        var rows = await db.Polls.AsNoTracking().Where(row => row.SourceId == source).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        return new ListCoverage(rows.Values.Where(row => row.AskedAt > since).Max(row => row.HoleUntil), rows);
    }

    /// <summary>Whether every list answered within a span, beside its long one, without a hole, and nothing that they name waits.</summary>
    public async Task<bool> IsWholeAsync(BousaiDbContext db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var shorts = Lists.Values.Where(row => Lists.ContainsKey(row.Id + Long)).ToList();
        var ids = shorts.SelectMany(row => new[] { row.Id, row.Id + Long }).ToList();
        return shorts.Count > 0 && HoleUntil is null
            && shorts.TrueForAll(row => row.AnsweredAt >= since && Lists[row.Id + Long].AnsweredAt is not null)
            && !await db.FeedEntries.AnyAsync(entry => entry.EndedAt == null && ids.Contains(entry.List), cancellationToken);
    }
}
