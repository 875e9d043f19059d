using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>A proposal as staff programs read it.</summary>
public sealed record ProposalView(
    Guid Id,
    int Version,
    ProposalState State,
    Act Act,
    Hazard Hazard,
    string Cause,
    string CauseName,
    int? Level,
    EvacuationAction Action,
    Audience Audience,
    IReadOnlyList<string> Areas,
    string Reason,
    Guid? OrderId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? ReleasedAt,
    string Note,
    Decision? Decision,
    IReadOnlyList<CriterionEvidence> Criteria)
{
    public static ProposalView Of(Proposal proposal) => new(
        proposal.Id,
        proposal.Version,
        proposal.State,
        proposal.Act,
        proposal.Measure.Hazard,
        proposal.Measure.Cause,
        proposal.Measure.CauseName,
        proposal.Measure.Level,
        proposal.Measure.Action,
        proposal.Measure.Audience,
        proposal.Measure.Areas,
        proposal.Measure.Reason,
        proposal.OrderId,
        proposal.CreatedAt,
        proposal.SubmittedAt,
        proposal.ReleasedAt,
        proposal.Note,
        proposal.Decision,
        proposal.Evidence);
}
