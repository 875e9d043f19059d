using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>The releaser was asked again, and confirmed.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record CautionsConfirmed(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.cautions-confirmed";

    /// <inheritdoc/>
    public override string Summary => $"再確認のうえ発信: {string.Join("、", Proposal.Confirmed.Select(Cautions.Word))} {Proposal.ConfirmedWords}".TrimEnd();
}
