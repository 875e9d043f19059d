using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>An order as everybody reads it.</summary>
/// <param name="Id">Stays the same when the order is raised.</param>
/// <param name="Version">Grows with every act on it.</param>
/// <param name="State">Issued is the only one in force.</param>
/// <param name="Hazard">What threatens.</param>
/// <param name="Cause">Which river, coast or slope, by its word in the ward pack.</param>
/// <param name="CauseName">The same as people call it.</param>
/// <param name="Level">警戒レベル 3, 4 or 5; null for hazards without levels.</param>
/// <param name="Kind">Its name by law.</param>
/// <param name="Action">What people are to do.</param>
/// <param name="Audience">Who is to do it.</param>
/// <param name="Areas">Area codes of the ward pack.</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="Shelters">Ids of the shelters of the register to which people are sent; empty when none is named.</param>
/// <param name="IssuedAt">When it was first released.</param>
/// <param name="UpdatedAt">When its present version was released.</param>
/// <param name="LiftedAt">When it ended, by lift or otherwise; null while it is in force.</param>
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
    IReadOnlyList<string> Shelters,
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
        order.Measure.Shelters,
        order.IssuedAt,
        order.UpdatedAt,
        order.EndedAt);
}
