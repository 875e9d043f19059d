using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A person asked to change an order; the proposal is submitted with it.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record ChangeAsked(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => Proposal.Act switch
    {
        Act.Lower => "evacuation.lower-asked",
        Act.Lift => "evacuation.lift-asked",
        Act.Correct => "evacuation.correct-asked",
        Act.Update => "evacuation.update-asked",
        Act.Void => "evacuation.void-asked",
        _ => throw new InvalidOperationException("An issue changes no order."),
    };

    /// <inheritdoc/>
    public override string Summary => $"案を提出: {About} 理由: {Proposal.Note}";
}
