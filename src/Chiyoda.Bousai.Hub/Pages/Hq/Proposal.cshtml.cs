using System.Globalization;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One proposal: what, where, why, who did what, the words that will go out, and the steps that this person may take now.</summary>
internal sealed class ProposalModel(
    BousaiDbContext db, ProposalDesk desk, PictureMaker pictures, WardPack pack, OrderTexts texts, PortalTexts words, StaffSessions sessions, IOptions<PushOptions> push,
    ILogger<ProposalDesk> logger) : HqPage
{
    private int _versionSeen;

    public ProposalDossier? Dossier { get; private set; }

    public WardPack Pack => pack;

    public PortalTexts Words => words;

    public OutgoingTexts Texts { get; private set; } = null!;

    /// <summary>Every channel with its words and limits.</summary>
    public ChannelPreview Preview => ChannelPreview.Of(
        Texts, EmergencyMailTitle.Of(Dossier!.Proposal.Act, Dossier.Proposal.Measure.Level, Frame.IsExercise), Dossier.Proposal.Measure.Areas, pack, push.Value.PublicUrl);

    /// <summary>The steps taken since the version on which the refused step was made.</summary>
    public IReadOnlyList<StaffEntry> ChangedSince { get; private set; } = [];

    /// <summary>How the second person shows that it is they.</summary>
    public StepUp StepUp { get; private set; } = StepUp.NotNeeded;

    /// <summary>Whether nobody else who may release is signed in: then the submitter may break the glass.</summary>
    public bool IsAlone { get; private set; }

    /// <summary>How long the proposal has waited for its decision or its release, once that is longer than the ward lets it; <see langword="null"/> before.</summary>
    public TimeSpan? Overdue => Dossier?.Proposal switch
    {
        { State: ProposalState.Submitted, SubmittedAt: { } at } proposal => Longer(CallOutCause.DecisionWaiting, proposal, at),
        { State: ProposalState.Decided, Decision.RecordedAt: var at } proposal => Longer(CallOutCause.ReleaseWaiting, proposal, at),
        _ => null,
    };

    private TimeSpan? Longer(CallOutCause on, Proposal proposal, DateTimeOffset since) =>
        !proposal.Act.AsksGrounds() && pack.CallOut?.RuleFor(on, proposal.Measure.Level)?.After <= Frame.Now - since ? Frame.Now - since : null;

    public bool IsSubmitter => Dossier?.Proposal.SubmitterId == User.PersonId();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostSubmitAsync(Guid id, int version, CancellationToken cancellationToken) => StepAsync(
        id, version, "submit", Frame.MayRecord, "提出しました。権限者の決裁を受け、「いまできる操作」に記録してください。",
        () => desk.SubmitAsync(id, version, User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDecideAsync(
        Guid id, int version, bool submits, string? by, DecisionMeans? means, string? day, string? time, string? heardBy, string? said, bool acting,
        CancellationToken cancellationToken) => StepAsync(
        id, version, "decide", Frame.MayRecord, "決裁を記録しました。提出者以外の発信権限者が、自分のログインで発信してください。",
        async () => string.IsNullOrEmpty(by) || means is null ? HqRefusals.ChoiceMissing
            : SpokenTime.Read(day, time) is not { } at ? HqRefusals.TimeUnreadable
            : await DecideAsync(id, version, submits, new DecisionNote(by, means.Value, at, Cut(heardBy, 100), Cut(said, 1000), acting), cancellationToken),
        cancellationToken);

    /// <summary>Who already has the decision submits and records it in one act: two steps for the record, one for the person.</summary>
    private async Task<Outcome<Proposal>> DecideAsync(Guid id, int version, bool submits, DecisionNote note, CancellationToken cancellationToken)
    {
        if (submits)
        {
            if (!(await desk.SubmitAsync(id, version, User.ToActor("web"), cancellationToken)).TryGet(out var submitted, out var refusal))
            {
                return refusal;
            }

            version = submitted.Version;
        }

        return await desk.DecideAsync(id, version, note, User.ToActor("web"), cancellationToken);
    }

    public Task<IActionResult> OnPostReturnAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => StepAsync(
        id, version, "return", Frame.MayRelease, "差し戻しました。",
        () => desk.ReturnAsync(id, version, Cut(reason, 1000), User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => StepAsync(
        id, version, "withdraw", Frame.MayRecord, "取り下げました。直して提出するか、廃案にしてください。",
        () => desk.WithdrawAsync(id, version, Cut(reason, 1000), User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRejectAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => StepAsync(
        id, version, "reject", Frame.MayRelease, "不採用にしました。",
        () => desk.RejectAsync(id, version, Cut(reason, 1000), User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDiscardAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) => StepAsync(
        id, version, "discard", Frame.MayRecord, "廃案にしました。",
        () => desk.DiscardAsync(id, version, Cut(reason, 1000), User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAttemptsAsync(
        Guid id, int version, string? by, DecisionMeans? means, string? day, string? time, string? result, CancellationToken cancellationToken) => StepAsync(
        id, version, "attempt", Frame.MayRecord, "連絡を記録しました。",
        async () => string.IsNullOrEmpty(by) || means is null || string.IsNullOrWhiteSpace(result) ? HqRefusals.AttemptIncomplete
            : SpokenTime.Read(day, time) is not { } at ? HqRefusals.TimeUnreadable
            : await desk.NoteAttemptAsync(id, version, new AttemptNote(by, means.Value, at, Cut(result, 200)), User.ToActor("web"), cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostUnreachableAsync(Guid id, int version, string? by, string? basis, CancellationToken cancellationToken) => StepAsync(
        id, version, "unreachable", Frame.MayRecord, "連絡不能を宣言しました。次の権限者に連絡してください。",
        () => desk.DeclareUnreachableAsync(id, version, by ?? string.Empty, Cut(basis, 200), User.ToActor("web"), cancellationToken), cancellationToken);

    /// <summary>The second person: whoever cannot say what they let out has not looked (二人確認).</summary>
    public Task<IActionResult> OnPostReleaseAsync(
        Guid id, int version, string? level, string? areas, Caution[] confirm, string? words, string? password, string? passkey, string? alone,
        CancellationToken cancellationToken) => TakeAsync(
        "release", Frame.MayRelease,
        async () =>
        {
            _versionSeen = version;
            var refusal = await RefuseReadbackAsync(id, version, level, areas, alone is not null, cancellationToken)
                ?? await sessions.AskAgainAsync(User, password, passkey);
            return refusal is not null
                ? refusal
                : await desk.ReleaseAsync(
                    id, version, new ReleaseAnswers(confirm, Cut(words, 1000), alone is null ? null : Cut(alone, 1000)), User.ToActor("web"), cancellationToken);
        },
        release =>
        {
            EvacuationLog.Released(logger, release.DecisionId, release.Act, release.OrderId, release.OrderVersion);
            return ($"~/hq/orders/{release.OrderId}", release.Act == Act.Issue ? "発信しました。配信の状況を下で確かめてください。" : $"{release.Act.Word()}を発信しました。");
        },
        () => ShowAsync(id, cancellationToken));

    /// <summary>Calls to facilities before anything is decided; <see langword="null"/> for a change, and when the proposal is over.</summary>
    public CallsCard? Calls { get; private set; }

    /// <summary>Asked only of those whom the rules would let release; the others hear first why they may not.</summary>
    private async Task<Refusal?> RefuseReadbackAsync(
        Guid id, int version, string? level, string? areas, bool isAlone, CancellationToken cancellationToken)
    {
        // A copy that is never saved: the step is tried on it.
        var copy = await db.Proposals.AsNoTracking().FirstOrDefaultAsync(proposal => proposal.Id == id, cancellationToken);
        var mayRelease = copy is not null && (isAlone
            ? copy.ReleaseAlone(version, User.PersonId(), "試行", isAlone: true, [], Frame.Now)
            : copy.Release(version, User.PersonId(), Frame.Now)).TryGet(out _, out _);
        if (copy is null || !mayRelease)
        {
            return null;
        }

        return level == LevelValue(copy.Measure.Level) && areas == AreasReadback.ValueOf(copy.Measure.Areas) ? null : HqRefusals.ReadbackDiffers;
    }

    /// <summary>A level as the form sends it.</summary>
    public static string LevelValue(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private Task<IActionResult> StepAsync(
        Guid id, int version, string step, bool isAllowed, string said, Func<Task<Outcome<Proposal>>> act, CancellationToken cancellationToken)
    {
        _versionSeen = version;
        return TakeAsync(step, isAllowed, act, _ => ($"~/hq/proposals/{id}", said), () => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        Dossier = await ProposalDossier.ReadAsync(id, db, pictures, pack, Frame.Now, cancellationToken);
        if (Dossier is not { Proposal: var proposal })
        {
            return Missing();
        }

        if (proposal is { Act: Act.Issue, State: not (ProposalState.Released or ProposalState.Rejected or ProposalState.Discarded) })
        {
            var summary = await CallRounds.OfProposalAsync(db, id, cancellationToken);
            Calls = new CallsCard($"~/hq/proposals/{id}/calls", summary, Frame.MayRecord, pack.FacilityWording is not null);
        }

        StepUp = await sessions.StepUpAsync(User);
        IsAlone = IsSubmitter && await StaffPresence.IsAloneAsync(db, User.PersonId(), Frame.Now, cancellationToken);
        Texts = OutgoingTexts.Of(proposal, Dossier.Outlook.Beside, proposal.ReleasedAt ?? Frame.Now, Frame.IsExercise, pack, texts, words);
        ChangedSince = Refused?.Refusal.Code == EvacuationRefusals.StaleVersion.Code ? [.. Dossier.Steps.Skip(_versionSeen)] : [];
        return Page();
    }

    private static string Cut(string? text, int length) => HqText.Cut(text, length);
}
