namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>What a channel answers for one message.</summary>
/// <param name="Mark">What became of it; <see cref="DeliveryMark.Throttled"/> and <see cref="DeliveryMark.Unreachable"/> are worth another try.</param>
/// <param name="Until">With <see cref="DeliveryMark.Throttled"/>: nothing should go to this origin before.</param>
/// <param name="Reason">For staff and logs; never the endpoint.</param>
public readonly record struct DeliveryOutcome(DeliveryMark Mark, DateTimeOffset? Until = null, string Reason = "")
{
    public bool IsWorthAnotherTry => Mark is DeliveryMark.Throttled or DeliveryMark.Unreachable;
}
