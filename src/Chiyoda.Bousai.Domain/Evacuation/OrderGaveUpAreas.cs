using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Areas of an order went over to a newer one for the same hazard and cause.</summary>
/// <param name="Order">The order that gave them up.</param>
/// <param name="Actor">The releaser.</param>
/// <param name="OccurredAt">When.</param>
public sealed record OrderGaveUpAreas(Order Order, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.order-gave-up-areas";

    /// <inheritdoc/>
    public override Guid SubjectId => Order.Id;

    /// <inheritdoc/>
    public override object AfterImage => Order;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <inheritdoc/>
    public override string Summary => Order.IsInForce
        ? $"区域の一部が新しい避難情報へ移行: {OrderKinds.Spoken(Order.Measure.Level)}（残り{Order.Measure.Areas.Count}町丁目）"
        : $"新しい避難情報へ移行: {OrderKinds.Spoken(Order.Measure.Level)}";
}
