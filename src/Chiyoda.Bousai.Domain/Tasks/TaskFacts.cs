using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Tasks;

/// <summary>A person took a step with a task; that it was made follows from the act that asked for it and is no entry.</summary>
/// <param name="Task">The task after the step.</param>
/// <param name="Actor">The person.</param>
/// <param name="OccurredAt">When.</param>
public sealed record TaskStepped(StaffTask Task, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => Task.State switch
    {
        StaffTaskState.Open => "tasks.taken",
        StaffTaskState.Done => "tasks.done",
        _ => "tasks.dropped",
    };

    /// <inheritdoc/>
    public override Guid SubjectId => Task.Id;

    /// <inheritdoc/>
    public override object AfterImage => Task;

    /// <inheritdoc/>
    public override string Summary => Task.State switch
    {
        StaffTaskState.Open => $"担当を決定: {About}",
        StaffTaskState.Done => $"完了: {About}{(Task.Note.Length == 0 ? string.Empty : $" {Task.Note}")}",
        _ => $"不要と判断: {About} 理由: {Task.Note}",
    };

    private string About => $"{Task.Title}（{Task.SubjectName}）";
}
