using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;

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

    /// <summary>The order's version when the change was asked: a change of a superseded version is refused; <see langword="null"/> for an issue.</summary>
    public int? OrderVersion { get; private set; }

    /// <summary>What the order held when the change was asked; <see langword="null"/> for an issue.</summary>
    public Measure? Before { get; private set; }

    /// <summary>The answers before a lift or a lowering; <see langword="null"/> for other acts, and where a program asked without answers.</summary>
    public EndingGrounds? Grounds { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The person who drew it up; <see langword="null"/> for a rule.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>The person who stands behind it; <see langword="null"/> before it is submitted. A rule is nobody.</summary>
    public Guid? SubmitterId { get; private set; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The decision; <see langword="null"/> before it is recorded, and again after a return.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>What it would do and rested on when it was decided or rejected (決定時の状況); <see langword="null"/> before, and again after a return.</summary>
    public DecisionPicture? AtDecision { get; private set; }

    /// <summary>Tries to reach holders of authority, oldest first.</summary>
    public IReadOnlyList<ContactAttempt> Attempts { get; private set; } = [];

    /// <summary>Holders declared out of reach, in the order of declaration.</summary>
    public IReadOnlyList<UnreachableHolder> Unreachable { get; private set; } = [];

    /// <summary>The second person, who released it; <see langword="null"/> before, and when the submitter released it alone.</summary>
    public Guid? ReleaserId { get; private set; }

    /// <summary>Why the submitter released it alone; <see langword="null"/> when a second person did. Stands forever.</summary>
    public string? BreakGlassReason { get; private set; }

    /// <summary>Whether one person submitted and released it.</summary>
    public bool IsBreakGlass => BreakGlassReason is not null;

    /// <summary>What the releaser was asked again about, and confirmed.</summary>
    public IReadOnlyList<Caution> Confirmed { get; private set; } = [];

    /// <summary>The releaser's words to what was asked again; empty when none.</summary>
    public string ConfirmedWords { get; private set; } = string.Empty;

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Why it was returned, rejected, discarded, or why the change was asked; empty otherwise.</summary>
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

    /// <summary>A person draws up an order that no criterion proposed: a draft, like a rule's.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="measure">What is proposed.</param>
    /// <param name="authorId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>A draft.</returns>
    public static Proposal ByPerson(Guid id, Measure measure, Guid authorId, DateTimeOffset at)
    {
        var proposal = ByRule(id, measure, [], at);
        proposal.AuthorId = authorId;
        return proposal;
    }

    /// <summary>A person asks to lift an order whole.</summary>
    /// <inheritdoc cref="ToChange"/>
    public static Outcome<Proposal> ToLift(Guid id, Order order, Guid askedBy, string reason, DateTimeOffset at) =>
        ToChange(id, Act.Lift, order, order.Measure, null, askedBy, reason, at);

    /// <summary>A person asks to change an order: submitted as it is made, the asker being its submitter.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="act">What is asked; not an issue.</param>
    /// <param name="order">The order.</param>
    /// <param name="measure">What is to hold; for a lift or a void what ends.</param>
    /// <param name="grounds">The answers before a lift or a lowering; <see langword="null"/> when a program gave none.</param>
    /// <param name="askedBy">The asker.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="at">Now.</param>
    /// <returns>A submitted proposal, or <c>evacuation.order-ended</c>, <c>evacuation.reason-missing</c>,
    /// <c>evacuation.grounds-missing</c>, or a refusal of <see cref="ChangeRules"/>.</returns>
    public static Outcome<Proposal> ToChange(
        Guid id, Act act, Order order, Measure measure, EndingGrounds? grounds, Guid askedBy, string reason, DateTimeOffset at)
    {
        if (!order.Takes(act, at))
        {
            return EvacuationRefusals.OrderEnded;
        }

        if (ChangeRules.Refuse(act, order.Measure, measure, order.IsInForce) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return EvacuationRefusals.ReasonMissing;
        }

        if (act.AsksGrounds() && grounds is { IsComplete: false })
        {
            return EvacuationRefusals.GroundsMissing;
        }

        return new Proposal
        {
            Id = id,
            Version = 1,
            State = ProposalState.Submitted,
            Act = act,
            Measure = measure,
            OrderId = order.Id,
            OrderVersion = order.Version,
            Before = order.Measure,
            Grounds = act.AsksGrounds() ? grounds : null,
            CreatedAt = at,
            AuthorId = askedBy,
            SubmitterId = askedBy,
            SubmittedAt = at,
            Note = reason.Trim(),
        };
    }

    /// <summary>Changes what a draft or a returned proposal says.</summary>
    /// <param name="version">The version the person saw.</param>
    /// <param name="measure">What is proposed now.</param>
    /// <returns>This proposal, or <c>evacuation.return-first</c>, <c>evacuation.not-revisable</c> (a change of an order is asked
    /// anew instead), <c>evacuation.nothing-changes</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> Revise(int version, Measure measure)
    {
        if (Refuse(version, ProposalStep.Revise) is { } refusal)
        {
            return refusal;
        }

        if (Act != Act.Issue)
        {
            return EvacuationRefusals.NotRevisable;
        }

        if (measure.IsSameAs(Measure))
        {
            return EvacuationRefusals.NothingChanges;
        }

        Measure = measure;
        return Step(State);
    }

    /// <summary>Notes a try to reach a holder of authority.</summary>
    /// <param name="version">The version the recorder saw.</param>
    /// <param name="attempt">Whom, how, when, with what result.</param>
    /// <returns>This proposal, or <c>evacuation.decision-in-the-future</c>, <c>evacuation.too-many-attempts</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> NoteAttempt(int version, ContactAttempt attempt)
    {
        if (Refuse(version, ProposalStep.Contact) is { } refusal)
        {
            return refusal;
        }

        if (attempt.At > attempt.RecordedAt.AddMinutes(1))
        {
            return EvacuationRefusals.DecisionInTheFuture;
        }

        if (Attempts.Count >= ContactAttempt.MaxPerProposal)
        {
            return EvacuationRefusals.TooManyAttempts;
        }

        Attempts = [.. Attempts, attempt];
        return Step(State);
    }

    /// <summary>Declares a holder of authority out of reach (連絡不能), so that the next one is asked. No clock does this.</summary>
    /// <param name="version">The version the recorder saw.</param>
    /// <param name="holder">Who, on which basis the next one takes over.</param>
    /// <returns>This proposal, or <c>evacuation.no-attempt</c>, <c>evacuation.already-unreachable</c>,
    /// <c>evacuation.reason-missing</c> (no basis), or a refusal of the table.</returns>
    public Outcome<Proposal> DeclareUnreachable(int version, UnreachableHolder holder)
    {
        if (Refuse(version, ProposalStep.Contact) is { } refusal)
        {
            return refusal;
        }

        if (!Attempts.Any(attempt => attempt.AuthorityId == holder.AuthorityId))
        {
            return EvacuationRefusals.NoAttempt;
        }

        if (Unreachable.Any(declared => declared.AuthorityId == holder.AuthorityId))
        {
            return EvacuationRefusals.AlreadyUnreachable;
        }

        if (string.IsNullOrWhiteSpace(holder.Basis))
        {
            return EvacuationRefusals.ReasonMissing;
        }

        Unreachable = [.. Unreachable, holder];
        return Step(State);
    }

    /// <summary>Whose decision is asked next: the first in order of succession who covers the measure and is not out of reach.</summary>
    /// <param name="authorities">Holders in order of succession.</param>
    /// <returns>The holder, or <see langword="null"/> when nobody is left.</returns>
    public Authority? NextHolder(IEnumerable<Authority> authorities) => authorities.FirstOrDefault(authority =>
        authority.Covers(Measure) && !Unreachable.Any(declared => declared.AuthorityId == authority.Id));

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
    public Outcome<Proposal> Release(int version, Guid personId, DateTimeOffset at) =>
        personId == SubmitterId && State is ProposalState.Submitted or ProposalState.Decided
            ? EvacuationRefusals.ReleaserIsSubmitter
            : LetOut(version, personId, at);

    /// <summary>
    /// Break-glass: the submitter lets it out alone, because it is level 4 or more and nobody else is there. Waives the second
    /// person, never the decision; marked forever.
    /// </summary>
    /// <param name="version">The version that person saw.</param>
    /// <param name="personId">The person.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="isAlone">Whether nobody else who may release is signed in.</param>
    /// <param name="cautions">What a releaser is asked again about.</param>
    /// <param name="at">Now.</param>
    /// <returns>This proposal, or <c>evacuation.break-glass-not-for-this</c> (below level 4, or it takes away what protects),
    /// <c>evacuation.break-glass-not-alone</c>, <c>evacuation.reason-missing</c>, or a refusal of <see cref="Release"/>.</returns>
    public Outcome<Proposal> ReleaseAlone(
        int version, Guid personId, string reason, bool isAlone, IReadOnlyList<Caution> cautions, DateTimeOffset at)
    {
        if (personId != SubmitterId)
        {
            return Release(version, personId, at);
        }

        if (Refuse(version, ProposalStep.Release) is { } refusal)
        {
            return refusal;
        }

        if (Measure.Level < 4 || Act.AsksGrounds() || cautions.Contains(Caution.VoidsWhatStood))
        {
            return EvacuationRefusals.BreakGlassNotForThis;
        }

        if (!isAlone)
        {
            return EvacuationRefusals.BreakGlassNotAlone;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return EvacuationRefusals.ReasonMissing;
        }

        BreakGlassReason = reason.Trim();
        return LetOut(version, null, at);
    }

    /// <summary>Keeps what the releaser was asked again about and confirmed; part of the release.</summary>
    /// <param name="cautions">What was asked.</param>
    /// <param name="words">The releaser's words; may be empty.</param>
    public void Confirm(IReadOnlyList<Caution> cautions, string words)
    {
        Confirmed = cautions;
        ConfirmedWords = cautions.Count > 0 ? words.Trim() : string.Empty;
    }

    /// <summary>Keeps what the proposal would do and rested on; part of the decision, and of the decision not to.</summary>
    /// <param name="picture">The picture at that moment.</param>
    /// <exception cref="InvalidOperationException">Neither decided nor turned down.</exception>
    public void Keep(DecisionPicture picture) => AtDecision = State is ProposalState.Decided or ProposalState.Rejected or ProposalState.Discarded
        ? picture
        : throw new InvalidOperationException("Only a decision keeps a picture.");

    private Outcome<Proposal> LetOut(int version, Guid? releaserId, DateTimeOffset at)
    {
        if (Refuse(version, ProposalStep.Release) is { } refusal)
        {
            return refusal;
        }

        ReleaserId = releaserId;
        ReleasedAt = at;
        return Step(ProposalState.Released);
    }

    /// <summary>Sends it back; a decision recorded on it is void.</summary>
    /// <param name="version">The version seen.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <returns>This proposal, or <c>evacuation.reason-missing</c>, or a refusal of the table.</returns>
    public Outcome<Proposal> Return(int version, string reason) => GoBack(version, ProposalStep.Return, reason);

    /// <summary>The submitter takes it back (取下げ), to mend or to drop it; a decision recorded on it is void.</summary>
    /// <param name="version">The version that person saw.</param>
    /// <param name="personId">The person.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <returns>This proposal, or <c>evacuation.not-the-submitter</c>, or a refusal of <see cref="Return"/>.</returns>
    public Outcome<Proposal> Withdraw(int version, Guid personId, string reason) =>
        personId != SubmitterId && version == Version && State is ProposalState.Submitted or ProposalState.Decided
            ? EvacuationRefusals.NotTheSubmitter
            : GoBack(version, ProposalStep.Withdraw, reason);

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

    private Outcome<Proposal> GoBack(int version, ProposalStep step, string reason)
    {
        if (End(version, step, reason) is { } refusal)
        {
            return refusal;
        }

        Decision = null;
        AtDecision = null;
        return Step(ProposalState.Returned);
    }

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
