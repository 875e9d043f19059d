using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>The whole state table of a proposal, as one pure function.</summary>
public static class ProposalLifecycle
{
    /// <summary>Where a step leads.</summary>
    /// <param name="state">The present state.</param>
    /// <param name="step">What is asked.</param>
    /// <returns>The next state, or the refusal whose code tells what is missing.</returns>
    public static Outcome<ProposalState> Next(ProposalState state, ProposalStep step) => (state, step) switch
    {
        (ProposalState.Draft or ProposalState.Returned, ProposalStep.Submit) => ProposalState.Submitted,
        (ProposalState.Draft or ProposalState.Returned, ProposalStep.Discard) => ProposalState.Discarded,
        (ProposalState.Draft or ProposalState.Returned, ProposalStep.Revise) => state,
        (ProposalState.Submitted, ProposalStep.Contact) => ProposalState.Submitted,
        (ProposalState.Submitted, ProposalStep.Decide) => ProposalState.Decided,
        (ProposalState.Decided, ProposalStep.Release) => ProposalState.Released,
        (ProposalState.Submitted or ProposalState.Decided, ProposalStep.Return or ProposalStep.Withdraw) => ProposalState.Returned,
        (ProposalState.Submitted or ProposalState.Decided, ProposalStep.Reject) => ProposalState.Rejected,

        (ProposalState.Submitted, ProposalStep.Release) => EvacuationRefusals.NoDecision,
        (ProposalState.Draft or ProposalState.Returned, _) => EvacuationRefusals.NotSubmitted,
        (ProposalState.Submitted or ProposalState.Decided, ProposalStep.Submit) => EvacuationRefusals.AlreadySubmitted,
        (ProposalState.Submitted or ProposalState.Decided, ProposalStep.Discard) => EvacuationRefusals.NotADraft,
        (ProposalState.Submitted or ProposalState.Decided, ProposalStep.Revise) => EvacuationRefusals.ReturnFirst,
        (ProposalState.Decided, ProposalStep.Decide or ProposalStep.Contact) => EvacuationRefusals.AlreadyDecided,
        (ProposalState.Released, _) => EvacuationRefusals.AlreadyReleased,
        (ProposalState.Rejected or ProposalState.Discarded, _) => EvacuationRefusals.Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step of the table."),
    };
}
