using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff ask to lift an order; it is decided and released like any other act.</summary>
internal static class AskLift
{
    public sealed record Request([property: Range(1, int.MaxValue)] int Version, [property: Required, MaxLength(1000)] string Reason);

    public sealed record Response(Guid ProposalId);

    public static async Task<Results<Accepted<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.AskLiftAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Accepted($"/api/v1/proposals/{proposal.Id}", new Response(proposal.Id))
            : refusal.ToProblem();
}
