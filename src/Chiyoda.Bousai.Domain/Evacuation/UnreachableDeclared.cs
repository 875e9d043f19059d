using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A holder of authority was declared out of reach.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record UnreachableDeclared(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.unreachable-declared";

    /// <inheritdoc/>
    public override string Summary => $"連絡不能を宣言: {Proposal.Unreachable[^1].Office}（連絡 {Proposal.Attempts.Count(attempt => attempt.AuthorityId == Proposal.Unreachable[^1].AuthorityId)}回、代行の根拠 {Proposal.Unreachable[^1].Basis}）";
}
