using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A person asked to lift an order; the proposal is submitted with it.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record LiftAsked(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.lift-asked";

    /// <inheritdoc/>
    public override string Summary => $"解除の案を提出: {About} 理由: {Proposal.Note}";
}
