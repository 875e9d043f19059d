namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>An order as it holds before or after a decision.</summary>
/// <param name="OrderId">The order; <see langword="null"/> for the one that the decision would make.</param>
/// <param name="Measure">What holds where.</param>
/// <param name="IsTouched">Whether the decision makes, changes or ends it.</param>
public sealed record HeldOrder(Guid? OrderId, Measure Measure, bool IsTouched);
