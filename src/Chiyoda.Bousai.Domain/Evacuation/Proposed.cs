using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A rule proposed.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Proposed(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.proposed";

    /// <inheritdoc/>
    public override string Summary => $"案を作成: {About}";
}
