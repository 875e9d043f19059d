using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>A second person confirms area, level and text, and lets the decision out (二人確認).</summary>
internal static class ReleaseProposal
{
    public sealed record Request([property: Range(1, int.MaxValue)] int Version, [property: MaxLength(20)] IReadOnlyList<string>? Confirm);

    public sealed record Response(Guid DecisionId, Guid OrderId, int OrderVersion);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, ILogger<ProposalDesk> logger, CancellationToken cancellationToken)
    {
        if (!(await desk.ReleaseAsync(id, request.Version, context.User.ToActor("api"), cancellationToken)).TryGet(out var release, out var refusal))
        {
            return refusal.ToProblem();
        }

        EvacuationLog.Released(logger, release.DecisionId, release.Act, release.OrderId, release.OrderVersion);
        return TypedResults.Ok(new Response(release.DecisionId, release.OrderId, release.OrderVersion));
    }
}
