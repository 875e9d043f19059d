using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>Staff write a notice from a template, change a draft, or ask to put right or to take back what is out.</summary>
internal static class WriteNotice
{
    /// <param name="Template">Id of a template, see <c>/api/v1/notices/templates</c>.</param>
    /// <param name="Slots">Every blank of it, by name.</param>
    /// <param name="Areas">Area codes of the ward pack, or * alone for the whole ward.</param>
    /// <param name="ValidUntil">Until when it holds: 15 min to 14 days from now.</param>
    public sealed record Request(
        [property: Required, MaxLength(64)] string Template,
        [property: MaxLength(20)] IReadOnlyDictionary<string, string>? Slots,
        [property: Required, MaxLength(1000)] IReadOnlyList<string> Areas,
        [property: Required] DateTimeOffset? ValidUntil)
    {
        public NoticeDraft ToDraft() => new(Template, Slots ?? new Dictionary<string, string>(StringComparer.Ordinal), Areas, ValidUntil!.Value);
    }

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Content">What it says now, whole.</param>
    public sealed record RequestRevision([property: Range(1, int.MaxValue)] int Version, [property: Required] Request Content);

    /// <param name="Version">The version of the notice that the person saw.</param>
    /// <param name="Reason">Why, for the public, at most 60 characters.</param>
    /// <param name="Content">What is right, whole.</param>
    public sealed record RequestCorrection(
        [property: Range(1, int.MaxValue)] int Version, [property: Required, MaxLength(200)] string Reason, [property: Required] Request Content);

    /// <param name="Version">The version of the notice that the person saw.</param>
    /// <param name="Reason">Why, for the public, at most 60 characters.</param>
    public sealed record RequestWithdrawal([property: Range(1, int.MaxValue)] int Version, [property: Required, MaxLength(200)] string Reason);

    public static async Task<Results<Ok<NoticeEditionView>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.WriteAsync(id, request.ToDraft(), context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Ok(NoticeEditionView.Of(edition))
            : refusal.ToProblem();

    public static async Task<Results<Ok<NoticeEditionView>, ProblemHttpResult>> ReviseAsync(
        Guid id, RequestRevision request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.ReviseAsync(id, request.Version, request.Content.ToDraft(), context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Ok(NoticeEditionView.Of(edition))
            : refusal.ToProblem();

    public static async Task<Results<Accepted<NoticeEditionView>, ProblemHttpResult>> CorrectAsync(
        Guid id, RequestCorrection request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.AskCorrectionAsync(id, request.Version, request.Content.ToDraft(), request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Accepted($"/api/v1/notices/{id}", NoticeEditionView.Of(edition))
            : refusal.ToProblem();

    public static async Task<Results<Accepted<NoticeEditionView>, ProblemHttpResult>> WithdrawAsync(
        Guid id, RequestWithdrawal request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.AskWithdrawalAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Accepted($"/api/v1/notices/{id}", NoticeEditionView.Of(edition))
            : refusal.ToProblem();
}
