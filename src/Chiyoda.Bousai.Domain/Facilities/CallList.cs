using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>One round of calls about an order, about a proposal before it is one, or about what a criterion was met by. What was told changes with the order, so each of its
/// versions may have a round of its own.</summary>
public sealed class CallList
{
    private CallList()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The order or proposal that the calls are about; of calls that a criterion proposed the round itself.</summary>
    public Guid About { get; private set; }

    /// <summary>Which of them it is.</summary>
    public CallSubject Subject { get; private set; }

    /// <summary>1 for the first round; unique with <see cref="About"/>.</summary>
    public int Round { get; private set; }

    /// <summary>The version of the order that is told; 0 for a proposal.</summary>
    public int OrderVersion { get; private set; }

    /// <summary>What is called about, one line, as it was when the round began.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>The criterion that proposed the calls, as it was met; empty when a person asked for them.</summary>
    public IReadOnlyList<CriterionEvidence> Grounds { get; private set; } = [];

    /// <summary>When the round began.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Begins a round.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="subject">Order or proposal.</param>
    /// <param name="about">Its id.</param>
    /// <param name="round">Number of the round, from 1.</param>
    /// <param name="orderVersion">Version of the order; 0 for a proposal.</param>
    /// <param name="title">What is called about, one line.</param>
    /// <param name="at">Now.</param>
    /// <returns>A round without calls.</returns>
    public static CallList Begin(Guid id, CallSubject subject, Guid about, int round, int orderVersion, string title, DateTimeOffset at) => new()
    {
        Id = id,
        Subject = subject,
        About = about,
        Round = round,
        OrderVersion = orderVersion,
        Title = title,
        MadeAt = at,
    };

    /// <summary>A criterion proposes calls without an order.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="title">What is called about, one line.</param>
    /// <param name="ground">The criterion as it was met.</param>
    /// <param name="at">Now.</param>
    /// <returns>A round without calls.</returns>
    public static CallList Propose(Guid id, string title, CriterionEvidence ground, DateTimeOffset at)
    {
        var list = Begin(id, CallSubject.Criterion, id, 1, 0, title, at);
        list.Grounds = [ground];
        return list;
    }
}

/// <summary>What calls are about.</summary>
public enum CallSubject
{
    /// <summary>An order: released, people act on it.</summary>
    Order,

    /// <summary>A proposal: nothing is decided, and callers say so.</summary>
    Proposal,

    /// <summary>What a criterion was met by: no order is proposed, and callers say what JMA or a gauge says.</summary>
    Criterion,
}
