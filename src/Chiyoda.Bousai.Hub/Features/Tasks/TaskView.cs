using Chiyoda.Bousai.Domain.Tasks;

namespace Chiyoda.Bousai.Hub.Features.Tasks;

/// <summary>One thing that somebody has to do.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">For the next step.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rule">Id of the rule that asks for it.</param>
/// <param name="Title">What.</param>
/// <param name="Owner">The post or section.</param>
/// <param name="Person">Who took it on or ended it; empty when nobody did.</param>
/// <param name="Basis">The law or plan that asks for it.</param>
/// <param name="Subject">What kind of thing it is about.</param>
/// <param name="SubjectId">The order or incident.</param>
/// <param name="SubjectName">The same in words, as it was then.</param>
/// <param name="Round">1, and one more each time that it is to be done again.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="DueAt">By when.</param>
/// <param name="EndedAt">When it was done or fell away; null before.</param>
/// <param name="Note">What was noted at its end.</param>
internal sealed record TaskView(
    Guid Id, int Version, StaffTaskState State, string Rule, string Title, string Owner, string Person, string Basis, TaskSubject Subject, Guid SubjectId,
    string SubjectName, int Round, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? EndedAt, string Note)
{
    public static TaskView Of(StaffTask task) => new(
        task.Id, task.Version, task.State, task.RuleId, task.Title, task.Owner, task.Person, task.Basis, task.Subject, task.SubjectId,
        task.SubjectName, task.Round, task.CreatedAt, task.DueAt, task.EndedAt, task.Note);
}
