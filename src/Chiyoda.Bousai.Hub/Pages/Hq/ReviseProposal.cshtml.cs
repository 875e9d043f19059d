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

/// <summary>Changes what a draft says: a 町丁目 out, another action, another reason.</summary>
internal sealed class ReviseProposalModel(BousaiDbContext db, ProposalDesk desk, MeasurePreviewer previewer, WardMap map, WardPack pack) : HqPage
{
    public Proposal? Proposal { get; private set; }

    /// <summary>The version that the form was filled on; after a refusal still that one.</summary>
    public int Version { get; private set; }

    public DateTimeOffset TriggeredAt { get; private set; }

    public MeasureForm Form { get; private set; } = null!;

    /// <summary>What was typed, as it would be said; <see langword="null"/> while nobody asked.</summary>
    public MeasurePreview? Preview { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, null, null, cancellationToken);

    public Task<IActionResult> OnPostReviseAsync(Guid id, int version, MeasureFields fields, CancellationToken cancellationToken) => TakeAsync(
        "revise", Frame.MayRecord,
        async () => fields.Read(pack) is { } measure
            ? await desk.ReviseAsync(id, version, measure, User.ToActor("web"), cancellationToken)
            : HqRefusals.MeasureIncomplete,
        proposal => ($"~/hq/proposals/{proposal.Id}", "案の内容を変えました。確かめて提出してください。"),
        () => ShowAsync(id, version, fields, cancellationToken));

    public Task<IActionResult> OnPostPreviewAsync(Guid id, int version, MeasureFields fields, CancellationToken cancellationToken) => LookAsync(
        "revise", Frame.MayRecord,
        () => Task.FromResult(fields.Read(pack) is { } measure ? desk.Draft(measure, User.ToActor("web")) : HqRefusals.MeasureIncomplete),
        async proposal => Preview = await previewer.MakeAsync(proposal, Frame, cancellationToken),
        () => ShowAsync(id, version, fields, cancellationToken));

    private async Task<IActionResult> ShowAsync(Guid id, int? version, MeasureFields? fields, CancellationToken cancellationToken)
    {
        Proposal = await db.Proposals.AsNoTracking().FirstOrDefaultAsync(proposal => proposal.Id == id, cancellationToken);
        if (Proposal is null)
        {
            return Missing();
        }

        Version = version ?? Proposal.Version;
        TriggeredAt = (await Triggers.ReadAsync(db, [Proposal], cancellationToken))[id];
        Form = new MeasureForm(
            fields ?? MeasureFields.Of(Proposal.Measure), pack, Act.Issue, NewProposalModel.EveryLevel, [.. pack.Areas.Values], "区域（町丁目で選ぶ）",
            MayChooseHazard: true, MayChooseZones: true,
            map.Sheet, Hazard: null, Frame.Now.DayInJapan());
        return Page();
    }
}
