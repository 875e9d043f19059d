using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>A proposal as staff programs read it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">Named by every step: a step on an older version is refused.</param>
/// <param name="State">How far it is.</param>
/// <param name="Act">What it does once released.</param>
/// <param name="Hazard">What threatens.</param>
/// <param name="Cause">Which river, coast or slope, by its word in the ward pack.</param>
/// <param name="CauseName">The same as people call it.</param>
/// <param name="Level">警戒レベル 3, 4 or 5; null for hazards without levels.</param>
/// <param name="Action">What people are to do.</param>
/// <param name="Audience">Who is to do it.</param>
/// <param name="Areas">Area codes of the ward pack.</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="OrderId">The order that it changes or made; null before.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SubmittedAt">When a person stood behind it; null before.</param>
/// <param name="ReleasedAt">When it went out; null before.</param>
/// <param name="Note">Reason of a return, a rejection or a lift; empty when none.</param>
/// <param name="Decision">The recorded decision; null before.</param>
/// <param name="Criteria">The evidence as it stood, matched and unmatched.</param>
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
