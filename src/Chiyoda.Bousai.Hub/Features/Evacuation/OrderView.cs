using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>An order as everybody reads it.</summary>
public sealed record OrderView(
    Guid Id,
    int Version,
    OrderState State,
    Hazard Hazard,
    string Cause,
    string CauseName,
    int? Level,
    OrderKind Kind,
    EvacuationAction Action,
    Audience Audience,
    IReadOnlyList<string> Areas,
    string Reason,
    DateTimeOffset IssuedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LiftedAt)
{
    public static OrderView Of(Order order) => new(
        order.Id,
        order.Version,
        order.State,
        order.Measure.Hazard,
        order.Measure.Cause,
        order.Measure.CauseName,
        order.Measure.Level,
        OrderKinds.For(order.Measure.Level),
        order.Measure.Action,
        order.Measure.Audience,
        order.Measure.Areas,
        order.Measure.Reason,
        order.IssuedAt,
        order.UpdatedAt,
        order.EndedAt);
}
