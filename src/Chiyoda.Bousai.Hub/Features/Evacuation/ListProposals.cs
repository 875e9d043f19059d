using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff read the proposals, newest first: open ones always, ended ones among the last 200.</summary>
internal static class ListProposals
{
    private const int MaxRows = 200;

    public sealed record Response(IReadOnlyList<ProposalView> Items);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response([.. (await ReadAsync(db, cancellationToken)).Select(proposal => ProposalView.Of(proposal, null))]));

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> OneAsync(
        Guid id, BousaiDbContext db, PictureMaker pictures, CancellationToken cancellationToken) =>
        await db.Proposals.AsNoTracking().FirstOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) is { } found
            ? TypedResults.Ok(ProposalView.Of(found, await pictures.ForAsync(found, cancellationToken)))
            : EvacuationRefusals.UnknownProposal.ToProblem();

    public static async Task<IReadOnlyList<Proposal>> ReadAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        await db.Proposals.AsNoTracking()
            .OrderByDescending(proposal => proposal.State == ProposalState.Draft || proposal.State == ProposalState.Submitted
                || proposal.State == ProposalState.Decided || proposal.State == ProposalState.Returned)
            .ThenByDescending(proposal => proposal.CreatedAt)
            .Take(MaxRows)
            .ToListAsync(cancellationToken);
}
