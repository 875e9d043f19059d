using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Features.Tasks;

/// <summary>The steps that staff take with what is to be done.</summary>
internal sealed class TaskDesk(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <summary>Whether a task is done by noting a report, and not by saying so.</summary>
    public bool NeedsReport(StaffTask task) => pack.LegalTexts is not null && pack.Tasks.Any(rule => rule.Reports is not null && rule.Made(task.RuleId));

    public Task<Outcome<StaffTask>> TakeAsync(Guid id, int version, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, (task, _) => task.Take(version, actor.Name), actor, cancellationToken);

    public Task<Outcome<StaffTask>> FinishAsync(Guid id, int version, string note, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, (task, now) => task.IsOpen && NeedsReport(task) ? TaskRefusals.ReportMissing : task.Finish(version, actor.Name, note, now), actor, cancellationToken);

    public Task<Outcome<StaffTask>> DropAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, (task, now) => task.Drop(version, actor.Name, reason, now), actor, cancellationToken);

    private Task<Outcome<StaffTask>> StepAsync(
        Guid id, Func<StaffTask, DateTimeOffset, Outcome<StaffTask>> step, Actor actor, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<StaffTask>>(
        async () =>
        {
            var now = clock.GetUtcNow().ToMicroseconds();
            if (await db.StaffTasks.FindAsync([id], cancellationToken) is not { } task)
            {
                return TaskRefusals.Unknown;
            }

            if (!step(task, now).TryGet(out _, out var refusal))
            {
                return refusal;
            }

            if (task.Again(Guid.CreateVersion7(now)) is { } next)
            {
                db.Add(next);
            }

            await db.CommitAsync([new TaskStepped(task, actor, now)], cancellationToken);
            return task;
        },
        cancellationToken);
}
