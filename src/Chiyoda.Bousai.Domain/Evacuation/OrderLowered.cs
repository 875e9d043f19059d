using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>An order was lowered, whole or in part: one decision ends a level and issues a lower one.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderLowered(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-lowered";

    /// <inheritdoc/>
    public override string Summary => $"引下げ: {About}（{Order.Measure.Areas.Count}町丁目、{OrderKinds.Spoken(Release.Before?.Level)} から）";
}
