using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>An order was lifted.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderLifted(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-lifted";

    /// <inheritdoc/>
    public override string Summary => $"解除: {About}（{Order.Measure.Areas.Count}町丁目）";
}
