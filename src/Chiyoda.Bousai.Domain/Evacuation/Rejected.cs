using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Decided not to do it.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Rejected(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.rejected";

    /// <inheritdoc/>
    public override string Summary => $"不採用: {About} 理由: {Proposal.Note}";
}
