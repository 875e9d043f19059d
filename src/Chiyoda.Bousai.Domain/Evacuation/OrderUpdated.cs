using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Text, areas, audience or action of an order changed, not its level.</summary>
/// <inheritdoc cref="OrderFact"/>
public sealed record OrderUpdated(Order Order, OrderRelease Release, Actor Actor, DateTimeOffset OccurredAt)
    : OrderFact(Order, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-updated";

    /// <inheritdoc/>
    public override string Summary => $"更新: {About}（{Order.Measure.Areas.Count}町丁目）";
}
