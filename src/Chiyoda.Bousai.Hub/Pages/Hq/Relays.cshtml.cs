using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Relays;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Relays;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>伝達の定め: which rules tell, what they told, what they would say, and the steps by which a version is released or revoked.</summary>
internal sealed class RelaysModel(BousaiDbContext db, WarningDesk warnings, RelayDesk desk, DispatchResumption resumption, StaffSessions sessions, WardPack pack, RelayTexts texts, OrderTexts marks) : HqPage
{
    private const int MaxReason = 1000;

    public IReadOnlyList<RelayRuleView> Rules { get; private set; } = [];

    /// <summary>What was told and is stopped, also under a rule that is not in the pack any more.</summary>
    public IReadOnlyList<HeldRelay> Held { get; private set; } = [];

    public IReadOnlyList<Authority> Authorities => pack.Authorities;

    /// <summary>What a release asks of this person.</summary>
    public StepUp StepUp { get; private set; } = StepUp.NotNeeded;

    /// <summary>The rule whose form was refused in this request.</summary>
    public string? RefusedRule { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostSubmitAsync(string? rule, string? hash, CancellationToken cancellationToken) => StepAsync(
        "submit", rule, Frame.MayRecord, "提出しました。権限者の決裁を受けて記録してください。",
        () => desk.SubmitAsync(rule ?? string.Empty, hash ?? string.Empty, User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDecideAsync(
        Guid id, int version, string? rule, string? by, DecisionMeans? means, string? day, string? time, string? heardBy, string? said, CancellationToken cancellationToken) => StepAsync(
        "decide", rule, Frame.MayRecord, "決裁を記録しました。提出者以外の発信権限者が、自分のログインで発効させてください。",
        async () => string.IsNullOrEmpty(by) || means is null ? HqRefusals.ChoiceMissing
            : SpokenTime.Read(day, time) is not { } at ? HqRefusals.TimeUnreadable
            : await desk.DecideAsync(id, version, new DecisionNote(by, means.Value, at, Cut(heardBy, 100), Cut(said, MaxReason)), User.ToActor("web"), cancellationToken),
        cancellationToken);

    /// <summary>The second person: whoever has not looked does not release (二人確認).</summary>
    public Task<IActionResult> OnPostReleaseAsync(
        Guid id, int version, string? rule, bool looked, string? password, string? passkey, CancellationToken cancellationToken) => StepAsync(
        "release", rule, Frame.MayRelease, "発効しました。次の変化、または予告した時刻から伝達します。",
        async () => !looked ? HqRefusals.RelayNotConfirmed
            : await sessions.AskAgainAsync(User, HqText.Cut(password, 200), passkey) is { } again ? again
            : await desk.ReleaseAsync(id, version, User.ToActor("web"), cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(Guid id, int version, string? rule, string? reason, CancellationToken cancellationToken) => StepAsync(
        "revoke", rule, Frame.MayRecord, "取りやめました。この版は、もう何も伝えません。",
        () => desk.RevokeAsync(id, version, Cut(reason, MaxReason), User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(Guid decision, string? password, string? passkey, CancellationToken cancellationToken) => TakeAsync(
        "resume", Frame.MayRelease,
        () => resumption.ResumeAsync(decision, User, "web", HqText.Cut(password, 200), passkey, cancellationToken),
        resumed => ("~/hq/relays", $"止めていた配信を再開しました（{resumed}件）。"),
        () => ShowAsync(cancellationToken));

    /// <summary>A text as the gateway hands it over.</summary>
    public RenderedMessage AsSent(RenderedMessage message) => Frame.IsExercise ? marks.MarkedAsExercise(message) : message;

    /// <summary>What was typed, only in the form of the rule that was refused.</summary>
    public string Typed(RelayRuleView view, string step, string field, string otherwise = "") =>
        view.Rule.Id == RefusedRule ? Typed(step, field, otherwise) : otherwise;

    public RefusedStep? RefusedIn(RelayRuleView view, string step) => view.Rule.Id == RefusedRule && Refused?.Step == step ? Refused : null;

    private Task<IActionResult> StepAsync(
        string step, string? rule, bool isAllowed, string said, Func<Task<Outcome<StandingRule>>> act, CancellationToken cancellationToken)
    {
        RefusedRule = rule;
        return TakeAsync(step, isAllowed, act, made => ($"~/hq/relays#{made.RuleId}", $"{made.Rule.Name}: {said}"), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        StepUp = await sessions.StepUpAsync(User);
        Held = await HeldRelay.ReadAsync(db, cancellationToken);
        Rules = await RelayRuleView.ReadAsync(db, warnings, pack, texts, Frame.Now, cancellationToken);
        return Page();
    }

    private static string Cut(string? text, int length) => text is null ? string.Empty : text.Length <= length ? text : text[..length];
}
