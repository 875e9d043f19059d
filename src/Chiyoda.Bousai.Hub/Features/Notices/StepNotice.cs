using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>The way of an edition from a draft to being out: submit, return, discard, release.</summary>
internal static partial class StepNotice
{
    /// <param name="Version">The version that the person saw.</param>
    public sealed record RequestSubmit([property: Range(1, int.MaxValue)] int Version);

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RequestWithReason([property: Range(1, int.MaxValue)] int Version, [property: Required, MaxLength(1000)] string Reason);

    /// <param name="Version">The version that the releaser saw.</param>
    /// <param name="Confirm">What was asked again and is confirmed: wholeWard, duplicateSend; other words mean nothing.</param>
    /// <param name="Words">Why the same is sent again within a minute.</param>
    /// <param name="Password">Needed when the password was given more than 5 min ago.</param>
    public sealed record RequestRelease(
        [property: Range(1, int.MaxValue)] int Version,
        [property: MaxLength(20)] IReadOnlyList<string>? Confirm,
        [property: MaxLength(1000)] string? Words,
        [property: MaxLength(200)] string? Password)
    {
        // A password goes into no log.
        public override string ToString() => $"release of version {Version}";
    }

    public static async Task<Results<Ok<NoticeEditionView>, ProblemHttpResult>> SubmitAsync(
        Guid id, RequestSubmit request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.SubmitAsync(id, request.Version, context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Ok(NoticeEditionView.Of(edition))
            : refusal.ToProblem();

    public static async Task<Results<Ok<NoticeEditionView>, ProblemHttpResult>> ReturnAsync(
        Guid id, RequestWithReason request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.ReturnAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Ok(NoticeEditionView.Of(edition))
            : refusal.ToProblem();

    public static async Task<Results<Ok<NoticeEditionView>, ProblemHttpResult>> DiscardAsync(
        Guid id, RequestWithReason request, NoticeDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        (await desk.DiscardAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken)).TryGet(out var edition, out var refusal)
            ? TypedResults.Ok(NoticeEditionView.Of(edition))
            : refusal.ToProblem();

    public static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> ReleaseAsync(
        Guid id, RequestRelease request, NoticeDesk desk, StaffSessions sessions, TimeProvider clock, HttpContext context, ILogger<NoticeDesk> logger,
        CancellationToken cancellationToken)
    {
        if (await sessions.AskAgainAsync(context.User, request.Password) is { } again)
        {
            return again.ToProblem();
        }

        var confirmed = Enum.GetValues<Caution>().Where(caution => request.Confirm?.Contains(caution.ToString(), StringComparer.OrdinalIgnoreCase) == true).ToList();
        if (!(await desk.ReleaseAsync(id, request.Version, confirmed, request.Words ?? string.Empty, context.User.ToActor("api"), cancellationToken)).TryGet(out var notice, out var refusal))
        {
            return refusal.ToProblem();
        }

        Log.Released(logger, notice.EditionId, notice.Id, notice.Version);
        return TypedResults.Ok(NoticeView.Of(notice, clock.GetUtcNow()));
    }

    private static partial class Log
    {
        [LoggerMessage(4302, LogLevel.Information, "Edition {EditionId} of notice {NoticeId} released as version {Version}")]
        public static partial void Released(ILogger logger, Guid editionId, Guid noticeId, int version);
    }
}
