using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>The steps that staff take with a notice, for the API and for the pages alike: load, decide, commit.</summary>
internal sealed class NoticeDesk(BousaiDbContext db, ReleaseTurn turn, WardPack pack, Deployment deployment, TimeProvider clock)
{
    /// <summary>A person writes a notice under an id of the caller's; the same again changes nothing.</summary>
    public async Task<Outcome<NoticeEdition>> WriteAsync(Guid noticeId, NoticeDraft draft, Actor actor, CancellationToken cancellationToken) => await db.RepeatAsync<Outcome<NoticeEdition>>(
        async () =>
        {
            var now = Now();
            var earlier = await db.NoticeEditions.AsNoTracking()
                .SingleOrDefaultAsync(edition => edition.NoticeId == noticeId && edition.Act == NoticeAct.Issue, cancellationToken);
            if (!Write(draft, earlier?.CreatedAt ?? now).TryGet(out var content, out var refusal))
            {
                return refusal;
            }

            if (earlier is not null)
            {
                return earlier.AuthorId == PersonOf(actor) && earlier.Content.SaysTheSameAs(content) && earlier.Content.ValidUntil == content.ValidUntil
                    ? earlier
                    : NoticeRefusals.IdTaken;
            }

            var edition = NoticeEdition.Write(
                Guid.CreateVersion7(now), noticeId, content, pack.Notices.Tell(NoticeAct.Issue, content, string.Empty), PersonOf(actor), now);
            db.Add(edition);
            await db.CommitAsync([new NoticeDrafted(edition, actor, now)], cancellationToken);
            return edition;
        },
        cancellationToken);

    /// <summary>Changes what a draft, or what was returned, says.</summary>
    public Task<Outcome<NoticeEdition>> ReviseAsync(Guid noticeId, int version, NoticeDraft draft, Actor actor, CancellationToken cancellationToken)
    {
        var now = Now();
        return StepAsync(
            noticeId,
            edition => Write(draft, now).TryGet(out var content, out var refusal)
                ? edition.Revise(version, content, pack.Notices.Tell(edition.Act, content, edition.Reason), now)
                : refusal,
            edition => new NoticeRevised(edition, actor, now),
            cancellationToken);
    }

    public Task<Outcome<NoticeEdition>> SubmitAsync(Guid noticeId, int version, Actor actor, CancellationToken cancellationToken)
    {
        var now = Now();
        return StepAsync(noticeId, edition => edition.Submit(version, PersonOf(actor), now), edition => new NoticeSubmitted(edition, actor, now), cancellationToken);
    }

    public Task<Outcome<NoticeEdition>> ReturnAsync(Guid noticeId, int version, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var now = Now();
        return StepAsync(noticeId, edition => edition.Return(version, reason, now), edition => new NoticeReturned(edition, actor, now), cancellationToken);
    }

    public Task<Outcome<NoticeEdition>> DiscardAsync(Guid noticeId, int version, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var now = Now();
        return StepAsync(noticeId, edition => edition.Discard(version, reason, now), edition => new NoticeDiscarded(edition, actor, now), cancellationToken);
    }

    /// <summary>The second person lets it out: edition, notice, outgoing work and entry in one transaction. In turn, because whether the
    /// same went out a moment ago is judged by what went out.</summary>
    public Task<Outcome<Notice>> ReleaseAsync(
        Guid noticeId, int version, IReadOnlyCollection<Caution> confirmed, string words, Actor actor, CancellationToken cancellationToken) =>
        turn.TakeAsync(db, () => ReleaseInTurnAsync(noticeId, version, confirmed, words, actor, cancellationToken), cancellationToken);

    /// <summary>Asks to correct a notice; who asks submits.</summary>
    public Task<Outcome<NoticeEdition>> AskCorrectionAsync(
        Guid noticeId, int version, NoticeDraft draft, string? reason, Actor actor, CancellationToken cancellationToken) =>
        AskAsync(noticeId, version, NoticeAct.Correct, (_, now) => Write(draft, now), reason, actor, cancellationToken);

    /// <summary>Asks to withdraw a notice; who asks submits.</summary>
    public Task<Outcome<NoticeEdition>> AskWithdrawalAsync(Guid noticeId, int version, string? reason, Actor actor, CancellationToken cancellationToken) =>
        AskAsync(noticeId, version, NoticeAct.Withdraw, (notice, _) => notice.Content, reason, actor, cancellationToken);

