using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff record what a holder of authority decided: who, on which law, how, when, in which words, heard by whom.</summary>
internal static class DecideProposal
{
    /// <param name="Version">The version that the recorder saw.</param>
    /// <param name="By">The authority, one of listAuthorities.</param>
    /// <param name="Means">How the decision was given.</param>
    /// <param name="At">When it was given.</param>
    /// <param name="HeardBy">Who heard it; the recorder when left out.</param>
    /// <param name="Words">The words, as heard.</param>
    /// <param name="ConfirmsActing">A deputy decides, and the person made sure of it though nobody declared the other out of reach.</param>
    public sealed record Request(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, MaxLength(64)] string By,
        [property: Required] DecisionMeans? Means,
        [property: Required] DateTimeOffset? At,
        [property: MaxLength(100)] string? HeardBy,
        [property: MaxLength(1000)] string? Words,
        bool ConfirmsActing = false);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        var note = new DecisionNote(request.By, request.Means!.Value, request.At!.Value, request.HeardBy ?? string.Empty, request.Words ?? string.Empty, request.ConfirmsActing);
        return (await desk.DecideAsync(id, request.Version, note, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();
    }
}
