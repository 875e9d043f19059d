using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;

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
/// <param name="Shelters">Ids of the shelters of the register to which people are sent; empty when none is named.</param>
/// <param name="OrderId">The order that it changes or made; null before.</param>
/// <param name="OrderVersion">The version of that order when the change was asked; null for an issue.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SubmittedAt">When a person stood behind it; null before.</param>
/// <param name="ReleasedAt">When it went out; null before.</param>
/// <param name="Note">Reason of a return, a rejection or a change; empty when none.</param>
/// <param name="Grounds">The answers before a lift or a lowering; null for other acts and where none were given.</param>
/// <param name="Attempts">Tries to reach holders of authority, oldest first.</param>
/// <param name="Unreachable">Holders declared out of reach.</param>
/// <param name="BreakGlassReason">Why the submitter released it alone; null when a second person did.</param>
/// <param name="Confirmed">What the releaser was asked again about.</param>
/// <param name="Decision">The recorded decision; null before.</param>
/// <param name="Criteria">The evidence as it stood when it was made, matched and unmatched.</param>
/// <param name="Consequences">What it would do: as of now while it waits for a decision, and as it was when it was decided or rejected;
/// null in lists and in answers to steps before that.</param>
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
    IReadOnlyList<string> Shelters,
    Guid? OrderId,
    int? OrderVersion,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? ReleasedAt,
    string Note,
    EndingGrounds? Grounds,
    IReadOnlyList<ContactAttempt> Attempts,
    IReadOnlyList<UnreachableHolder> Unreachable,
    string? BreakGlassReason,
    IReadOnlyList<Caution> Confirmed,
    Decision? Decision,
    IReadOnlyList<CriterionEvidence> Criteria,
    DecisionPicture? Consequences)
{
    public static ProposalView Of(Proposal proposal) => Of(proposal, proposal.AtDecision);

    public static ProposalView Of(Proposal proposal, DecisionPicture? consequences) => new(
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
        proposal.Measure.Shelters,
        proposal.OrderId,
        proposal.OrderVersion,
        proposal.CreatedAt,
        proposal.SubmittedAt,
        proposal.ReleasedAt,
        proposal.Note,
        proposal.Grounds,
        proposal.Attempts,
        proposal.Unreachable,
        proposal.BreakGlassReason,
        proposal.Confirmed,
        proposal.Decision,
        proposal.Evidence,
        consequences);
}
