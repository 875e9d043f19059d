namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>設置, 配備の変更, 解散: who decided it, on which ground, from when it holds.</summary>
/// <param name="Posture">What holds from then on; at a 解散 what held last.</param>
/// <param name="AuthorityId">The holder of authority in <c>roles.json</c>.</param>
/// <param name="Office">Office.</param>
/// <param name="Holder">The person; <see langword="null"/> where the pack names none.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="At">From when it holds, as decided.</param>
/// <param name="RecordedBy">The person who recorded it.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
public sealed record Activation(
    Posture Posture, string AuthorityId, string Office, string? Holder, string Reason, DateTimeOffset At, Guid RecordedBy, DateTimeOffset RecordedAt);
