namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>How far a decision has gone by one channel: the after-image that the chronology keeps.</summary>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="DecisionId">The decision version.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Channel">One of <see cref="ChannelNames"/>.</param>
/// <param name="State">State on the wire: waiting, sending, done, held, superseded.</param>
/// <param name="Reason">Why it is held; empty otherwise.</param>
/// <param name="Counts">Recipients by outcome, as of this statement.</param>
public sealed record DispatchStatement(
    Guid DispatchId, Guid DecisionId, Guid OrderId, string Channel, string State, string Reason, DeliveryCounts Counts);
