using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>
/// What staff are asked to decide: made by a rule from an observation, or asked for by a person. Each step makes a new
/// version, and each request names the version it was made on.
/// </summary>
public sealed class Proposal
{
    private Proposal()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>1 when made; one more with each step.</summary>
    public int Version { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>What it does once released.</summary>
    public Act Act { get; private set; }

    /// <summary>What is proposed.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>The criteria, matched and unmatched, as they stood; empty for a person's own proposal.</summary>
    public IReadOnlyList<CriterionEvidence> Evidence { get; private set; } = [];

    /// <summary>The order that a lift, lowering or correction is about; <see langword="null"/> for an issue.</summary>
    public Guid? OrderId { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The person who stands behind it; <see langword="null"/> before it is submitted. A rule is nobody.</summary>
    public Guid? SubmitterId { get; private set; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The decision; <see langword="null"/> before it is recorded, and again after a return.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>The second person, who released it.</summary>
    public Guid? ReleaserId { get; private set; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Why it was returned, rejected, discarded, or why the lift was asked; empty otherwise.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>A rule proposes: nobody has submitted it yet.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="measure">What is proposed.</param>
    /// <param name="evidence">Criteria as they stand.</param>
    /// <param name="at">Now.</param>
    /// <returns>A draft.</returns>
    public static Proposal ByRule(Guid id, Measure measure, IReadOnlyList<CriterionEvidence> evidence, DateTimeOffset at) => new()
    {
        Id = id,
        Version = 1,
        State = ProposalState.Draft,
        Act = Act.Issue,
        Measure = measure,
        Evidence = evidence,
        CreatedAt = at,
    };

    /// <summary>A person asks to lift an order: submitted as it is made, the asker being its submitter.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="order">The order; what it holds is what is lifted.</param>
    /// <param name="askedBy">The asker.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="at">Now.</param>
    /// <returns>A submitted proposal, or <c>evacuation.order-ended</c>, <c>evacuation.reason-missing</c>.</returns>
    public static Outcome<Proposal> ToLift(Guid id, Order order, Guid askedBy, string reason, DateTimeOffset at)
    {
        if (!order.IsInForce)
        {
            return EvacuationRefusals.OrderEnded;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return EvacuationRefusals.ReasonMissing;
        }

        return new Proposal
        {
            Id = id,
            Version = 1,
            State = ProposalState.Submitted,
            Act = Act.Lift,
            Measure = order.Measure,
            OrderId = order.Id,
            CreatedAt = at,
            SubmitterId = askedBy,
            SubmittedAt = at,
            Note = reason.Trim(),
        };
    }

    /// <summary>A person stands behind the proposal and asks for the decision.</summary>
    /// <param name="version">The version the person saw.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>This proposal, or a refusal of <see cref="ProposalLifecycle"/>, or <c>evacuation.stale-version</c>.</returns>
    public Outcome<Proposal> Submit(int version, Guid personId, DateTimeOffset at)
    {
        if (Refuse(version, ProposalStep.Submit) is { } refusal)
        {
            return refusal;
        }

        SubmitterId = personId;
        SubmittedAt = at;
        return Step(ProposalState.Submitted);
    }

    /// <summary>Records what a holder of authority decided.</summary>
    /// <param name="version">The version the recorder saw.</param>
    /// <param name="decision">The decision, made by <see cref="Authority.Covers"/>'s leave.</param>
    /// <param name="authority">The authority named in it.</param>
    /// <returns>This proposal, or <c>evacuation.authority-does-not-cover</c>, <c>evacuation.decision-in-the-future</c> (more than a
    /// minute after it is recorded; clocks on a wall differ), <c>evacuation.stale-version</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> Decide(int version, Decision decision, Authority authority)
    {
        if (Refuse(version, ProposalStep.Decide) is { } refusal)
        {
            return refusal;
        }

        if (!authority.Covers(Measure))
        {
            return EvacuationRefusals.AuthorityDoesNotCover;
        }

        if (decision.At > decision.RecordedAt.AddMinutes(1))
        {
            return EvacuationRefusals.DecisionInTheFuture;
        }

        Decision = decision;
        return Step(ProposalState.Decided);
    }

    /// <summary>A second person confirms area, level and text, and lets it out (二人確認).</summary>
    /// <param name="version">The version that person saw.</param>
    /// <param name="personId">The second person.</param>
    /// <param name="at">Now.</param>
    /// <returns>This proposal, or <c>evacuation.releaser-is-submitter</c>, <c>evacuation.no-decision</c>,
    /// <c>evacuation.stale-version</c>, or another refusal of the table.</returns>
    public Outcome<Proposal> Release(int version, Guid personId, DateTimeOffset at)
    {
        if (personId == SubmitterId && State is ProposalState.Submitted or ProposalState.Decided)
        {
            return EvacuationRefusals.ReleaserIsSubmitter;
        }

        if (Refuse(version, ProposalStep.Release) is { } refusal)
        {
            return refusal;
        }

        ReleaserId = personId;
        ReleasedAt = at;
        return Step(ProposalState.Released);
    }

    /// <summary>Sends it back; a decision recorded on it is void.</summary>
    /// <param name="version">The version seen.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <returns>This proposal, or <c>evacuation.reason-missing</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> Return(int version, string reason)
    {
        if (End(version, ProposalStep.Return, reason) is { } refusal)
        {
            return refusal;
        }

        Decision = null;
        return Step(ProposalState.Returned);
    }

    /// <summary>Decides not to do it. Final.</summary>
    /// <param name="version">The version seen.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <returns>This proposal, or <c>evacuation.reason-missing</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> Reject(int version, string reason) =>
        End(version, ProposalStep.Reject, reason) is { } refusal ? refusal : Step(ProposalState.Rejected);

    /// <summary>Drops a draft that lost its ground. Final.</summary>
    /// <param name="version">The version seen.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <returns>This proposal, or <c>evacuation.reason-missing</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> Discard(int version, string reason) =>
        End(version, ProposalStep.Discard, reason) is { } refusal ? refusal : Step(ProposalState.Discarded);

    private Refusal? End(int version, ProposalStep step, string reason)
    {
        if (Refuse(version, step) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return EvacuationRefusals.ReasonMissing;
        }

        Note = reason.Trim();
        return null;
    }

    private Refusal? Refuse(int version, ProposalStep step)
    {
        if (!ProposalLifecycle.Next(State, step).TryGet(out _, out var refusal))
        {
            return version == Version ? refusal : EvacuationRefusals.StaleVersion;
        }

        return version == Version ? null : EvacuationRefusals.StaleVersion;
    }

    private Proposal Step(ProposalState next)
    {
        State = next;
        Version++;
        return this;
    }
}
