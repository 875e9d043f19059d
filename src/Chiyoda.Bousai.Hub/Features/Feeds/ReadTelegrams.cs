using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Staff read what came in, newest first, the unreadable too, and the original octets.</summary>
internal static class ReadTelegrams
{
    public static readonly Refusal Unknown = new(RefusalKind.Unknown, "feeds.unknown-telegram", "その電文は見つかりません。");

    public static readonly Refusal Dropped = new(RefusalKind.Unknown, "feeds.octets-dropped", "新しい集約通報が届いたので、この集約通報の原文は残していません。");

    /// <summary>Rows that are listed.</summary>
    public const int Most = 200;

    /// <summary>For so long staff are told of what reading found odd.</summary>
    private static readonly TimeSpan NoticesFor = TimeSpan.FromHours(24);

    /// <param name="Items">The newest 200.</param>
    /// <param name="Unreadable">How many of all that ever came could not be read.</param>
    /// <param name="Noticed">How many of the last 24 h concern the ward and were read with notices: a code or word that is not known.</param>
    public sealed record Response(IReadOnlyList<Row> Items, int Unreadable, int Noticed);

    /// <param name="Id">Its number here.</param>
    /// <param name="Source">How it came in.</param>
    /// <param name="ReceivedAt">When it came in.</param>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="RefusalCode">Why it could not be read (<c>telegrams.…</c>); empty when it could.</param>
    /// <param name="Type">Kind of telegram, for example VPWW55; empty when unreadable.</param>
    /// <param name="Title">Head/Title.</param>
    /// <param name="Headline">Head/Headline/Text.</param>
    /// <param name="Status">通常, 訓練 or 試験; null when unreadable.</param>
    /// <param name="InfoType">発表, 訂正, 遅延 or 取消; null when unreadable.</param>
    /// <param name="EventId">Head/EventID, as it came.</param>
    /// <param name="ReportedAt">Head/ReportDateTime; null when unreadable.</param>
    /// <param name="IsLate">Whether it was older than 24 h at receipt: in Live it proposes nothing.</param>
    /// <param name="Length">Octets that came.</param>
    /// <param name="Sha256">Of all octets that came, lower-case hexadecimal.</param>
    /// <param name="Notices">What reading it found odd.</param>
    public sealed record Row(
        Guid Id, string Source, DateTimeOffset ReceivedAt, TelegramOutcome Outcome, string RefusalCode, string Type, string Title,
        string Headline, TelegramStatus? Status, InfoType? InfoType, string EventId, DateTimeOffset? ReportedAt, bool IsLate,
        long Length, string Sha256, IReadOnlyList<string> Notices)
    {
        /// <summary>Dated further ahead of its receipt than clocks differ.</summary>
        public bool IsAhead => StoredTelegram.IsDatedAhead(ReportedAt, ReceivedAt);
    }

    public static async Task<Ok<Response>> ListAsync(BousaiDbContext db, TimeProvider clock, CancellationToken cancellationToken) => TypedResults.Ok(new Response(
        await ReadAsync(db, cancellationToken),
        await db.Telegrams.CountAsync(telegram => telegram.Outcome == TelegramOutcome.Unreadable, cancellationToken),
        await Noticed(db, clock.GetUtcNow()).CountAsync(cancellationToken)));

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OctetsAsync(Guid id, BousaiDbContext db, CancellationToken cancellationToken) =>
        await db.Telegrams.AsNoTracking().Where(telegram => telegram.Id == id).Select(telegram => telegram.Octets).FirstOrDefaultAsync(cancellationToken) switch
        {
            null => Unknown.ToProblem(),
            [] when await db.Telegrams.AnyAsync(telegram => telegram.Id == id && telegram.Length > 0, cancellationToken) => Dropped.ToProblem(),
            var octets => TypedResults.File(octets, "application/octet-stream", $"{id}.xml"),
        };

    /// <summary>Of the last 24 h what concerns the ward, or waits to be judged, and was read with notices: its tables may be older than the telegram.</summary>
    public static IQueryable<StoredTelegram> Noticed(BousaiDbContext db, DateTimeOffset now)
    {
        var since = now - NoticesFor;
        return db.Telegrams.FromSql($"""SELECT * FROM feeds_telegrams WHERE "Notices" <> '[]'""").AsNoTracking()
            .Where(telegram => telegram.ReceivedAt > since && (telegram.Outcome == TelegramOutcome.Accepted || telegram.Outcome == TelegramOutcome.Pending));
    }

    /// <summary>The newest 200, of all, or of the readable or the unreadable alone.</summary>
    public static Task<IReadOnlyList<Row>> ReadAsync(BousaiDbContext db, CancellationToken cancellationToken, bool? unreadable = null) =>
        ReadAsync(db.Telegrams.AsNoTracking().Where(telegram => unreadable == null || (telegram.Outcome == TelegramOutcome.Unreadable) == unreadable), cancellationToken);

    /// <summary>The newest 200 of some.</summary>
    public static async Task<IReadOnlyList<Row>> ReadAsync(IQueryable<StoredTelegram> telegrams, CancellationToken cancellationToken)
    {
        var rows = await telegrams
            .OrderByDescending(telegram => telegram.ReceivedAt).Take(Most)
            .Select(telegram => new
            {
                telegram.Id,
                telegram.Source,
                telegram.ReceivedAt,
                telegram.Outcome,
                telegram.RefusalCode,
                telegram.Type,
                telegram.Title,
                telegram.Headline,
                telegram.Status,
                telegram.InfoType,
                telegram.EventId,
                telegram.ReportedAt,
                telegram.IsLate,
                telegram.Length,
                telegram.Sha256,
                telegram.Notices,
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Row(
            row.Id, row.Source, row.ReceivedAt, row.Outcome, row.RefusalCode, row.Type, row.Title, row.Headline, row.Status,
            row.InfoType, row.EventId, row.ReportedAt, row.IsLate, row.Length, Convert.ToHexStringLower(row.Sha256), row.Notices))];
    }
}
