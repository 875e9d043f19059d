using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A person submitted.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Submitted(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.submitted";

    /// <inheritdoc/>
    public override string Summary => $"提出: {About}";
}
