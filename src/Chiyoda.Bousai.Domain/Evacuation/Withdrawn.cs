using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Taken back by its submitter.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Withdrawn(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.withdrawn";

    /// <inheritdoc/>
    public override string Summary => $"取下げ: {About} 理由: {Proposal.Note}";
}
