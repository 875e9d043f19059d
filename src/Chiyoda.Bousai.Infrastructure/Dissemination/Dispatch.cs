using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// One decision version going out by one channel. The pair is unique: nothing is sent twice because something ran twice. Of a relay or a test
/// (<see cref="Kind"/>) the decision is the relay, the proposal its released rule version, the order its episode; of a notice decision and
/// proposal are the released edition, the order is the notice.
/// </summary>
public sealed class Dispatch
{
    private Dispatch()
    {
    }

    public Dispatch(Guid id, Guid decisionId, Guid proposalId, Guid orderId, int orderVersion, Act act, string channel, int urgency, DateTimeOffset createdAt)
    {
        Id = id;
        DecisionId = decisionId;
        ProposalId = proposalId;
        OrderId = orderId;
        OrderVersion = orderVersion;
        Act = act;
        Channel = channel;
        Urgency = urgency;
        CreatedAt = createdAt;
        PlanPhase = Addressees.AreEarlierFirst(act) ? PlanPhase.EarlierFirst : PlanPhase.Everybody;
    }

    /// <summary>A relay or an announced test, told under a released rule.</summary>
    public static Dispatch OfRelay(Guid id, Relay relay, bool isTest, string channel, int urgency, DateTimeOffset createdAt)
    {
        ArgumentNullException.ThrowIfNull(relay);
        var act = relay.Change switch
        {
            RelayChange.Up => Act.Issue,
            RelayChange.Down => Act.Lower,
            RelayChange.Lift => Act.Lift,
            _ => Act.Correct,
        };
        return new Dispatch(id, relay.Id, relay.StandingRuleId, relay.EpisodeId, relay.Number, act, channel, urgency, createdAt)
        {
            Kind = isTest ? DispatchKind.Test : DispatchKind.Relay,
        };
    }

    /// <summary>A notice of the ward.</summary>
    public static Dispatch OfNotice(Guid id, NoticeRelease release, string channel, int urgency, DateTimeOffset createdAt)
    {
        ArgumentNullException.ThrowIfNull(release);
        var act = release.Act switch
        {
            NoticeAct.Issue => Act.Issue,
            NoticeAct.Correct => Act.Correct,
            _ => Act.Void,
        };
        return new Dispatch(id, release.DecisionId, release.DecisionId, release.NoticeId, release.NoticeVersion, act, channel, urgency, createdAt) { Kind = DispatchKind.Notice };
    }

    public Guid Id { get; private set; }

    public DispatchKind Kind { get; private set; } = DispatchKind.Order;

    public Guid DecisionId { get; private set; }

    public Guid ProposalId { get; private set; }

    public Guid OrderId { get; private set; }

    public int OrderVersion { get; private set; }

    public Act Act { get; private set; }

    public string Channel { get; private set; } = string.Empty;

    /// <summary>Order of service: the level, 0 where there is none; higher first.</summary>
    public int Urgency { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DispatchState State { get; set; } = DispatchState.Waiting;

    /// <summary>Whom the planner walks over now.</summary>
    public PlanPhase PlanPhase { get; set; }

    /// <summary>How far the planner came in its phase: the highest subscription key that is on a page. Planning resumes after it.</summary>
    public long PlannedThrough { get; set; }

    public bool IsPlanned { get; set; }

    /// <summary>Recipients on pages so far; final once planned.</summary>
    public int Recipients { get; set; }

    /// <summary>When its first page was ready, or when a person last let it go on: how long to try counts from here.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FirstAcceptedAt { get; set; }

    public DateTimeOffset? LastAcceptedAt { get; set; }

    /// <summary>Why it is held; empty when it is not.</summary>
    public string HoldReason { get; set; } = string.Empty;

    public int Version { get; set; }

    /// <summary>Whether something of it may still go out, now or after a person let it.</summary>
    public bool IsUnfinished => State is DispatchState.Waiting or DispatchState.Sending or DispatchState.Held;
}

/// <summary>What a dispatch tells.</summary>
public enum DispatchKind
{
    /// <summary>An order of the ward.</summary>
    Order,

    /// <summary>Information of JMA, by a standing rule.</summary>
    Relay,

    /// <summary>A notice of the ward.</summary>
    Notice,

    /// <summary>An announced test, by a standing rule.</summary>
    Test,
}

/// <summary>Whom the planner of a dispatch walks over.</summary>
public enum PlanPhase
{
    /// <summary>Everybody whom it concerns, in one walk.</summary>
    Everybody,

    /// <summary>Those who got the wrong message, before everybody else.</summary>
    EarlierFirst,

    /// <summary>The others whom the right message concerns.</summary>
    TheOthers,
}

/// <summary>Where a dispatch stands.</summary>
public enum DispatchState
{
    /// <summary>Written with the decision, not begun.</summary>
    Waiting,

    /// <summary>Going out.</summary>
    Sending,

    /// <summary>Every recipient has an outcome.</summary>
    Done,

    /// <summary>Stopped until a person looks: the area echo differed, or the hub was away.</summary>
    Held,

    /// <summary>A newer decision took its place before it was done.</summary>
    Superseded,
}
