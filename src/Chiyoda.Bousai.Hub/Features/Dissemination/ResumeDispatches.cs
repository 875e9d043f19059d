using System.Security.Claims;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>A releaser lets every held dispatch of one decision go on: one act per decision (design rule 10).</summary>
internal static class ResumeDispatches
{
    public sealed record Response(int Resumed);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid decisionId, ClaimsPrincipal user, DispatchLedger ledger, CancellationToken cancellationToken)
    {
        var outcome = await ledger.ResumeAsync(decisionId, user.ToActor("api"), cancellationToken);
        return outcome.TryGet(out var resumed, out var refusal)
            ? TypedResults.Ok(new Response(resumed))
            : refusal.ToProblem();
    }
}
