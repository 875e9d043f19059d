using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A person drew up an order that no criterion proposed.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Drafted(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.drafted";

    /// <inheritdoc/>
    public override string Summary => $"職員が案を作成: {About}";
}
