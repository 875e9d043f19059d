using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A decision was recorded.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Decided(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.decided";

    /// <inheritdoc/>
    public override string Summary =>
        $"決裁: {About} {Proposal.Decision!.Office}（{Proposal.Decision.Means.Noun()} {Proposal.Decision.At.Clock()}、聞取り {Proposal.Decision.HeardBy}）"
        + (Proposal.Decision.Undeclared.Count == 0 ? string.Empty : $" {string.Join('・', Proposal.Decision.Undeclared)}の連絡不能の宣言なし（確認のうえ記録）");
}
