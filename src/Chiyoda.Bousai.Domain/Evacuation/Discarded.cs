using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A draft lost its ground.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Discarded(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.discarded";

    /// <inheritdoc/>
    public override string Summary => $"廃案: {About} 理由: {Proposal.Note}";
}
