using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>Everybody reads what holds and what ended in the last 24 h; staff read what is on its way.</summary>
internal static class ListNotices
{
    public static readonly TimeSpan ShowEndedFor = TimeSpan.FromHours(24);

    private const int MaxItems = 200;

    public sealed record Response(IReadOnlyList<NoticeView> Items);

    /// <param name="Notice">What is out; null before its first release.</param>
    /// <param name="Editions">Every act on it, the newest first.</param>
    public sealed record ResponseOne(NoticeView? Notice, IReadOnlyList<NoticeEditionView> Editions);

    /// <param name="Items">Acts on notices that somebody has still to do something with, the newest first.</param>
    public sealed record ResponseOpen(IReadOnlyList<NoticeEditionView> Items);

    public sealed record ResponseTemplates(IReadOnlyList<Template> Items);

    /// <param name="Id">Named when a notice is written.</param>
    /// <param name="Name">What staff call it.</param>
    /// <param name="Category">What it is about.</param>
    /// <param name="ValidHours">How long it holds unless somebody chooses otherwise.</param>
    /// <param name="Slots">The blanks to fill in.</param>
    public sealed record Template(string Id, string Name, NoticeCategory Category, int ValidHours, IReadOnlyList<Slot> Slots);

    /// <param name="Name">Its name in the request.</param>
    /// <param name="Label">What it asks.</param>
    /// <param name="MaxLength">Characters at most.</param>
    public sealed record Slot(string Name, string Label, int MaxLength);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Response([.. (await ReadAsync(db, now, cancellationToken)).Select(notice => NoticeView.Of(notice, now))]));
    }

    public static async Task<Results<Ok<ResponseOne>, ProblemHttpResult>> OneAsync(Guid id, BousaiDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        var editions = await EditionsAsync(db, id, cancellationToken);
        return editions.Count == 0
            ? NoticeRefusals.Unknown.ToProblem()
            : TypedResults.Ok(new ResponseOne(notice is null ? null : NoticeView.Of(notice, clock.GetUtcNow()), [.. editions.Select(NoticeEditionView.Of)]));
    }

    public static async Task<Ok<ResponseOpen>> OpenAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ResponseOpen([.. (await ReadOpenAsync(db, cancellationToken)).Select(NoticeEditionView.Of)]));

    /// <summary>What is on its way, what was touched last first.</summary>
    public static Task<List<NoticeEdition>> ReadOpenAsync(BousaiDbContext db, CancellationToken cancellationToken) => db.NoticeEditions.AsNoTracking()
        .Where(edition => edition.State == NoticeEditionState.Draft || edition.State == NoticeEditionState.Submitted || edition.State == NoticeEditionState.Returned)
        .OrderByDescending(edition => edition.TouchedAt).Take(MaxItems).ToListAsync(cancellationToken);

    public static Ok<ResponseTemplates> Templates(WardPack pack) => TypedResults.Ok(new ResponseTemplates(
    [
        .. pack.Notices.Templates.Values.Select(template => new Template(
            template.Id, template.Name, template.Category, (int)template.ValidFor.TotalHours,
            [.. template.Slots.Select(slot => new Slot(slot.Name, slot.Label, slot.MaxLength))])),
    ]));

    /// <summary>Current ones first, then those that ended lately; each newest first.</summary>
    public static async Task<IReadOnlyList<Notice>> ReadAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - ShowEndedFor;
        var notices = await db.Notices.AsNoTracking()
            .Where(notice => notice.ValidUntil > since && (notice.State == NoticeState.Published || notice.UpdatedAt > since))
            .OrderByDescending(notice => notice.UpdatedAt)
            .Take(MaxItems)
            .ToListAsync(cancellationToken);
        return [.. notices.OrderBy(notice => notice.StandingAt(now) == NoticeStanding.Current ? 0 : 1).ThenByDescending(notice => notice.EndedAt(now) ?? notice.UpdatedAt)];
    }

    /// <summary>Every act on a notice, the newest first.</summary>
    public static Task<List<NoticeEdition>> EditionsAsync(BousaiDbContext db, Guid noticeId, CancellationToken cancellationToken) => db.NoticeEditions.AsNoTracking()
        .Where(edition => edition.NoticeId == noticeId)
        .OrderByDescending(edition => edition.CreatedAt).ThenByDescending(edition => edition.Id)
        .ToListAsync(cancellationToken);
}
