using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.CallOuts;

/// <summary>When a post of the staffing level is expected, and whether it is there.</summary>
public sealed class Arrival
{
    /// <summary>Longer is no answer that helps a night.</summary>
    public static readonly TimeSpan MaxUntil = TimeSpan.FromHours(24);

    private Arrival()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call-out.</summary>
    public Guid CallOutId { get; private set; }

    /// <summary>Id of the post; unique with the call-out.</summary>
    public string Post { get; private set; } = string.Empty;

    /// <summary>1 when asked; one more with each step.</summary>
    public int Version { get; private set; }

    /// <summary>What is known.</summary>
    public ArrivalState State { get; private set; }

    /// <summary>When the post is expected; <see langword="null"/> while it has not said, and when it cannot come.</summary>
    public DateTimeOffset? ExpectedAt { get; private set; }

    /// <summary>When the last step was taken.</summary>
    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>Asks a post.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="callOutId">The call-out.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="at">Now.</param>
    /// <returns>A post that has not said anything.</returns>
    public static Arrival Ask(Guid id, Guid callOutId, string post, DateTimeOffset at) =>
        new() { Id = id, CallOutId = callOutId, Post = post, Version = 1, State = ArrivalState.Asked, NotedAt = at };

    /// <summary>Notes what is known of a post, by its own link or by a person. Any state may follow any other.</summary>
    /// <param name="state">What is known now; not <see cref="ArrivalState.Asked"/>.</param>
    /// <param name="until">With <see cref="ArrivalState.Coming"/>: in how long, 0 to <see cref="MaxUntil"/>.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>callouts.arrival-unsound</c>.</returns>
    public Outcome<Arrival> Take(ArrivalState state, TimeSpan? until, DateTimeOffset at)
    {
        if (state == ArrivalState.Asked || (state == ArrivalState.Coming) != until.HasValue || until < TimeSpan.Zero || until > MaxUntil)
        {
            return CallOutRefusals.ArrivalUnsound;
        }

        State = state;
        ExpectedAt = state == ArrivalState.Coming ? at + until : null;
        NotedAt = at;
        Version++;
        return this;
    }
}

/// <summary>What is known of the arrival of a post.</summary>
public enum ArrivalState
{
    /// <summary>返事なし.</summary>
    Asked,

    /// <summary>向かっている.</summary>
    Coming,

    /// <summary>到着.</summary>
    Arrived,

    /// <summary>参集できない.</summary>
    CannotCome,
}
