using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Notices;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Changes a draft, or what was returned; of what is out, asks for a correction.</summary>
internal sealed class EditNoticeModel(BousaiDbContext db, NoticeDesk desk, WardPack pack) : HqPage
{
    public Guid Id { get; private set; }

    /// <summary>The form; <see langword="null"/> when there is nothing to change.</summary>
    public NoticeForm? Form { get; private set; }

    /// <summary>Version of the draft, or of the notice that is out.</summary>
    public int Version { get; private set; }

    /// <summary>Whether what is out is corrected.</summary>
    public bool IsCorrection { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, null, cancellationToken);

    public Task<IActionResult> OnPostReviseAsync(Guid id, int version, NoticeFields fields, CancellationToken cancellationToken) => TakeAsync(
        "revise", Frame.MayRecord,
        async () => fields.Read(pack).TryGet(out var draft, out var refusal) ? await desk.ReviseAsync(id, version, draft, User.ToActor("web"), cancellationToken) : refusal,
        _ => ($"~/hq/notices/{id}", "内容を直しました。文面を確かめて提出してください。"),
        () => ShowAsync(id, fields, cancellationToken));

    public Task<IActionResult> OnPostCorrectAsync(Guid id, int version, NoticeFields fields, CancellationToken cancellationToken) => TakeAsync(
        "correct", Frame.MayRecord,
        async () => fields.Read(pack).TryGet(out var draft, out var refusal)
            ? await desk.AskCorrectionAsync(id, version, draft, HqText.Cut(fields.Reason, 200), User.ToActor("web"), cancellationToken)
            : refusal,
        _ => ($"~/hq/notices/{id}", "訂正を提出しました。ほかの発信権限者が、自分のログインで確認して発信してください。"),
        () => ShowAsync(id, fields, cancellationToken));

    private async Task<IActionResult> ShowAsync(Guid id, NoticeFields? typed, CancellationToken cancellationToken)
    {
        Id = id;
        if ((await ListNotices.EditionsAsync(db, id, cancellationToken)).FirstOrDefault() is not { } edition)
        {
            return Missing();
        }

        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        IsCorrection = !edition.IsOpen && notice is { State: NoticeState.Published };
        var content = IsCorrection ? notice!.Content : edition.Content;
        var isEditable = IsCorrection || (edition.State is NoticeEditionState.Draft or NoticeEditionState.Returned && edition.Act != NoticeAct.Withdraw);
        if (!isEditable || !pack.Notices.Templates.TryGetValue(content.Template, out var template))
        {
            return LocalRedirect(Url.Content($"~/hq/notices/{id}"));
        }

        Version = IsCorrection ? notice!.Version : edition.Version;
        Form = new NoticeForm(typed ?? NoticeFields.Of(id, content), template, pack);
        return Page();
    }
}
