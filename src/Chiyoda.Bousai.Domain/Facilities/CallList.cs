namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>One round of calls about an order, or about a proposal before it is one. What was told changes with the order, so each of its
/// versions may have a round of its own.</summary>
public sealed class CallList
{
    private CallList()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The order or proposal that the calls are about.</summary>
    public Guid About { get; private set; }

    /// <summary>Which of the two it is.</summary>
    public CallSubject Subject { get; private set; }

    /// <summary>1 for the first round; unique with <see cref="About"/>.</summary>
    public int Round { get; private set; }

    /// <summary>The version of the order that is told; 0 for a proposal.</summary>
    public int OrderVersion { get; private set; }

    /// <summary>What is called about, one line, as it was when the round began.</summary>
    public string Title { get; private set; } = string.Empty;

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
}

/// <summary>What calls are about.</summary>
public enum CallSubject
{
    /// <summary>An order: released, people act on it.</summary>
    Order,

    /// <summary>A proposal: nothing is decided, and callers say so.</summary>
    Proposal,
}
