using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Infrastructure.Evacuation;

/// <summary>The order key as a constraint: at most one order in force per hazard × cause × area.</summary>
public sealed class AreaInForce
{
    private AreaInForce()
    {
    }

    public AreaInForce(Order order, string area)
    {
        Hazard = order.Measure.Hazard;
        Cause = order.Measure.Cause;
        Area = area;
        OrderId = order.Id;
    }

    public Hazard Hazard { get; private set; }

    public string Cause { get; private set; } = string.Empty;

    public string Area { get; private set; } = string.Empty;

    public Guid OrderId { get; private set; }

    /// <summary>The area went over to another order for the same hazard and cause.</summary>
    public void Move(Guid orderId) => OrderId = orderId;
}
