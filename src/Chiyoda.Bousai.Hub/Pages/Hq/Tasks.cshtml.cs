using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Tasks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>対応事項: what the workflow asks for, the nearest first, and what was done.</summary>
internal sealed class TasksModel(BousaiDbContext db, TaskDesk desk) : HqPage
{
    public IReadOnlyList<StaffTask> Open { get; private set; } = [];

    /// <summary>Whether a task is done by noting a report, on the page of the papers.</summary>
    public bool NeedsReport(StaffTask task) => desk.NeedsReport(task);

    public int OpenCount { get; private set; }

    public IReadOnlyList<StaffTask> Ended { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(Guid id, int version, CancellationToken cancellationToken) =>
        StepAsync(id, "担当になりました。", () => desk.TakeAsync(id, version, User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostFinishAsync(Guid id, int version, string? note, CancellationToken cancellationToken) =>
        StepAsync(id, "完了を記録しました。", () => desk.FinishAsync(id, version, note ?? string.Empty, User.ToActor("web"), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDropAsync(Guid id, int version, string? note, CancellationToken cancellationToken) =>
        StepAsync(id, "不要と判断したことを記録しました。", () => desk.DropAsync(id, version, note ?? string.Empty, User.ToActor("web"), cancellationToken), cancellationToken);

    private Task<IActionResult> StepAsync(Guid id, string said, Func<Task<Outcome<StaffTask>>> act, CancellationToken cancellationToken) =>
        TakeAsync($"task-{id}", Frame.MayRecord, act, task => ("~/hq/tasks", $"{task.Title}：{said}"), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Open = await ListTasks.OpenAsync(db, cancellationToken);
        OpenCount = await ListTasks.CountAsync(db, cancellationToken);
        Ended = await ListTasks.EndedAsync(db, cancellationToken);
        return Page();
    }
}
