using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>An order changed by a release; the after-image is the whole order.</summary>
/// <param name="Order">The order after the act.</param>
/// <param name="Release">What leaves the house.</param>
/// <param name="Actor">The releaser.</param>
/// <param name="OccurredAt">When.</param>
public abstract record OrderFact(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Order.Id;

    /// <inheritdoc/>
    public override object AfterImage => Order;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <summary>The fact that an act makes.</summary>
    /// <param name="order">The order after the act.</param>
    /// <param name="release">What leaves the house; its act says which fact it is.</param>
    /// <param name="actor">The releaser.</param>
    /// <param name="at">When.</param>
    /// <returns>The fact.</returns>
    public static OrderFact Of(Order order, OrderRelease release, Actor actor, DateTimeOffset at) => release.Act switch
    {
        Act.Issue => new OrderIssued(order, release, actor, at),
        Act.Lower => new OrderLowered(order, release, actor, at),
        Act.Lift => new OrderLifted(order, release, actor, at),
        Act.Correct => new OrderCorrected(order, release, actor, at),
        Act.Update => new OrderUpdated(order, release, actor, at),
        Act.Void => new OrderVoided(order, release, actor, at),
        _ => throw new ArgumentOutOfRangeException(nameof(release), release.Act, "Not an act."),
    };

    /// <summary>Cause, level and kind for a line.</summary>
    protected string About =>
        $"{(Order.Measure.CauseName.Length == 0 ? string.Empty : Order.Measure.CauseName + " ")}{OrderKinds.Spoken(Order.Measure.Level)}";
}
