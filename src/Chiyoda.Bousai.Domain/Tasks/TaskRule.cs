using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Incidents;

namespace Chiyoda.Bousai.Domain.Tasks;

/// <summary>What the workflow makes somebody do, from <c>tasks.json</c>.</summary>
/// <param name="Id">Stable id in the pack.</param>
/// <param name="Title">What is to be done, in Japanese.</param>
/// <param name="Owner">The post or section that does it.</param>
/// <param name="On">The acts after which it is to be done.</param>
/// <param name="Levels">Only for orders of these levels, before or after the act; an order without a level counts as 4 (避難指示). Empty for all, and for what is no order.</param>
/// <param name="DueAfter">From the act until it must be done.</param>
/// <param name="RepeatAfter">From its doing until it must be done again while its subject lasts; <see langword="null"/> when once is enough.</param>
/// <param name="EndsWithSubject">Whether it is not to be done any more once its order or incident ended or took another form.</param>
/// <param name="Basis">The law or plan that asks for it.</param>
/// <param name="IsPerShelter">Whether it is one task for each shelter that the order names, and one in all when it names none.</param>
/// <param name="Transcript">Id of the transcription sheet whose entry does it; <see langword="null"/> when a person says that it is done.</param>
/// <param name="Reports">The duty that is done by noting means, hearer and time: report or information; <see langword="null"/> when a person says that it is done.</param>
public sealed record TaskRule(
    string Id,
    string Title,
    string Owner,
    IReadOnlyList<TaskTrigger> On,
    IReadOnlyList<int> Levels,
    TimeSpan DueAfter,
    TimeSpan? RepeatAfter,
    bool EndsWithSubject,
    string Basis,
    bool IsPerShelter,
    string? Transcript,
    LegalDuty? Reports = null)
{
    /// <summary>Whether a task was made by this rule, for a shelter or in all.</summary>
    /// <param name="ruleId">The rule that the task names.</param>
    /// <returns>The answer.</returns>
    public bool Made(string ruleId)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        return ruleId == Id || (IsPerShelter && ruleId.StartsWith(Id + ":", StringComparison.Ordinal));
    }

    /// <summary>The id of the single task for a shelter.</summary>
    /// <param name="shelterId">Id in the register.</param>
    /// <returns>What the task names as its rule.</returns>
    public string ForOne(string shelterId) => $"{Id}:{shelterId}";

    /// <summary>The rules of the single tasks that an act makes by it.</summary>
    /// <param name="shelters">The shelters that the order names, id and name.</param>
    /// <returns>One per shelter, or this one.</returns>
    public IEnumerable<TaskRule> For(IReadOnlyList<(string Id, string Name)> shelters) => IsPerShelter && shelters.Count > 0
        ? shelters.Select(shelter => this with { Id = ForOne(shelter.Id), Title = $"{Title}：{shelter.Name}" })
        : [this];

    /// <summary>Whether an act makes this task.</summary>
    /// <param name="trigger">The act.</param>
    /// <param name="levels">The levels of the order before and after it; empty where there is no order.</param>
    /// <returns>The answer.</returns>
    public bool IsMadeBy(TaskTrigger trigger, IReadOnlyList<int> levels) =>
        On.Contains(trigger) && (Levels.Count == 0 || levels.Any(Levels.Contains));
}

/// <summary>After what a task is to be done.</summary>
public enum TaskTrigger
{
    /// <summary>発令 or a raising.</summary>
    OrderIssued,

    /// <summary>引下げ.</summary>
    OrderLowered,

    /// <summary>更新.</summary>
    OrderUpdated,

    /// <summary>訂正.</summary>
    OrderCorrected,

    /// <summary>解除.</summary>
    OrderLifted,

    /// <summary>誤発信の取消し.</summary>
    OrderVoided,

    /// <summary>A criterion proposed calls to facilities.</summary>
    CallsProposed,

    /// <summary>設置.</summary>
    IncidentOpened,

    /// <summary>配備の変更.</summary>
    IncidentChanged,

    /// <summary>解散.</summary>
    IncidentClosed,
}

/// <summary>Which trigger a fact is.</summary>
public static class TaskTriggers
{
    /// <summary>The trigger of a fact.</summary>
    /// <param name="fact">Any fact.</param>
    /// <returns>It, or <see langword="null"/> for a fact that makes no task.</returns>
    public static TaskTrigger? Of(Fact fact) => fact switch
    {
        OrderIssued => TaskTrigger.OrderIssued,
        OrderLowered => TaskTrigger.OrderLowered,
        OrderUpdated => TaskTrigger.OrderUpdated,
        OrderCorrected => TaskTrigger.OrderCorrected,
        OrderLifted => TaskTrigger.OrderLifted,
        OrderVoided => TaskTrigger.OrderVoided,
        CallsListed { List.Subject: CallSubject.Criterion } => TaskTrigger.CallsProposed,
        IncidentOpened => TaskTrigger.IncidentOpened,
        IncidentChanged => TaskTrigger.IncidentChanged,
        IncidentClosed => TaskTrigger.IncidentClosed,
        _ => null,
    };
}
