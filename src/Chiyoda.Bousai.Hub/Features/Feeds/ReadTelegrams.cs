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
    private static readonly Refusal Unknown = new(RefusalKind.Unknown, "feeds.unknown-telegram", "その電文は見つかりません。");

    public sealed record Response(IReadOnlyList<Row> Items, int Unreadable);

    public sealed record Row(
        Guid Id, string Source, DateTimeOffset ReceivedAt, TelegramOutcome Outcome, string RefusalCode, string Type, string Title,
        string Headline, TelegramStatus? Status, InfoType? InfoType, string EventId, DateTimeOffset? ReportedAt, bool IsLate,
        long Length, string Sha256, IReadOnlyList<string> Notices)
    {
        /// <summary>Dated further ahead of its receipt than clocks differ.</summary>
        public bool IsAhead => StoredTelegram.IsDatedAhead(ReportedAt, ReceivedAt);
    }

    public static async Task<Ok<Response>> ListAsync(BousaiDbContext db, CancellationToken cancellationToken) => TypedResults.Ok(new Response(
        await ReadAsync(db, cancellationToken), await db.Telegrams.CountAsync(telegram => telegram.Outcome == TelegramOutcome.Unreadable, cancellationToken)));

    /// <summary>The original, as it came; up to the reading limit.</summary>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OctetsAsync(Guid id, BousaiDbContext db, CancellationToken cancellationToken) =>
        await db.Telegrams.AsNoTracking().Where(telegram => telegram.Id == id).Select(telegram => telegram.Octets).FirstOrDefaultAsync(cancellationToken) is { } octets
            ? TypedResults.File(octets, "application/octet-stream", $"{id}.xml")
            : Unknown.ToProblem();

    /// <summary>The newest 200, of all, or of the readable or the unreadable alone.</summary>
    public static async Task<IReadOnlyList<Row>> ReadAsync(BousaiDbContext db, CancellationToken cancellationToken, bool? unreadable = null)
    {
        var rows = await db.Telegrams.AsNoTracking()
            .Where(telegram => unreadable == null || (telegram.Outcome == TelegramOutcome.Unreadable) == unreadable)
            .OrderByDescending(telegram => telegram.ReceivedAt).Take(200)
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
