using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>An order changed by a release; the after-image is the whole order.</summary>
/// <param name="Order">The order after the act.</param>
/// <param name="Release">What leaves the house.</param>
/// <param name="Actor">The releaser.</param>
/// <param name="OccurredAt">When.</param>
public abstract record OrderFact(Order Order, Release Release, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Order.Id;

    /// <inheritdoc/>
    public override object AfterImage => Order;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <summary>Cause, level and kind for a line.</summary>
    protected string About =>
        $"{(Order.Measure.CauseName.Length == 0 ? string.Empty : Order.Measure.CauseName + " ")}{OrderKinds.Spoken(Order.Measure.Level)}";
}
