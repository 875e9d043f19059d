using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A message was wrong, sent by mistake; the order never should have been. No lift.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderVoided(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-voided";

    /// <inheritdoc/>
    public override string Summary => $"誤発信の取消し: {About}（{Order.Measure.Areas.Count}町丁目）";
}
