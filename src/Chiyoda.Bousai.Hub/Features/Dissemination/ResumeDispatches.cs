using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>A releaser lets every held dispatch of one decision go on: one act per decision (design rule 10).</summary>
internal static class ResumeDispatches
{
    /// <param name="Password">Needed when the password was given more than 5 min ago.</param>
    public sealed record Request([property: MaxLength(200)] string? Password)
    {
        // A password goes into no log.
        public override string ToString() => "resume";
    }

    public sealed record Response(int Resumed);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid decisionId, Request? request, ClaimsPrincipal user, DispatchResumption resumption, CancellationToken cancellationToken)
    {
        var outcome = await resumption.ResumeAsync(decisionId, user, "api", request?.Password, passkey: null, cancellationToken);
        return outcome.TryGet(out var resumed, out var refusal)
            ? TypedResults.Ok(new Response(resumed))
            : refusal.ToProblem();
    }
}
