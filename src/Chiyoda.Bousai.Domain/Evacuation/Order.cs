using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>避難情報 in force or ended. At most one is in force per hazard × cause × area.</summary>
public sealed class Order
{
    private Order()
    {
    }

    /// <summary>Identity; it stays through raising and updating.</summary>
    public Guid Id { get; private set; }

    /// <summary>1 when issued; one more with each act.</summary>
    public int Version { get; private set; }

    /// <summary>What became of it.</summary>
    public OrderState State { get; private set; }

    /// <summary>What holds where; after the end, what last held.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>When it was first issued.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>When the present version began.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When it ended; <see langword="null"/> while in force.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The decision that the present version rests on.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>Whether people must act on it now.</summary>
    public bool IsInForce => State == OrderState.Issued;

    /// <summary>Issues a new order.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="measure">What is ordered.</param>
    /// <param name="decisionId">The decision.</param>
    /// <param name="at">The moment of release.</param>
    /// <returns>An order in force.</returns>
    internal static Order Issue(Guid id, Measure measure, Guid decisionId, DateTimeOffset at) => new()
    {
        Id = id,
        Version = 1,
        State = OrderState.Issued,
        Measure = measure,
        IssuedAt = at,
        UpdatedAt = at,
        DecisionId = decisionId,
    };

    internal Order Update(Measure measure, Guid decisionId, DateTimeOffset at)
    {
        Measure = measure;
        DecisionId = decisionId;
        return Move(OrderState.Issued, at);
    }

    internal Order GiveUp(IReadOnlyList<string> areas, DateTimeOffset at)
    {
        string[] rest = [.. Measure.Areas.Except(areas, StringComparer.Ordinal)];
        if (rest.Length == 0)
        {
            return Move(OrderState.Replaced, at);
        }

        Measure = Measure with { Areas = rest };
        return Move(OrderState.Issued, at);
    }

    internal Outcome<Order> Lift(Guid decisionId, DateTimeOffset at)
    {
        if (!IsInForce)
        {
            return EvacuationRefusals.OrderEnded;
        }

        DecisionId = decisionId;
        return Move(OrderState.Lifted, at);
    }

    private Order Move(OrderState state, DateTimeOffset at)
    {
        State = state;
        Version++;
        UpdatedAt = at;
        EndedAt = state == OrderState.Issued ? null : at;
        return this;
    }
}
