using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>The submitter released alone.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record GlassBroken(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.glass-broken";

    /// <inheritdoc/>
    public override string Summary => $"緊急の単独発信（二人確認なし）: {About} 理由: {Proposal.BreakGlassReason}";
}
