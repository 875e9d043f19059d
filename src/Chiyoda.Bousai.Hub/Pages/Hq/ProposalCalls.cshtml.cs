using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Calls about a proposal: nothing is decided yet, and there is no letter.</summary>
internal sealed class ProposalCallsModel(BousaiDbContext db, FacilityDesk desk, WardPack pack) : CallsPage(db, desk, pack)
{
    public override string Back => $"~/hq/proposals/{Id}";

    public override CallSubject Subject => CallSubject.Proposal;

    private protected override async Task<(string Title, CallSummary? Latest)?> ReadSubjectAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Proposals.AsNoTracking().FirstOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) is { } proposal
            ? ($"{proposal.Measure.CauseName} {OrderKinds.Spoken(proposal.Measure.Level)}：{proposal.State.Word()}".Trim(), await CallRounds.OfProposalAsync(Db, id, cancellationToken))
            : null;
}
