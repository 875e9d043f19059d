using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Areas;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A person draws up an order that no criterion proposed.</summary>
internal sealed class NewProposalModel(ProposalDesk desk, MeasurePreviewer previewer, WardMap map, WardPack pack) : HqPage
{
    public static readonly IReadOnlyList<int?> EveryLevel = [5, 4, 3, null];

    public MeasureForm Form { get; private set; } = null!;

    /// <summary>What was typed, as it would be said; <see langword="null"/> while nobody asked.</summary>
    public MeasurePreview? Preview { get; private set; }

    public void OnGet() => Form = FormOf(new MeasureFields { Level = "4" });

    public Task<IActionResult> OnPostDrawAsync(MeasureFields fields, CancellationToken cancellationToken) => TakeAsync(
        "draw", Frame.MayRecord,
        async () => fields.Read(pack) is { } measure
            ? await desk.DrawUpAsync(measure, User.ToActor("web"), cancellationToken)
            : HqRefusals.MeasureIncomplete,
        proposal => ($"~/hq/proposals/{proposal.Id}", "案を作りました。内容を確かめて提出してください。"),
        () => ShowAsync(fields));

    public Task<IActionResult> OnPostPreviewAsync(MeasureFields fields, CancellationToken cancellationToken) => LookAsync(
        "draw", Frame.MayRecord,
        () => Task.FromResult(fields.Read(pack) is { } measure ? desk.Draft(measure, User.ToActor("web")) : HqRefusals.MeasureIncomplete),
        async proposal => Preview = await previewer.MakeAsync(proposal, Frame, cancellationToken),
        () => ShowAsync(fields));

    private Task<IActionResult> ShowAsync(MeasureFields fields)
    {
        Form = FormOf(fields);
        return Task.FromResult<IActionResult>(Page());
    }

    private MeasureForm FormOf(MeasureFields fields) =>
        new(fields, pack, Act.Issue, EveryLevel, [.. pack.Areas.Values], "区域（町丁目で選ぶ）", MayChooseHazard: true, MayChooseZones: true,
            map.Sheet, Hazard: null, Frame.Now.DayInJapan());
}
