using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A person fills the blanks of a usual notice, and submits it at once or keeps it to look at.</summary>
internal sealed class NewNoticeModel(NoticeDesk desk, WardPack pack) : HqPage
{
    public IEnumerable<NoticeTemplate> Templates => pack.Notices.Templates.Values;

    /// <summary>The form; <see langword="null"/> until a template is chosen.</summary>
    public NoticeForm? Form { get; private set; }

    public void OnGet(string? template)
    {
        if (pack.Notices.Templates.TryGetValue(template ?? string.Empty, out var chosen))
        {
            Form = new NoticeForm(NoticeFields.New(Guid.NewGuid(), chosen, Frame.Now), chosen, pack);
        }
    }

    public Task<IActionResult> OnPostDraftAsync(NoticeFields fields, CancellationToken cancellationToken) => TakeAsync(
        "draft", Frame.MayRecord,
        () => WriteAsync(fields, cancellationToken),
        edition => ($"~/hq/notices/{edition.NoticeId}", "下書きを作りました。まだ何も発信されていません。文面を確かめて提出してください。"),
        () => ShowAsync(fields));

    public Task<IActionResult> OnPostSubmitAsync(NoticeFields fields, CancellationToken cancellationToken) => TakeAsync(
        "submit", Frame.MayRecord,
        async () => (await WriteAsync(fields, cancellationToken)).TryGet(out var edition, out var refusal)
            ? edition.State == NoticeEditionState.Draft ? await desk.SubmitAsync(edition.NoticeId, edition.Version, User.ToActor("web"), cancellationToken) : edition
            : refusal,
        edition => ($"~/hq/notices/{edition.NoticeId}", "提出しました。ほかの発信権限者が、自分のログインで確認して発信してください。"),
        () => ShowAsync(fields));

    private async Task<Outcome<NoticeEdition>> WriteAsync(NoticeFields fields, CancellationToken cancellationToken) =>
        fields.Read(pack).TryGet(out var draft, out var refusal) ? await desk.WriteAsync(fields.Id, draft, User.ToActor("web"), cancellationToken) : refusal;

    private Task<IActionResult> ShowAsync(NoticeFields fields)
    {
        if (pack.Notices.Templates.TryGetValue(fields.Template ?? string.Empty, out var chosen))
        {
            Form = new NoticeForm(fields, chosen, pack);
        }

        return Task.FromResult<IActionResult>(Page());
    }
}
