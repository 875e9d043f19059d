using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.CallOuts;

/// <summary>
/// One call-out (参集の呼出し): the duty posts are called in turn until somebody answers. Its state is all there is: a process that dies in the
/// middle is followed by another that reads it.
/// </summary>
public sealed class CallOut
{
    /// <summary>Stands in the place of a rule where a person musters; no rule of a pack may have it.</summary>
    public const string Manual = "manual";

    /// <summary>Characters of a reason for ending one.</summary>
    public const int MaxReason = 200;

    /// <summary>
    /// After that long nobody is woken for it by a rule: the hub stood still, or its database was restored from an older time (design
    /// rule 10). It becomes the alarm on every screen instead, and a person looks.
    /// </summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromHours(1);

    /// <summary>How often the whole list is gone through: about an hour of calling. Then only a person helps, and the alarm stays.</summary>
    public const int Rounds = 5;

    private CallOut()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>1 when begun; one more with each step.</summary>
    public int Version { get; private set; }

    /// <summary>The rule.</summary>
    public string RuleId { get; private set; } = string.Empty;

    /// <summary>What set it off; unique with the rule, so that one event wakes once.</summary>
    public string Trigger { get; private set; } = string.Empty;

    /// <summary>Why, as the rule says it.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Where it stands.</summary>
    public CallOutState State { get; private set; }

    /// <summary>Ids of the posts in turn, as they were when it began.</summary>
    public IReadOnlyList<string> Turn { get; private set; } = [];

    /// <summary>How grave what set it off is; a graver one of the same rule is called out beside it. 0 when the rule knows no grades.</summary>
    public int Level { get; private set; }

    /// <summary>The time through the list, from 1.</summary>
    public int Round { get; private set; }

    /// <summary>How many of them have been called in this round.</summary>
    public int Called { get; private set; }

