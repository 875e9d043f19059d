namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>One version of an order as the chronology kept it. The members are those of <see cref="Order"/>.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">The version.</param>
/// <param name="State">What had become of it.</param>
/// <param name="Measure">What held where.</param>
/// <param name="IssuedAt">When it was first issued.</param>
/// <param name="UpdatedAt">When this version began.</param>
/// <param name="EndedAt">When it ended; <see langword="null"/> while in force.</param>
/// <param name="DecisionId">The decision that this version rests on.</param>
/// <param name="FollowsId">The order that it was a part of.</param>
public sealed record OrderImage(
    Guid Id, int Version, OrderState State, Measure Measure, DateTimeOffset IssuedAt, DateTimeOffset UpdatedAt, DateTimeOffset? EndedAt, Guid DecisionId,
    Guid? FollowsId);
