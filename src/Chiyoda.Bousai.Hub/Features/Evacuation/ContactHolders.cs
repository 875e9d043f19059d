using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Staff note whom they tried to reach, and declare a holder of authority out of reach (連絡不能を宣言し代行へ).</summary>
internal static class ContactHolders
{
    /// <param name="Version">The version that the recorder saw.</param>
    /// <param name="By">The authority, one of listAuthorities.</param>
    /// <param name="Means">By what.</param>
    /// <param name="At">When.</param>
    /// <param name="Result">What came of it.</param>
    public sealed record RequestAttempt(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, MaxLength(64)] string By,
        [property: Required] DecisionMeans? Means,
        [property: Required] DateTimeOffset? At,
        [property: Required, MaxLength(200)] string Result);

    /// <param name="Version">The version that the recorder saw.</param>
    /// <param name="By">The authority, one of listAuthorities.</param>
    /// <param name="Basis">On which basis the next one takes over.</param>
    public sealed record RequestDeclaration(
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required, MaxLength(64)] string By,
        [property: Required, MaxLength(200)] string Basis);

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> NoteAsync(
        Guid id, RequestAttempt request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        var note = new AttemptNote(request.By, request.Means!.Value, request.At!.Value, request.Result);
        return (await desk.NoteAttemptAsync(id, request.Version, note, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();
    }

    public static async Task<Results<Ok<ProposalView>, ProblemHttpResult>> DeclareAsync(
        Guid id, RequestDeclaration request, ProposalDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.DeclareUnreachableAsync(id, request.Version, request.By, request.Basis, context.User.ToActor("api"), cancellationToken)).TryGet(out var proposal, out var refusal)
            ? TypedResults.Ok(ProposalView.Of(proposal))
            : refusal.ToProblem();
}