    private async Task<Outcome<Notice>> ReleaseInTurnAsync(
        Guid noticeId, int version, IReadOnlyCollection<Caution> confirmed, string words, Actor actor, CancellationToken cancellationToken)
    {
        if (await NewestAsync(noticeId, cancellationToken) is not { } edition)
        {
            return NoticeRefusals.Unknown;
        }

        var now = Now();
        var cautions = NoticeCautions.Of(edition, await LatelyAsync(db, now, cancellationToken), pack.Areas.Count, now);
        if (!edition.Release(version, PersonOf(actor), cautions, words, now).TryGet(out _, out var refusal))
        {
            return refusal;
        }

        if (NoticeCautions.Ask(cautions, confirmed, words) is { } again)
        {
            return again;
        }

        var before = edition.Act == NoticeAct.Issue ? null : await db.Notices.SingleAsync(row => row.Id == noticeId, cancellationToken);
        if (!Notice.Apply(before, edition).TryGet(out var notice, out refusal))
        {
            return refusal;
        }

        if (before is null)
        {
            db.Add(notice);
        }

        await db.CommitAsync([NoticeFact.Of(notice, NoticeRelease.Of(edition, notice.Version), actor, now)], cancellationToken);
        return notice;
    }

    /// <summary>What went out so short a time ago that the same again may be a slip.</summary>
    public static Task<List<Notice>> LatelyAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Cautions.DuplicateWithin;
        return db.Notices.AsNoTracking().Where(notice => notice.UpdatedAt > since).ToListAsync(cancellationToken);
    }

    private async Task<Outcome<NoticeEdition>> AskAsync(
        Guid noticeId, int version, NoticeAct act, Func<Notice, DateTimeOffset, Outcome<NoticeContent>> write, string? reason, Actor actor,
        CancellationToken cancellationToken) => await db.RepeatAsync<Outcome<NoticeEdition>>(
        async () =>
        {
            if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == noticeId, cancellationToken) is not { } notice)
            {
                return NoticeRefusals.Unknown;
            }

            var now = Now();
            if (!NoticeRules.Reason(reason).TryGet(out var why, out var refusal) || !write(notice, now).TryGet(out var content, out refusal)
                || !NoticeEdition.ToChange(
                    Guid.CreateVersion7(now), notice, version, act, content, pack.Notices.Tell(act, content, why), why, PersonOf(actor), now).TryGet(out var edition, out refusal))
            {
                return refusal;
            }

            if ((await NewestAsync(noticeId, cancellationToken))?.IsOpen == true)
            {
                return NoticeRefusals.ChangeAlreadyAsked;
            }

            db.Add(edition);
            await db.CommitAsync([new NoticeSubmitted(edition, actor, now)], cancellationToken);
            return edition;
        },
        cancellationToken);

    private Task<Outcome<NoticeEdition>> StepAsync(
        Guid noticeId, Func<NoticeEdition, Outcome<NoticeEdition>> step, Func<NoticeEdition, Fact> fact, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<NoticeEdition>>(
            async () =>
            {
                if (await NewestAsync(noticeId, cancellationToken) is not { } edition)
                {
                    return NoticeRefusals.Unknown;
                }

                if (!step(edition).TryGet(out _, out var refusal))
                {
                    return refusal;
                }

                await db.CommitAsync([fact(edition)], cancellationToken);
                return edition;
            },
            cancellationToken);

    private Task<NoticeEdition?> NewestAsync(Guid noticeId, CancellationToken cancellationToken) => db.NoticeEditions
        .Where(edition => edition.NoticeId == noticeId)
        .OrderByDescending(edition => edition.CreatedAt).ThenByDescending(edition => edition.Id)
        .FirstOrDefaultAsync(cancellationToken);

    private Outcome<NoticeContent> Write(NoticeDraft draft, DateTimeOffset now) => NoticeRules.Write(draft, pack, deployment.Mode == HubMode.Live, now);

    private static Guid PersonOf(Actor actor) => actor.PersonId ?? throw new InvalidOperationException("Only a person takes a step with a notice.");

    private DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();
}
