namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A try to reach a holder of authority.</summary>
/// <param name="AuthorityId">The authority in <c>roles.json</c>.</param>
/// <param name="Office">Office, for example 区長.</param>
/// <param name="Means">By what.</param>
/// <param name="At">When, as the recorder was told.</param>
/// <param name="Result">What came of it, for example 応答なし.</param>
/// <param name="RecordedBy">The person who recorded it.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
public sealed record ContactAttempt(
    string AuthorityId, string Office, DecisionMeans Means, DateTimeOffset At, string Result, Guid RecordedBy, DateTimeOffset RecordedAt)
{
    /// <summary>More than a night of calls every minute; a bound for the row.</summary>
    public const int MaxPerProposal = 100;
}

/// <summary>連絡不能: a holder of authority who could not be reached, so that the next one in the order of succession is asked.</summary>
/// <param name="AuthorityId">The authority in <c>roles.json</c>.</param>
/// <param name="Office">Office, for example 区長.</param>
/// <param name="Basis">The basis on which the next one takes over, for example 地方自治法152条1項.</param>
/// <param name="DeclaredBy">The person who declared it.</param>
/// <param name="DeclaredAt">When.</param>
public sealed record UnreachableHolder(string AuthorityId, string Office, string Basis, Guid DeclaredBy, DateTimeOffset DeclaredAt);
