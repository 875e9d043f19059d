using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;

namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>What happened in a back-test.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">Report time of the telegram, or time of the reading, that brought it about; of what was missed, when its level began.</param>
/// <param name="Telegram">The telegram's name, or that of the readings.</param>
/// <param name="TelegramId">The telegram; <see cref="Guid.Empty"/> for a reading.</param>
/// <param name="CriterionId">The criterion; <see langword="null"/> for what no criterion covers.</param>
/// <param name="Measure">The order that was proposed; <see langword="null"/> for what was missed and for what is no order.</param>
/// <param name="Observed">What was observed, or why a draft was dropped, in Japanese.</param>
public sealed record BackTestEvent(
    BackTestEventKind Kind, DateTimeOffset At, string Telegram, Guid TelegramId, string? CriterionId, Measure? Measure, string Observed)
{
    /// <summary>Of a notice or calls that were proposed: which.</summary>
    public Proposable? Proposes { get; init; }

    /// <summary>Of a proposal: how long until the issuer expects the level; <see langword="null"/> when the issuer does not say, which is not «no time».</summary>
    public LeadTime? Lead { get; init; }

    /// <summary>Of a proposal on water that leaves a river: whether the telegram says when it reaches the ward. <see langword="null"/> where that is not the question.</summary>
    public bool? IsArrivalKnown { get; init; }

    /// <summary>Of what came late: how long after the level began. Of what came early: how long before the level was expected it was dropped.</summary>
    public TimeSpan? By { get; init; }

    /// <summary>Of what was missed: its 警戒レベル相当.</summary>
    public int? MissedLevel { get; init; }

    /// <summary>Of what was missed: why.</summary>
    public MissedReason? Reason { get; init; }
}

/// <summary>What can happen in a back-test.</summary>
public enum BackTestEventKind
{
    /// <summary>A criterion proposed.</summary>
    Proposed,

    /// <summary>A criterion proposed a notice or calls.</summary>
    Advised,

    /// <summary>The proposal came after its level had begun, as the issuer says or as earlier telegrams state.</summary>
    Late,

    /// <summary>The same criterion proposed for some of the same areas within <see cref="BackTest.OneEvent"/>: staff are asked twice about one event.</summary>
    ProposedTwice,

    /// <summary>A draft lost its ground before anybody took it up, or gave way to a higher one.</summary>
    Dropped,

    /// <summary>A draft lost its ground before the time for which its level was expected: it was made too early, or for nothing.</summary>
    Early,

    /// <summary>Information of level 3 or more for the ward, to which nothing was proposed. Told once per event.</summary>
    Missed,
}

/// <summary>Why nothing was proposed.</summary>
public enum MissedReason
{
    /// <summary>No criterion covers it.</summary>
    NoCriterion,

    /// <summary>The zone of the criterion has no areas.</summary>
    EmptyZone,

    /// <summary>A draft of another criterion stood in its place.</summary>
    Superseded,

    /// <summary>The criterion had been matched before and never stopped, so that it did not become matched.</summary>
    StillMatched,
}
