using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Areas;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Asks to lower, update, correct or void an order: one page, one act at a time. A lift is asked beside the order itself.</summary>
internal sealed class ChangeOrderModel(BousaiDbContext db, ProposalDesk desk, MeasurePreviewer previewer, WardMap map, WardPack pack) : HqPage
{
    public Order? Order { get; private set; }

    public Act Act { get; private set; }

    /// <summary>The version that the form was filled on; after a refusal still that one.</summary>
    public int Version { get; private set; }

    /// <summary>What may be changed; <see langword="null"/> for a void, which changes nothing.</summary>
    public MeasureForm? Form { get; private set; }

    /// <summary>What was typed, as it would be said; <see langword="null"/> while nobody asked.</summary>
    public MeasurePreview? Preview { get; private set; }

    public string Hint => Act switch
    {
        Act.Lower => "選んだ区域の今の警戒レベルを解除し、低いレベルを発令する、ひとつの決定です。選ばない区域は今のまま続きます。",
        Act.Update => "警戒レベルを変えずに、区域を広げ、行動・対象・理由を変えます。区域を減らすときは解除の案を出します。",
        Act.Correct => "正しい内容を入れます。先の誤った通知を受けた人に、同じ経路で最初に訂正を送り、そのあと新しく対象になる人に送ります。",
        _ => "操作の誤りなどで、出すはずのない通知を出したときだけ使います。その通知を受けた人だけに、誤りであることを送ります。状況がよくなって終えるときは「解除」です。",
    };

    public Task<IActionResult> OnGetAsync(Guid id, Act act, CancellationToken cancellationToken) => ShowAsync(id, act, null, null, cancellationToken);

    public Task<IActionResult> OnPostLowerAsync(
        Guid id, int version, string? reason, MeasureFields fields, GroundsFields grounds, CancellationToken cancellationToken)
    {
        EndingGrounds? answers = null;
        return grounds.IsEmpty || grounds.Read().TryGet(out answers, out var refusal)
            ? AskAsync(Act.Lower, id, version, reason, fields, answers, cancellationToken)
            : TakeAsync<Proposal>(
                "ask", Frame.MayRecord, () => Task.FromResult<Outcome<Proposal>>(refusal), _ => (string.Empty, string.Empty),
                () => ShowAsync(id, Act.Lower, version, fields, cancellationToken));
    }

    public Task<IActionResult> OnPostUpdateAsync(Guid id, int version, string? reason, MeasureFields fields, CancellationToken cancellationToken) =>
        AskAsync(Act.Update, id, version, reason, fields, null, cancellationToken);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, int version, string? reason, MeasureFields fields, CancellationToken cancellationToken) =>
        AskAsync(Act.Correct, id, version, reason, fields, null, cancellationToken);

    public Task<IActionResult> OnPostVoidAsync(Guid id, int version, string? reason, CancellationToken cancellationToken) =>
        AskAsync(Act.Void, id, version, reason, new MeasureFields(), null, cancellationToken);

    private Task<IActionResult> AskAsync(
        Act act, Guid id, int version, string? reason, MeasureFields fields, EndingGrounds? grounds, CancellationToken cancellationToken) => TakeAsync(
        "ask", Frame.MayRecord,
        () => desk.AskChangeAsync(id, version, NoteOf(act, HqText.Cut(reason, 1000), fields, grounds), User.ToActor("web"), cancellationToken),
        proposal => ($"~/hq/proposals/{proposal.Id}", $"{proposal.Act.Word()}の案を提出しました。権限者の決裁を受け、「いまできる操作」に記録してください。"),
        () => ShowAsync(id, act, version, fields, cancellationToken));

    /// <summary>The reason for the record is not said to anybody: a look does not wait for it, nor for the answers.</summary>
    public Task<IActionResult> OnPostPreviewAsync(Guid id, Act act, int version, MeasureFields fields, CancellationToken cancellationToken) => LookAsync(
        "ask", Frame.MayRecord,
        () => IsHere(act)
            ? desk.DraftChangeAsync(id, version, NoteOf(act, "文面の確認", fields, null), User.ToActor("web"), cancellationToken)
            : Task.FromResult<Outcome<Proposal>>(EvacuationRefusals.UnknownOrder),
        async proposal => Preview = await previewer.MakeAsync(proposal, Frame, cancellationToken),
        () => ShowAsync(id, act, version, fields, cancellationToken));

    private static bool IsHere(Act act) => act is Act.Lower or Act.Update or Act.Correct or Act.Void;

    private ChangeNote NoteOf(Act act, string reason, MeasureFields fields, EndingGrounds? grounds) => new(act, reason)
    {
        Areas = fields.AllAreas(pack),
        Level = fields.LevelNumber,
        Action = fields.Action,
        Audience = fields.Audience,
        PublicReason = fields.Reason,
        Shelters = fields.Shelters,
        Grounds = grounds,
    };

    private async Task<IActionResult> ShowAsync(Guid id, Act act, int? version, MeasureFields? fields, CancellationToken cancellationToken)
    {
        Act = act;
        Order = IsHere(act)
            ? await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken)
            : null;
        if (Order is not { Measure: var measure })
        {
            return Missing();
        }

        Version = version ?? Order.Version;
        var inside = act == Act.Lower;
        IReadOnlyList<int?> levels = act switch
        {
            Act.Lower => [.. new int?[] { 4, 3 }.Where(level => level < measure.Level)],
            Act.Correct when measure.Level is not null => [5, 4, 3],
            _ => [],
        };
        Form = act == Act.Void ? null : new MeasureForm(
            fields ?? MeasureFields.Of(measure), pack, act, levels, inside ? measure.AreasIn(pack) : [.. pack.Areas.Values],
            inside ? "引き下げる区域" : "区域（今の区域に印が付いています）", MayChooseHazard: false, MayChooseZones: !inside,
            map.Sheet, measure.Hazard, Frame.Now.DayInJapan());
        return Page();
    }
}
