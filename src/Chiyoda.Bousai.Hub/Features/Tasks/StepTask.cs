using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Tasks;

/// <summary>Somebody takes a task on, finishes it, or says why it is not to be done.</summary>
internal static class StepTask
{
    /// <param name="Version">The version that the person saw.</param>
    public sealed record RequestTaking([property: Range(1, int.MaxValue)] int Version);

    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Note">What there is to say.</param>
    public sealed record RequestFinishing([property: Range(1, int.MaxValue)] int Version, [property: MaxLength(StaffTask.MaxNote)] string? Note);

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> TakeAsync(
        Guid id, RequestTaking request, TaskDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.TakeAsync(id, request.Version, context.User.ToActor("api"), cancellationToken));

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> FinishAsync(
        Guid id, RequestFinishing request, TaskDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.FinishAsync(id, request.Version, request.Note ?? string.Empty, context.User.ToActor("api"), cancellationToken));

    public static async Task<Results<Ok<TaskView>, ProblemHttpResult>> DropAsync(
        Guid id, ReturnOrReject.Request request, TaskDesk desk, HttpContext context, CancellationToken cancellationToken) =>
        Answer(await desk.DropAsync(id, request.Version, request.Reason, context.User.ToActor("api"), cancellationToken));

    private static Results<Ok<TaskView>, ProblemHttpResult> Answer(Outcome<StaffTask> outcome) =>
        outcome.TryGet(out var task, out var refusal) ? TypedResults.Ok(TaskView.Of(task)) : refusal.ToProblem();
}
