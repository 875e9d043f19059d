using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>A second person confirms area, level and text, and lets the decision out (二人確認).</summary>
internal static class ReleaseProposal
{
    /// <param name="Version">The version that the releaser saw.</param>
    /// <param name="Confirm">What was asked again and is confirmed: wholeWard, duplicateSend, contradictsLift; other words mean nothing.</param>
    /// <param name="Words">Why the same is sent again within a minute.</param>
    /// <param name="Password">Needed when the password was given more than 5 min ago.</param>
    /// <param name="BreakGlass">Why the submitter lets it out alone, at level 4 or more with nobody else signed in; marked forever.</param>
    public sealed record Request(
        [property: Range(1, int.MaxValue)] int Version,
        [property: MaxLength(20)] IReadOnlyList<string>? Confirm,
        [property: MaxLength(1000)] string? Words,
        [property: MaxLength(200)] string? Password,
        [property: MaxLength(1000)] string? BreakGlass)
    {
        // A password goes into no log.
        public override string ToString() => $"release of version {Version}";

        public ReleaseAnswers ToAnswers() => new(
            [.. Enum.GetValues<Caution>().Where(caution => Confirm?.Contains(caution.ToString(), StringComparer.OrdinalIgnoreCase) == true)],
            Words ?? string.Empty,
            BreakGlass);
    }

    public sealed record Response(Guid DecisionId, Guid OrderId, int OrderVersion);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ProposalDesk desk, StaffSessions sessions, HttpContext context, ILogger<ProposalDesk> logger, CancellationToken cancellationToken)
    {
        if (await sessions.AskAgainAsync(context.User, request.Password) is { } again)
        {
            return again.ToProblem();
        }

        if (!(await desk.ReleaseAsync(id, request.Version, request.ToAnswers(), context.User.ToActor("api"), cancellationToken)).TryGet(out var release, out var refusal))
        {
            return refusal.ToProblem();
        }

        EvacuationLog.Released(logger, release.DecisionId, release.Act, release.OrderId, release.OrderVersion);
        return TypedResults.Ok(new Response(release.DecisionId, release.OrderId, release.OrderVersion));
    }
}