    /// <summary>When the next one is called, or the list is given up; <see langword="null"/> once nobody is waited for.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Staffing level that is mustered once somebody answered; <see langword="null"/>: none.</summary>
    public string? StaffingId { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The post that answered, or empty when a person answered on headquarters' page.</summary>
    public string AnsweredPost { get; private set; } = string.Empty;

    /// <summary>Name of who answered on headquarters' page; empty when it was a post by its link.</summary>
    public string AnsweredBy { get; private set; } = string.Empty;

    /// <summary>When somebody answered; <see langword="null"/> before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the list was through without an answer; it stays when somebody answers later.</summary>
    public DateTimeOffset? ExhaustedAt { get; private set; }

    /// <summary>Why it was ended without an answer; empty otherwise.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Whether somebody still has to answer.</summary>
    public bool IsOpen => State is CallOutState.Calling or CallOutState.Unanswered;

    /// <summary>Begins one; the first post is called by <see cref="CallNext"/>.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="trigger">What set it off.</param>
    /// <param name="level">How grave that is; 0 when the rule knows no grades.</param>
    /// <param name="turn">The posts that can be reached, in turn; empty when nobody can: then it is unanswered at its first step.</param>
    /// <param name="at">Now.</param>
    /// <returns>A call-out that has called nobody yet.</returns>
    public static CallOut Begin(Guid id, CallOutRule rule, string trigger, int level, IReadOnlyList<string> turn, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new CallOut
        {
            Id = id,
            Version = 1,
            RuleId = rule.Id,
            Trigger = trigger,
            Level = level,
            Round = 1,
            Reason = rule.Name,
            State = CallOutState.Calling,
            Turn = turn,
            NextAt = at,
            StaffingId = rule.Staffing,
            BegunAt = at,
        };
    }

    /// <summary>Musters the posts of a posture that is set up, because a person says so: nobody has to answer first.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="incidentId">The activation of headquarters.</param>
    /// <param name="incidentVersion">Its version: whoever presses twice musters once.</param>
    /// <param name="staffing">Who comes.</param>
    /// <param name="by">Name of the person.</param>
    /// <param name="at">Now.</param>
    /// <returns>A call-out that is answered and has called nobody in turn.</returns>
    public static CallOut ByHand(Guid id, Guid incidentId, int incidentVersion, Staffing staffing, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(staffing);
        return new CallOut
        {
            Id = id,
            Version = 1,
            RuleId = Manual,
            Trigger = TriggerOf(incidentId, incidentVersion),
            Round = 1,
            Reason = "配備体制をとりました",
            State = CallOutState.Answered,
            StaffingId = staffing.Id,
            BegunAt = at,
            AnsweredBy = by,
            AnsweredAt = at,
        };
    }

    /// <summary>The trigger of what a person musters for an activation.</summary>
    /// <param name="incidentId">The activation of headquarters.</param>
    /// <param name="incidentVersion">Its version.</param>
    /// <returns>Stable for both.</returns>
    public static string TriggerOf(Guid incidentId, int incidentVersion) => $"{incidentId:D}/{incidentVersion}";

    /// <summary>Whether a step is due.</summary>
    /// <param name="now">Now.</param>
    /// <returns>The answer.</returns>
    public bool IsDue(DateTimeOffset now) => IsOpen && NextAt <= now;

    /// <summary>
    /// Calls the next post. When the list is through it is the alarm, and the list begins anew, up to <see cref="Rounds"/> times: who slept
    /// through the first call may hear the second. When the step is <see cref="TooLate"/> nobody is called any more.
    /// </summary>
    /// <param name="within">How long the post has to answer.</param>
    /// <param name="now">Now.</param>
    /// <returns>The post that is called, or <see langword="null"/> when the list is through: the state is then <see cref="CallOutState.Unanswered"/>.</returns>
    /// <exception cref="InvalidOperationException">No step is due.</exception>
    public string? CallNext(TimeSpan within, DateTimeOffset now)
    {
        if (!IsDue(now))
        {
            throw new InvalidOperationException("No step is due.");
        }

        Version++;
        var isTooLate = now - NextAt > TooLate;
        if (Called == Turn.Count || isTooLate)
        {
            State = CallOutState.Unanswered;
            ExhaustedAt ??= now;
            var goesOn = !isTooLate && Turn.Count > 0 && Round < Rounds;
            NextAt = goesOn ? now + within : null;
            (Round, Called) = goesOn ? (Round + 1, 0) : (Round, Called);
            return null;
        }

        NextAt = now + within;
        return Turn[Called++];
    }

    /// <summary>Does not wait any longer for the post that was called last: nothing reached it.</summary>
    /// <param name="now">Now.</param>
    /// <exception cref="InvalidOperationException">Nobody is being called.</exception>
    public void HurryUp(DateTimeOffset now) => NextAt = IsOpen && NextAt is not null ? now : throw new InvalidOperationException("Nobody is being called.");

    /// <summary>Somebody answers 「受けた」. Who was called earlier may still answer, after the next one was called and after the list was through.</summary>
    /// <param name="post">The post by whose link it is; empty for a person on headquarters' page.</param>
    /// <param name="by">Name of that person; empty for a link.</param>
    /// <param name="at">Now.</param>
    /// <returns>This, or <c>callouts.already-answered</c>, <c>callouts.closed</c>, <c>callouts.not-called</c> (a post that was not called yet).</returns>
    public Outcome<CallOut> Answer(string post, string by, DateTimeOffset at)
    {
        if (State == CallOutState.Answered)
        {
            return CallOutRefusals.AlreadyAnswered;
        }

        if (State == CallOutState.Closed)
        {
            return CallOutRefusals.Closed;
        }

        if (post.Length > 0 && !Turn.Take(Round > 1 ? Turn.Count : Called).Contains(post, StringComparer.Ordinal))
        {
            return CallOutRefusals.NotCalled;
        }

        State = CallOutState.Answered;
        AnsweredPost = post;
        AnsweredBy = by;
        AnsweredAt = at;
        NextAt = null;
        Version++;
        return this;
    }

    /// <summary>Ends it without an answer: what set it off is no reason any more.</summary>
    /// <param name="version">The version that was seen.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <returns>This, or <c>callouts.stale-version</c>, <c>callouts.reason-missing</c>, <c>callouts.already-answered</c>, <c>callouts.closed</c>.</returns>
    public Outcome<CallOut> Close(int version, string reason)
    {
        if (version != Version)
        {
            return CallOutRefusals.StaleVersion;
        }

        if (!IsOpen)
        {
            return State == CallOutState.Answered ? CallOutRefusals.AlreadyAnswered : CallOutRefusals.Closed;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > MaxReason)
        {
            return CallOutRefusals.ReasonMissing;
        }

        State = CallOutState.Closed;
        Note = reason.Trim();
        NextAt = null;
        Version++;
        return this;
    }
}

/// <summary>Where a call-out stands.</summary>
public enum CallOutState
{
    /// <summary>呼出中.</summary>
    Calling,

    /// <summary>応答あり.</summary>
    Answered,

    /// <summary>応答なし: the list is through, and nobody answered.</summary>
    Unanswered,

    /// <summary>取りやめ: a person ended it, or what it called for is not waited for any more.</summary>
    Closed,
}
