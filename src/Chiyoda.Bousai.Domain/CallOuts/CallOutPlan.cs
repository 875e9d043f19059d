using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.CallOuts;

/// <summary>Whom the ward wakes, and on what: posts and rules. Who holds a post, and how they are reached, is deployment data and stands elsewhere.</summary>
public sealed record CallOutPlan
{
    /// <summary>The posts by id.</summary>
    public required IReadOnlyDictionary<string, DutyPost> Posts { get; init; }

    /// <summary>Ids of the posts in the order in which they are called.</summary>
    public required IReadOnlyList<string> Turn { get; init; }

    /// <summary>Who comes at each posture of the plan (配備体制), by the posture's id.</summary>
    public required IReadOnlyDictionary<string, Staffing> Staffings { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<CallOutRule> Rules { get; init; }

    /// <summary>How long a post has to answer before the next one is called.</summary>
    public required TimeSpan AnswerWithin { get; init; }

    /// <summary>What is said.</summary>
    public required CallOutWording Wording { get; init; }

    /// <summary>The one rule that calls for what waits: of those that cover its level the gravest, so that one event wakes once.</summary>
    /// <param name="on">For the decision or for the release.</param>
    /// <param name="level">The level of what waits; without one it counts as 4.</param>
    /// <returns><see langword="null"/> when no rule calls for it.</returns>
    public CallOutRule? RuleFor(CallOutCause on, int? level) => Rules.Where(rule => rule.On == on && rule.AtLeastLevel <= (level ?? 4)).MaxBy(rule => rule.AtLeastLevel);
}

/// <summary>A post on duty: a role, never a person.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Its name in Japanese.</param>
public sealed record DutyPost(string Id, string Name);

/// <summary>Who comes at a posture (配備体制).</summary>
/// <param name="Id">Id of the posture.</param>
/// <param name="Name">Its name in Japanese.</param>
/// <param name="Posts">Ids of the posts that come, in the order in which they are listed.</param>
public sealed record Staffing(string Id, string Name, IReadOnlyList<string> Posts);

/// <summary>On what somebody is woken.</summary>
public enum CallOutCause
{
    /// <summary>A criterion made a proposal.</summary>
    Proposal,

    /// <summary>震度 in the ward.</summary>
    SeismicIntensity,

    /// <summary>A submitted proposal waits for its decision.</summary>
    DecisionWaiting,

    /// <summary>A decided one waits for its release.</summary>
    ReleaseWaiting,

    /// <summary>A required source is not heard.</summary>
    SourceSilent,

    /// <summary>A message of an order in force is held and waits for a person (design rule 10).</summary>
    HeldDispatch,

    /// <summary>An order was released by one person alone (break-glass): the others hear of it at once.</summary>
    ReleasedAlone,
}

/// <summary>One rule.</summary>
/// <param name="Id">Stable id; stands in the chronology for years.</param>
/// <param name="On">On what.</param>
/// <param name="Name">Why somebody is woken, in words that say nothing of a hazard's extent: the message may lie open on a locked screen.</param>
/// <param name="AtLeastLevel">For a proposal, waiting or not, or a held dispatch: the least level. A proposal without a level counts as 4.</param>
/// <param name="AtLeastIntensity">For seismic intensity: the least grade of the scale of relays.</param>
/// <param name="After">For a silent source: how long it is silent; for what waits: how long it waits; zero otherwise.</param>
/// <param name="Staffing">Id of the posture whose posts are mustered once somebody answered; <see langword="null"/>: nobody but who answered.</param>
public sealed record CallOutRule(string Id, CallOutCause On, string Name, int? AtLeastLevel, int? AtLeastIntensity, TimeSpan After, string? Staffing);

/// <summary>Fixed sentences, with the slots <c>{ward}</c>, <c>{reason}</c>, <c>{time}</c>, <c>{post}</c>, <c>{staffing}</c>, <c>{answered}</c>, <c>{url}</c>.</summary>
/// <param name="Call">To the post that is called.</param>
/// <param name="Muster">To the posts of the staffing level.</param>
/// <param name="CheckedBy">Who checked them; <see langword="null"/> when nobody has.</param>
public sealed record CallOutWording(CallOutText Call, CallOutText Muster, string? CheckedBy);

/// <summary>A message.</summary>
/// <param name="Subject">Subject of the mail.</param>
/// <param name="Body">Body of the mail, and the whole of an SMS or a spoken message.</param>
public sealed record CallOutText(MessageText Subject, MessageText Body);
