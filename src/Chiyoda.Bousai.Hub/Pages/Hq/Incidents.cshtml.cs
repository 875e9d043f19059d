using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.CallOuts;
using Chiyoda.Bousai.Hub.Features.Incidents;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>体制: what is set up, what the plan suggests, and the forms by which 設置, 変更 and 解散 are recorded.</summary>
internal sealed class IncidentsModel(BousaiDbContext db, IncidentDesk desk, CallOutDesk callOuts, DutyRegister register, WardPack pack) : HqPage
{
    public Incident? Active { get; private set; }

    public IReadOnlyList<ActivationSuggestion> Suggestions { get; private set; } = [];

    public IReadOnlyList<Incident> Past { get; private set; } = [];

    /// <summary>The newest muster since the incident began; <see langword="null"/> when there is none.</summary>
    public MusterView? Muster { get; private set; }

    /// <summary>Whether the posture that is set up was mustered by hand.</summary>
    public bool IsMustered { get; private set; }

    /// <summary>The posts that come at the posture that is set up, by name.</summary>
    public IReadOnlyList<string> Coming => [.. (pack.CallOut?.Staffings.GetValueOrDefault(Active?.Activation.Posture.Id ?? string.Empty)?.Posts ?? []).Select(callOuts.NameOf)];

    /// <summary>Whether anybody hears of a muster by this hub.</summary>
    public bool IsOn => register.IsOn;

    public int OrdersInForce { get; private set; }

    public int Drafts { get; private set; }

    public IReadOnlyList<Posture> Postures => pack.Incidents.Postures;

    public IReadOnlyList<Authority> Authorities => pack.Authorities;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostOpenAsync(
        string? name, string? beganDay, string? beganTime, string? posture, string? by, string? day, string? time, string? reason, CancellationToken cancellationToken) =>
        StepAsync(
            "open", "設置を記録しました。",
            () => SpokenTime.Read(beganDay, beganTime) is { } began && Note(posture, by, day, time, reason) is { } note
                ? desk.OpenAsync(name ?? string.Empty, began, note, User.ToActor("web"), cancellationToken)
                : Task.FromResult<Outcome<Incident>>(HqRefusals.TimeUnreadable),
            cancellationToken);

    public Task<IActionResult> OnPostChangeAsync(
        Guid id, int version, string? name, string? posture, string? by, string? day, string? time, string? reason, CancellationToken cancellationToken) =>
        StepAsync(
            "change", "体制の変更を記録しました。",
            () => Note(posture, by, day, time, reason) is { } note
                ? desk.ChangeAsync(id, version, name ?? string.Empty, note, User.ToActor("web"), cancellationToken)
                : Task.FromResult<Outcome<Incident>>(HqRefusals.TimeUnreadable),
            cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(
        Guid id, int version, string? by, string? day, string? time, string? reason, bool aware, CancellationToken cancellationToken) =>
        StepAsync(
            "close", "解散を記録しました。",
            () => Note(null, by, day, time, reason) is { } note
                ? desk.CloseAsync(id, version, note, aware, User.ToActor("web"), cancellationToken)
                : Task.FromResult<Outcome<Incident>>(HqRefusals.TimeUnreadable),
            cancellationToken);

    public Task<IActionResult> OnPostMusterAsync(Guid id, int version, CancellationToken cancellationToken) =>
        StepAsync(
            "muster",
            "参集の指示を記録しました。" + (IsOn ? "連絡を送り、返事が届くと到着の見込みがここに出ます。" : "連絡は送っていません。電話などで呼んでください。"),
            () => callOuts.MusterAsync(id, version, User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDismissAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) =>
        StepAsync(
            $"dismiss-{id}", "提案を見送ったことを記録しました。",
            () => desk.DismissAsync(id, version, reason ?? string.Empty, User.ToActor("web"), cancellationToken), cancellationToken);

    private static ActivationNote? Note(string? posture, string? by, string? day, string? time, string? reason) =>
        SpokenTime.Read(day, time) is { } at ? new ActivationNote(posture, by ?? string.Empty, reason ?? string.Empty, at) : null;

    private Task<IActionResult> StepAsync<T>(string step, string said, Func<Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where T : notnull =>
        TakeAsync(step, Frame.MayRecord, act, _ => ("~/hq/incidents", said), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Active = await ListIncidents.ActiveAsync(db, cancellationToken);
        Suggestions = await ListIncidents.OpenSuggestionsAsync(db, cancellationToken);
        Past = await ListIncidents.PastAsync(db, cancellationToken);
        if (Active is { } active)
        {
            Muster = await MusterView.ReadAsync(db, callOuts, active.BeganAt, Frame.Now, cancellationToken);
            var trigger = CallOut.TriggerOf(active.Id, active.Version);
            IsMustered = await db.CallOuts.AnyAsync(row => row.RuleId == CallOut.Manual && row.Trigger == trigger, cancellationToken);
        }

        OrdersInForce = await db.Orders.CountAsync(order => order.State == OrderState.Issued, cancellationToken);
        Drafts = await db.Proposals.CountAsync(
            proposal => proposal.State == ProposalState.Draft || proposal.State == ProposalState.Returned, cancellationToken);
        return Page();
    }
}

/// <summary>The fields of a decision on 設置, 変更 or 解散.</summary>
/// <param name="Page">The page, with what was typed before a refusal.</param>
/// <param name="Step">Name of the form.</param>
/// <param name="Posture">The posture to be ticked; <see langword="null"/> for a form that asks for none.</param>
internal sealed record ActivationFields(IncidentsModel Page, string Step, string? Posture);
