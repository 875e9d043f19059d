using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>A person stands behind a proposal and asks for the decision, or takes that back.</summary>
internal static class SubmitProposal
{
    public sealed record Request([property: Range(1, int.MaxValue)] int Version);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.SubmitAsync(id, request.Version, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> WithdrawAsync(
        Guid id, ReturnOrReject.Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.WithdrawAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();
}
