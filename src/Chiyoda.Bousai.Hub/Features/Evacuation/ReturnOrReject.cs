using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>A releaser sends a proposal back, or decides not to do it; both with a reason.</summary>
internal static class ReturnOrReject
{
    public sealed record Request([property: Range(1, int.MaxValue)] int Version, [property: Required, MaxLength(1000)] string Reason);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> ReturnAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.ReturnAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> RejectAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.RejectAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();
}
