using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A try to reach a holder of authority was noted.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record AttemptNoted(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.attempt-noted";

    /// <inheritdoc/>
    public override string Summary => $"権限者へ連絡: {Proposal.Attempts[^1].Office}（{Proposal.Attempts[^1].Means.Noun()} {Proposal.Attempts[^1].At.Clock()}）{Proposal.Attempts[^1].Result}";
}
