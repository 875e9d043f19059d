namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>避難情報 in force or ended. At most one is in force per hazard × cause × area.</summary>
public sealed class Order
{
    /// <summary>How long a lift or a voiding that was wrong can be corrected; what protects after that is a new order.</summary>
    public static readonly TimeSpan EndIsCorrectableFor = TimeSpan.FromHours(24);

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

    /// <summary>The order that it was a part of before that part was lowered or lifted; <see langword="null"/> for one issued as such.
    /// Who heard of that one hears what becomes of this.</summary>
    public Guid? FollowsId { get; private set; }

    /// <summary>Whether people must act on it now.</summary>
    public bool IsInForce => State == OrderState.Issued;

    /// <summary>Whether an act can be done to it: while it is in force; a correction also when its end was the mistake. What another
    /// order took over does not come back.</summary>
    /// <param name="act">The act.</param>
    /// <param name="at">Now.</param>
    /// <returns><see langword="false"/> when it is over.</returns>
    public bool Takes(Act act, DateTimeOffset at) =>
        IsInForce || (act == Act.Correct && State is OrderState.Lifted or OrderState.Corrected && at - EndedAt <= EndIsCorrectableFor);

    /// <summary>A version of the past, to be read and never saved.</summary>
    /// <param name="image">As the chronology kept it.</param>
    /// <returns>The order as it was.</returns>
    public static Order Of(OrderImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return new Order
        {
            Id = image.Id,
            Version = image.Version,
            State = image.State,
            Measure = image.Measure,
            IssuedAt = image.IssuedAt,
            UpdatedAt = image.UpdatedAt,
            EndedAt = image.EndedAt,
            DecisionId = image.DecisionId,
            FollowsId = image.FollowsId,
        };
    }

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

    /// <summary>Takes a part out as an order of its own, so that something else can be done to it; the act makes its first version.</summary>
    internal Order Split(Guid id, IReadOnlyList<string> areas, DateTimeOffset at)
    {
        var part = new Order
        {
            Id = id,
            State = OrderState.Issued,
            Measure = Measure with { Areas = areas },
            IssuedAt = IssuedAt,
            UpdatedAt = at,
            DecisionId = DecisionId,
            FollowsId = Id,
        };
        GiveUp(areas, at);
        return part;
    }

    internal Order End(OrderState how, Guid decisionId, DateTimeOffset at)
    {
        DecisionId = decisionId;
        return Move(how, at);
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
