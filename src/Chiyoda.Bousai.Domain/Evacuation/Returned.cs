using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>Sent back.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Returned(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.returned";

    /// <inheritdoc/>
    public override string Summary => $"差戻し: {About} 理由: {Proposal.Note}";
}
