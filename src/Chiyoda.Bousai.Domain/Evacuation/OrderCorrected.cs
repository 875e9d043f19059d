using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What was said of an order was wrong; the right statement took its place.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderCorrected(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-corrected";

    /// <inheritdoc/>
    public override string Summary => $"訂正: {About}（{Order.Measure.Areas.Count}町丁目）";
}
