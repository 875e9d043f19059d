using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Features.Notices;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One notice: what is out, what is on its way, the words that people will read, whom it reached, and the steps.</summary>
internal sealed class NoticeModel(
    BousaiDbContext db, NoticeDesk desk, DispatchResumption resumption, AudienceIndex audience, StaffSessions sessions, HandEntries hands, WardPack pack,
    PortalTexts words) : HqPage
{
    /// <summary>A page waits no longer for a figure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Guid Id { get; private set; }

    /// <summary>What is out; <see langword="null"/> before the first release.</summary>
    public Notice? Notice { get; private set; }

    /// <summary>The newest act on it; <see langword="null"/> when there is no such notice.</summary>
    public NoticeEdition? Edition { get; private set; }

    /// <summary>What is looked at: what is on its way, otherwise what is out.</summary>
    public NoticeContent Shown => Edition!.IsOpen || Notice is null ? Edition.Content : Notice.Content;

    /// <summary>The areas of a content as people call them.</summary>
    public IEnumerable<string> NamesOf(NoticeContent content) =>
        content.Areas.Select(code => new AreaCode(code)).Where(pack.Areas.ContainsKey).Select(code => pack.Areas[code].Name);

    /// <summary>What devices show, by language, with the mark of an exercise.</summary>
    public IReadOnlyList<OutgoingText> Told { get; private set; } = [];

    /// <summary>Who would hear of what is on its way; <see langword="null"/> when nothing is.</summary>
    public NoticeAudience? Audience { get; private set; }

    public IReadOnlyList<Caution> Cautions { get; private set; } = [];

    public IReadOnlyList<StaffEntry> Steps { get; private set; } = [];

    public IReadOnlyList<GetDispatches.Item> Dispatches { get; private set; } = [];

    public IReadOnlyList<(Guid DecisionId, string Channel, string Reason)> Held { get; private set; } = [];

    /// <summary>What staff tell by hand of what is out; <see langword="null"/> before the first release.</summary>
    public ByHandCard? ByHand { get; private set; }

    public bool IsSubmitter => Edition?.SubmitterId is { } submitter && submitter == User.ToActor("web").PersonId;

    /// <summary>How the second person shows that it is they.</summary>
    public StepUp StepUp { get; private set; } = StepUp.NotNeeded;

    public bool IsUnchecked(string language) => pack.Notices.Languages.GetValueOrDefault(language)?.CheckedBy is null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        // Entries of the chronology lead here by the act that they are about.
        var notice = await db.NoticeEditions.AsNoTracking().Where(edition => edition.Id == id).Select(edition => (Guid?)edition.NoticeId).SingleOrDefaultAsync(cancellationToken);
        return notice is { } other ? LocalRedirect(Url.Content($"~/hq/notices/{other}")) : await ShowAsync(id, cancellationToken);
    }

    public Task<IActionResult> OnPostSubmitAsync(Guid id, int version, CancellationToken cancellationToken) => TakeAsync(
        "submit", Frame.MayRecord,
        () => desk.SubmitAsync(id, version, User.ToActor("web"), cancellationToken),
        _ => ($"~/hq/notices/{id}", "提出しました。ほかの発信権限者が、自分のログインで確認して発信してください。"),
        () => ShowAsync(id, cancellationToken));

    public Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => TakeAsync(
        "return", Frame.MayRelease,
        () => desk.ReturnAsync(id, version, HqText.Cut(reason, 1000), User.ToActor("web"), cancellationToken),
        _ => ($"~/hq/notices/{id}", "差し戻しました。"),
        () => ShowAsync(id, cancellationToken));

    public Task<IActionResult> OnPostDiscardAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => TakeAsync(
        "discard", Frame.MayRecord,
        () => desk.DiscardAsync(id, version, HqText.Cut(reason, 1000), User.ToActor("web"), cancellationToken),
        _ => ($"~/hq/notices/{id}", "廃案にしました。何も発信していません。"),
        () => ShowAsync(id, cancellationToken));

    /// <summary>The second person: whoever has not looked does not release (二人確認).</summary>
    public Task<IActionResult> OnPostReleaseAsync(
        Guid id, int version, bool looked, Caution[] confirm, string? words, string? password, string? passkey, CancellationToken cancellationToken) => TakeAsync(
        "release", Frame.MayRelease,
        async () => !looked ? HqRefusals.NoticeNotConfirmed
            : await sessions.AskAgainAsync(User, HqText.Cut(password, 200), passkey) is { } again ? again
            : await desk.ReleaseAsync(id, version, confirm, HqText.Cut(words, 1000), User.ToActor("web"), cancellationToken),
        _ => ($"~/hq/notices/{id}", "発信しました。"),
        () => ShowAsync(id, cancellationToken));

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => TakeAsync(
        "withdraw", Frame.MayRecord,
        () => desk.AskWithdrawalAsync(id, version, HqText.Cut(reason, 200), User.ToActor("web"), cancellationToken),
        _ => ($"~/hq/notices/{id}", "取下げを提出しました。ほかの発信権限者が、自分のログインで確認して発信してください。"),
        () => ShowAsync(id, cancellationToken));

    /// <summary>A person read it out or typed it in elsewhere, and says so.</summary>
    public Task<IActionResult> OnPostByHandAsync(Guid id, string? channel, Guid decision, CancellationToken cancellationToken) => TakeAsync(
        "by-hand", Frame.MayRecord,
        async () => await ReadByHandAsync(await ListNotices.EditionsAsync(db, id, cancellationToken), cancellationToken) is not { } card ? DisseminationRefusals.NotByHand
            : await card.EnterAsync(hands, channel, decision, User.ToActor("web"), cancellationToken),
        told => ($"~/hq/notices/{id}", $"{told}への放送・入力を記録しました。"),
        () => ShowAsync(id, cancellationToken));

    public Task<IActionResult> OnPostResumeAsync(Guid id, Guid decision, string? password, string? passkey, CancellationToken cancellationToken) => TakeAsync(
        "resume", Frame.MayRelease,
        () => resumption.ResumeAsync(decision, User, "web", HqText.Cut(password, 200), passkey, cancellationToken),
        resumed => ($"~/hq/notices/{id}", $"止めていた配信を再開しました（{resumed}件）。"),
        () => ShowAsync(id, cancellationToken));

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        Id = id;
        var editions = await ListNotices.EditionsAsync(db, id, cancellationToken);
        if (editions.Count == 0)
        {
            return Missing();
        }

        Edition = editions[0];
        StepUp = await sessions.StepUpAsync(User);
        Notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == id, cancellationToken);
        Told = TextsOf(Edition);
        ByHand = await ReadByHandAsync(editions, cancellationToken);
        if (Edition.IsOpen)
        {
            Audience = Edition.Act == NoticeAct.Withdraw ? null : await audience.CountAsync(Edition.Content, Patience, cancellationToken);
            Cautions = NoticeCautions.Of(Edition, await NoticeDesk.LatelyAsync(db, Frame.Now, cancellationToken), pack.Areas.Count, Frame.Now);
        }

        var steps = new List<StaffEntry>(await ReadBack.OfSubjectAsync(db, id, cancellationToken));
        foreach (var edition in editions)
        {
            steps.AddRange(await ReadBack.OfSubjectAsync(db, edition.Id, cancellationToken));
        }

        Steps = [.. steps.OrderBy(entry => entry.Sequence)];
        Dispatches = await GetDispatches.ReadAsync(id, db, cancellationToken);
        Held = [.. (await db.Dispatches.AsNoTracking().Where(dispatch => dispatch.OrderId == id && dispatch.State == DispatchState.Held)
            .Select(dispatch => new { dispatch.DecisionId, dispatch.Channel, dispatch.HoldReason }).ToListAsync(cancellationToken))
            .Select(dispatch => (dispatch.DecisionId, dispatch.Channel, dispatch.HoldReason))];
        return Page();
    }

    private IReadOnlyList<OutgoingText> TextsOf(NoticeEdition edition)
    {
        var mark = Frame.IsExercise ? Gateway.ExerciseMark : string.Empty;
        return [.. edition.Told.Select(text => text.At(edition.ReleasedAt ?? Frame.Now)).Select(message => new OutgoingText(
            words.Has(message.Language) ? words[message.Language].Name : message.Language,
            words.Has(message.Language) ? words[message.Language].HtmlLanguage : message.Language,
            message with { Title = mark + message.Title },
            mark))];
    }

    /// <summary>A notice is none of the kinds that a 緊急速報メール may carry, and none that is late after minutes.</summary>
    private async Task<ByHandCard?> ReadByHandAsync(IReadOnlyList<NoticeEdition> editions, CancellationToken cancellationToken) =>
        editions.FirstOrDefault(edition => edition.State == NoticeEditionState.Released) is not { } released
            ? null
            : await ByHandCard.ReadAsync(
                hands, this, ChannelPreview.Of(new OutgoingTexts(TextsOf(released), null), mailTitle: null, released.Content.Areas, pack, publicUrl: null),
                released.NoticeId, released.Id, $"お知らせ {released.Content.Title}", urgentSince: null, cancellationToken);
}
