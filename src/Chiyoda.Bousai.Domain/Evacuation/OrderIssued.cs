using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>An order was issued, or raised.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderIssued(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-issued";

    /// <inheritdoc/>
    public override string Summary => $"発令: {About}（{Order.Measure.Areas.Count}町丁目）";
}
