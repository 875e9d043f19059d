using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Incidents;

namespace Chiyoda.Bousai.Domain.Tasks;

/// <summary>One thing that somebody has to do by a moment. It is made by a rule with the act that asks for it, never typed twice.</summary>
public sealed class StaffTask
{
    /// <summary>Longest <see cref="SubjectName"/>, in characters; a longer one is cut.</summary>
    public const int MaxSubjectName = 200;

    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 1000;

    private StaffTask()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The rule in the pack.</summary>
    public string RuleId { get; private set; } = string.Empty;

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>The post or section that does it.</summary>
    public string Owner { get; private set; } = string.Empty;

    /// <summary>The law or plan that asks for it.</summary>
    public string Basis { get; private set; } = string.Empty;

    /// <summary>What kind of thing it is about.</summary>
    public TaskSubject Subject { get; private set; }

    /// <summary>The order, incident or round of calls.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Its version, made by the act that asks for the task.</summary>
    public int SubjectVersion { get; private set; }

    /// <summary>The order or incident in words, as it was then.</summary>
    public string SubjectName { get; private set; } = string.Empty;

    /// <summary>1, and one more each time that it is to be done again.</summary>
    public int Round { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>By when it must be done.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>From its doing until the next time; <see langword="null"/> when once is enough.</summary>
    public TimeSpan? RepeatAfter { get; private set; }

    /// <summary>Whether it falls away with its subject.</summary>
    public bool EndsWithSubject { get; private set; }

    /// <summary>Where it stands.</summary>
    public StaffTaskState State { get; private set; }

    /// <summary>The person who took it on, or did it; empty before.</summary>
    public string Person { get; private set; } = string.Empty;

    /// <summary>When it was done or fell away; <see langword="null"/> before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What was noted at its end; empty when nothing was.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Grows with each step.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it still is to be done.</summary>
    public bool IsOpen => State == StaffTaskState.Open;

    /// <summary>Makes the task that a rule asks for after an act on an order.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="order">The order after the act.</param>
    /// <param name="at">The moment of the act.</param>
    /// <returns>An open task.</returns>
    public static StaffTask For(Guid id, TaskRule rule, Order order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        var name = $"{order.Measure.CauseName} {OrderKinds.Spoken(order.Measure.Level)}（{order.Measure.Areas.Count}町丁目）".TrimStart();
        return New(id, rule, TaskSubject.Order, order.Id, order.Version, name, at);
    }

    /// <summary>The same for an incident.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="incident">The incident after the act.</param>
    /// <param name="at">The moment of the act.</param>
    /// <returns>An open task.</returns>
    public static StaffTask For(Guid id, TaskRule rule, Incident incident, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return New(id, rule, TaskSubject.Incident, incident.Id, incident.Version, incident.Name, at);
    }

    /// <summary>The same for calls that a criterion proposed.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="list">The round of calls.</param>
    /// <param name="at">The moment at which it was proposed.</param>
    /// <returns>An open task.</returns>
    public static StaffTask For(Guid id, TaskRule rule, CallList list, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(list);
        return New(id, rule, TaskSubject.Calls, list.Id, 1, list.Title, at);
    }

    /// <summary>A person takes it on.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="person">Name as shown to staff.</param>
    /// <returns>This, or <c>tasks.stale-version</c>, <c>tasks.closed</c>.</returns>
    public Outcome<StaffTask> Take(int version, string person)
    {
        if (Refuses(version) is { } refusal)
        {
            return refusal;
        }

        Person = person;
        Version++;
        return this;
    }

    /// <summary>It is done.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="person">Who did it.</param>
    /// <param name="note">What there is to say; may be empty, at most 1,000 characters.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>tasks.stale-version</c>, <c>tasks.closed</c>, <c>tasks.note-too-long</c>.</returns>
    public Outcome<StaffTask> Finish(int version, string person, string note, DateTimeOffset at) =>
        End(StaffTaskState.Done, version, person, note, at);

    /// <summary>It is decided not to do it.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="person">Who says so.</param>
    /// <param name="reason">Why; 1–1,000 characters.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>tasks.stale-version</c>, <c>tasks.closed</c>, <c>tasks.reason-missing</c>, <c>tasks.note-too-long</c>.</returns>
    public Outcome<StaffTask> Drop(int version, string person, string reason, DateTimeOffset at) =>
        Refuses(version) is { } refusal ? refusal
        : string.IsNullOrWhiteSpace(reason) ? TaskRefusals.ReasonMissing
        : End(StaffTaskState.Dropped, version, person, reason, at);

    /// <summary>Its subject ended or took another form, and the task is nothing without it.</summary>
    /// <param name="at">Now.</param>
    /// <exception cref="InvalidOperationException">It is not open, or stands without its subject.</exception>
    public void FallAway(DateTimeOffset at)
    {
        if (!IsOpen || !EndsWithSubject)
        {
            throw new InvalidOperationException("Only an open task that ends with its subject falls away.");
        }

        State = StaffTaskState.Dropped;
        Note = "対象が終わったか、内容が変わったため";
        EndedAt = at;
        Version++;
    }

    /// <summary>The same again, after this one was done.</summary>
    /// <param name="id">New identity.</param>
    /// <returns>The next round, or <see langword="null"/> when once is enough or it was not done.</returns>
    public StaffTask? Again(Guid id) => RepeatAfter is { } span && State == StaffTaskState.Done && EndedAt is { } at
        ? new StaffTask
        {
            Id = id,
            RuleId = RuleId,
            Title = Title,
            Owner = Owner,
            Basis = Basis,
            Subject = Subject,
            SubjectId = SubjectId,
            SubjectVersion = SubjectVersion,
            SubjectName = SubjectName,
            Round = Round + 1,
            CreatedAt = at,
            DueAt = at + span,
            RepeatAfter = RepeatAfter,
            EndsWithSubject = EndsWithSubject,
            Version = 1,
        }
        : null;

    private static StaffTask New(Guid id, TaskRule rule, TaskSubject subject, Guid subjectId, int version, string name, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new StaffTask
        {
            Id = id,
            RuleId = rule.Id,
            Title = rule.Title,
            Owner = rule.Owner,
            Basis = rule.Basis,
            Subject = subject,
            SubjectId = subjectId,
            SubjectVersion = version,
            SubjectName = name.Length > MaxSubjectName ? name[..MaxSubjectName] : name,
            Round = 1,
            CreatedAt = at,
            DueAt = at + rule.DueAfter,
            RepeatAfter = rule.RepeatAfter,
            EndsWithSubject = rule.EndsWithSubject,
            Version = 1,
        };
    }

    private Outcome<StaffTask> End(StaffTaskState how, int version, string person, string note, DateTimeOffset at)
    {
        if (Refuses(version) is { } refusal)
        {
            return refusal;
        }

        var said = note?.Trim() ?? string.Empty;
        if (said.Length > MaxNote)
        {
            return TaskRefusals.NoteTooLong;
        }

        State = how;
        Person = person;
        Note = said;
        EndedAt = at;
        Version++;
        return this;
    }

    private Refusal? Refuses(int version) =>
        version != Version ? TaskRefusals.StaleVersion : IsOpen ? null : TaskRefusals.Closed;
}

/// <summary>What a task is about.</summary>
public enum TaskSubject
{
    /// <summary>避難情報.</summary>
    Order,

    /// <summary>災害対応.</summary>
    Incident,

    /// <summary>施設への連絡 that no order asked for.</summary>
    Calls,
}

/// <summary>Where a task stands.</summary>
public enum StaffTaskState
{
    /// <summary>未了.</summary>
    Open,

    /// <summary>完了.</summary>
    Done,

    /// <summary>不要.</summary>
    Dropped,
}
