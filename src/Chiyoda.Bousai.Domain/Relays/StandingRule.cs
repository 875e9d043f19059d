using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>
/// A version of a rule on its way to being released once, and after: submitted by one person, decided by a holder of authority,
/// released by a second person. A changed file is another version, which nobody has submitted.
/// </summary>
public sealed class StandingRule
{
    private StandingRule()
    {
    }

    /// <summary>Identity of this version.</summary>
    public Guid Id { get; private set; }

    /// <summary>The rule in the pack.</summary>
    public string RuleId { get; private set; } = string.Empty;

    /// <summary>Hash of its content.</summary>
    public string Hash { get; private set; } = string.Empty;

    /// <summary>The content that was submitted, whole: what is told is said from here, not from a file that may have changed.</summary>
    public RelayRule Rule { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public StandingRuleState State { get; private set; }

    /// <summary>Grows with each step.</summary>
    public int Version { get; private set; }

    /// <summary>The person who stands behind it.</summary>
    public Guid SubmitterId { get; private set; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The decision; <see langword="null"/> before it is recorded.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>The second person.</summary>
    public Guid? ReleaserId { get; private set; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When it was revoked or replaced.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was revoked; empty otherwise.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Whether messages under this version may leave the house: decided, released by a second person, and not revoked since. One that
    /// a newer version replaced ends what it began.</summary>
    public bool MayTell => State is StandingRuleState.Released or StandingRuleState.Replaced
        && Decision is not null && ReleaserId is { } releaser && releaser != SubmitterId;

    /// <summary>A person submits a version.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The version, as it stands in the pack.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>A submitted version.</returns>
    public static StandingRule Submit(Guid id, RelayRule rule, Guid personId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new StandingRule
        {
            Id = id,
            RuleId = rule.Id,
            Hash = rule.Version,
            Rule = rule,
            State = StandingRuleState.Submitted,
            Version = 1,
            SubmitterId = personId,
            SubmittedAt = at,
        };
    }

    /// <summary>Whether an authority may decide on a rule: every hazard it tells of and, of those with levels, every level up to 5, because
    /// a rule that tells of level 3 tells of 5 too.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The answer.</returns>
    public static bool Covers(Authority authority, RelayRule rule)
    {
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentNullException.ThrowIfNull(rule);
        var hazard = rule.Phenomenon switch
        {
            "rain" => Hazard.InlandFlood,
            "landslide" => Hazard.Landslide,
            "surge" => Hazard.StormSurge,
            "flood" => Hazard.Flood,
            "tsunami" => Hazard.Tsunami,
            "earthquake" => Hazard.Earthquake,
            _ => Hazard.Other,
        };
        return authority.Hazards.Contains(hazard) && (!hazard.HasLevel() || authority.Levels.Contains(5));
    }

    /// <summary>Records what a holder of authority decided.</summary>
    /// <param name="version">The version of this record that the recorder saw.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="authority">The authority named in it.</param>
    /// <returns>This, or <c>relays.stale-version</c>, <c>relays.not-submitted</c>, <c>relays.authority-does-not-cover</c>,
    /// <c>relays.decision-in-the-future</c> (more than a minute after it is recorded).</returns>
    public Outcome<StandingRule> Decide(int version, Decision decision, Authority authority)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (version != Version)
        {
            return RelayRefusals.StaleVersion;
        }

        if (State != StandingRuleState.Submitted)
        {
            return RelayRefusals.NotSubmitted;
        }

        if (!Covers(authority, Rule))
        {
            return RelayRefusals.AuthorityDoesNotCover;
        }

        if (decision.At > decision.RecordedAt.AddMinutes(1))
        {
            return RelayRefusals.DecisionInTheFuture;
        }

        Decision = decision;
        return Step(StandingRuleState.Decided);
    }

    /// <summary>A second person lets it out: from now on it tells.</summary>
    /// <param name="version">The version of this record that the person saw.</param>
    /// <param name="personId">The person.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>relays.stale-version</c>, <c>relays.releaser-is-submitter</c>, <c>relays.no-decision</c>, <c>relays.closed</c>.</returns>
    public Outcome<StandingRule> Release(int version, Guid personId, DateTimeOffset at)
    {
        if (version != Version)
        {
            return RelayRefusals.StaleVersion;
        }

        if (State is StandingRuleState.Submitted or StandingRuleState.Decided && personId == SubmitterId)
        {
            return RelayRefusals.ReleaserIsSubmitter;
        }

        if (State != StandingRuleState.Decided)
        {
            return State == StandingRuleState.Submitted ? RelayRefusals.NoDecision : RelayRefusals.Closed;
        }

        ReleaserId = personId;
        ReleasedAt = at;
        return Step(StandingRuleState.Released);
    }

    /// <summary>Ends it, at any step and by one person: what is not told any more harms nobody twice.</summary>
    /// <param name="version">The version of this record that the person saw.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>relays.stale-version</c>, <c>relays.reason-missing</c>, <c>relays.closed</c>.</returns>
    public Outcome<StandingRule> Revoke(int version, string reason, DateTimeOffset at)
    {
        if (version != Version)
        {
            return RelayRefusals.StaleVersion;
        }

        if (State is StandingRuleState.Revoked or StandingRuleState.Replaced)
        {
            return RelayRefusals.Closed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return RelayRefusals.ReasonMissing;
        }

        Note = reason.Trim();
        EndedAt = at;
        return Step(StandingRuleState.Revoked);
    }

    /// <summary>A newer version of the rule was released.</summary>
    /// <param name="at">Now.</param>
    /// <exception cref="InvalidOperationException">It is not released.</exception>
    public void Replace(DateTimeOffset at)
    {
        if (State != StandingRuleState.Released)
        {
            throw new InvalidOperationException("Only a released version is replaced.");
        }

        EndedAt = at;
        Step(StandingRuleState.Replaced);
    }

    private StandingRule Step(StandingRuleState next)
    {
        State = next;
        Version++;
        return this;
    }
}

/// <summary>Where a version of a rule stands.</summary>
public enum StandingRuleState
{
    /// <summary>提出.</summary>
    Submitted,

    /// <summary>決裁済.</summary>
    Decided,

    /// <summary>発効中: it tells.</summary>
    Released,

    /// <summary>A newer version took its place.</summary>
    Replaced,

    /// <summary>取りやめ: it tells nothing any more.</summary>
    Revoked,
}
