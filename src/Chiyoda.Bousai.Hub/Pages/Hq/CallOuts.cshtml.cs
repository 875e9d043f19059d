using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.CallOuts;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>参集: who is being woken and who answered, who is on the way, and whether anybody would be woken at all.</summary>
internal sealed class CallOutsModel(BousaiDbContext db, CallOutDesk desk, DutyRegister register, CallOutSender sender, WardPack pack) : HqPage
{
    private const int MaxRows = 20;

    public bool IsOn => register.IsOn;

    public bool IsBroken => register.IsBroken;

    public double AnswerWithinMinutes => pack.CallOut?.AnswerWithin.TotalMinutes ?? 0;

    public IReadOnlyList<(string Name, int Contacts)> Turn { get; private set; } = [];

    public IReadOnlyList<CallOutView> Items { get; private set; } = [];

    /// <summary>The call-out whose form was refused in this request.</summary>
    public Guid? RefusedId { get; private set; }

    public bool IsConnected(DutyMeans means) => sender.ChannelFor(means) is not null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken)
    {
        RefusedId = id;
        return TakeAsync(
            "take", Frame.MayRecord, () => desk.AnswerAsync(id, string.Empty, User.ToActor("web"), cancellationToken),
            _ => ("~/hq/call-outs", "受けました。呼出しは止まり、配備する職に参集の連絡を送ります。"), () => ShowAsync(cancellationToken));
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        RefusedId = id;
        return TakeAsync(
            "close", Frame.MayRecord, () => desk.CloseAsync(id, version, HqText.Cut(reason, CallOut.MaxReason), User.ToActor("web"), cancellationToken),
            _ => ("~/hq/call-outs", "呼出しを取りやめました。"), () => ShowAsync(cancellationToken));
    }

    public Task<IActionResult> OnPostArriveAsync(Guid id, string? post, CancellationToken cancellationToken)
    {
        RefusedId = id;
        return TakeAsync(
            "arrive", Frame.MayRecord, () => desk.ArriveAsync(id, post ?? string.Empty, ArrivalState.Arrived, null, User.ToActor("web"), cancellationToken),
            arrival => ("~/hq/call-outs", $"{desk.NameOf(arrival.Post)}：到着"), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var contacts = register.Now().Contacts;
        Turn = [.. (pack.CallOut?.Turn ?? []).Select(post => (
            desk.NameOf(post), (contacts.GetValueOrDefault(post) ?? []).Count(contact => sender.ChannelFor(contact.Means) is not null)))];
        Items = await CallOutView.ReadAsync(db, desk, MaxRows, cancellationToken);
        return Page();
    }
}
