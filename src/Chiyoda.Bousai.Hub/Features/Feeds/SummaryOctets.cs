using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>
/// 集約通報 has megabytes and comes every ten minutes: the octets of the newest are kept, and of older ones what something refers to. Every row stays, with
/// hash and statements.
/// </summary>
internal static class SummaryOctets
{
    /// <summary>More are left for the next time.</summary>
    private const int AtOnce = 50;

    private static readonly TimeSpan LookedAt = TimeSpan.FromDays(2);

    /// <summary>Drops the octets of summaries that a newer one of their kind replaced. Pending ones keep theirs, since they are needed yet.</summary>
    /// <param name="db">The database.</param>
    /// <param name="now">The clock: what came long ago was looked at before and is kept for a reason.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task DropOlderAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, none) = (now - LookedAt, Array.Empty<byte>());
        var whole = await db.Telegrams.AsNoTracking()
            .Where(telegram => telegram.ReceivedAt > since && telegram.Type == TelegramStream.Summary && telegram.Outcome != TelegramOutcome.Pending && telegram.Octets != none)
            .OrderBy(telegram => telegram.ReportedAt).ThenBy(telegram => telegram.ReceivedAt)
            .Select(telegram => new { telegram.Id, telegram.Status, telegram.Outcome }).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var older in whole.GroupBy(telegram => (telegram.Status, telegram.Outcome)).SelectMany(same => same.SkipLast(1)))
        {
            if (!await IsReferredToAsync(db, older.Id, cancellationToken))
            {
                await db.Telegrams.Where(telegram => telegram.Id == older.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(telegram => telegram.Octets, none), cancellationToken);
            }
        }
    }

    /// <summary>What is in force, what was proposed, told or suggested by it: its grounds must stay readable.</summary>
    private static async Task<bool> IsReferredToAsync(BousaiDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var named = $"%{id}%";
        return await db.WarningStreams.FromSql($"""SELECT * FROM warnings_streams WHERE "InForce" LIKE {named}""").AnyAsync(cancellationToken)
            || await db.Proposals.FromSql($"""SELECT * FROM evacuation_proposals WHERE "Evidence" LIKE {named} OR "Before" LIKE {named} OR "Grounds" LIKE {named} OR "AtDecision" LIKE {named}""").AnyAsync(cancellationToken)
            || await db.Relays.AnyAsync(relay => relay.TelegramId == id, cancellationToken)
            || await db.ActivationSuggestions.AnyAsync(suggestion => suggestion.TelegramId == id, cancellationToken);
    }
}
