using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>Staff read the call-outs, answer for headquarters, end one, and note who is coming.</summary>
internal static class TakeCallOut
{
    public const int MaxRows = 50;

    /// <param name="IsOn">Whether anybody is called at all: the ward has rules, and the deployment a duty list.</param>
    /// <param name="Items">Open ones first, then the newest, at most 50.</param>
    public sealed record Response(bool IsOn, IReadOnlyList<CallOutView> Items);

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why, at most 200 characters.</param>
    public sealed record CloseRequest([property: Range(1, int.MaxValue)] int Version, [property: Required, MaxLength(CallOut.MaxReason)] string Reason);

    /// <param name="Post">Id of the post.</param>
    /// <param name="State">What is known now.</param>
    /// <param name="InMinutes">With coming: in how many minutes, 0–1440.</param>
    public sealed record ArriveRequest([property: Required, MaxLength(64)] string Post, [property: Required] ArrivalState? State, [property: Range(0, 1440)] int? InMinutes = null);

    public static async Task<Ok<Response>> ListAsync(BousaiDbContext db, CallOutDesk desk, DutyRegister register, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response(register.IsOn, await CallOutView.ReadAsync(db, desk, MaxRows, cancellationToken)));

    public static async Task<Results<NoContent, ProblemHttpResult>> TakeAsync(Guid id, CallOutDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.AnswerAsync(id, string.Empty, context.User.ToActor("api"), cancellationToken)).TryGet(out _, out var refusal)
            ? TypedResults.NoContent() : refusal.ToProblem();

    public static async Task<Results<NoContent, ProblemHttpResult>> CloseAsync(
        Guid id, CloseRequest request, CallOutDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.CloseAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out _, out var refusal)
            ? TypedResults.NoContent() : refusal.ToProblem();

    public static async Task<Results<NoContent, ProblemHttpResult>> ArriveAsync(
        Guid id, ArriveRequest request, CallOutDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.ArriveAsync(
            id, request.Post, request.State!.Value, request.InMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, context.User.ToActor("api"), cancellationToken))
            .TryGet(out _, out var refusal) ? TypedResults.NoContent() : refusal.ToProblem();
}
