using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A person changed what a draft says.</summary>
/// <inheritdoc cref="ProposalFact"/>
public sealed record Revised(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : ProposalFact(Proposal, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "evacuation.revised";

    /// <inheritdoc/>
    public override string Summary => $"案の内容を変更: {About}";
}
