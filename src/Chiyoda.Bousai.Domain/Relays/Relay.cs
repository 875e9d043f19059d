namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>
/// One change of one event under one rule: told, held until the morning, or dropped. Rule × event × number is unique over all versions of the
/// rule, so that a change is told once whatever runs twice (design rule 12).
/// </summary>
public sealed class Relay
{
    private Relay()
    {
    }

    /// <summary>The message; the first part of its effect key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The released version of the rule.</summary>
    public Guid StandingRuleId { get; private set; }

    /// <summary>The rule, over its versions.</summary>
    public string RuleId { get; private set; } = string.Empty;

    /// <summary>Status and event, see <see cref="Warnings.WarningScale.EventOf"/>.</summary>
    public string Event { get; private set; } = string.Empty;

    /// <summary>1 for the first change of the event under the rule, one more with each.</summary>
    public int Number { get; private set; }

    /// <summary>The episode from new to 解除: the newest message of an episode takes the place of the one before.</summary>
    public Guid EpisodeId { get; private set; }

    /// <summary>What changed.</summary>
    public RelayChange Change { get; private set; }

    /// <summary>What holds after it; 0 = nothing.</summary>
    public int Grade { get; private set; }

    /// <summary>What was told before it; 0 = nothing.</summary>
    public int Previous { get; private set; }

    /// <summary>The telegram that changed it; empty for a test.</summary>
    public Guid TelegramId { get; private set; }

    /// <summary>The issuer's time of that telegram; the announced moment of a test.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>When it happened here.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>After this it is not handed over any more.</summary>
    public DateTimeOffset ValidUntil { get; private set; }

    /// <summary>What became of it.</summary>
    public RelayState State { get; private set; }

    /// <summary>Whether the information went out of force without that being told: it ran out, or the rule told nothing then.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Grows with each step.</summary>
    public int Version { get; private set; }

    /// <summary>Makes one.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The released version of the rule.</param>
    /// <param name="event">Status and event.</param>
    /// <param name="news">The news.</param>
    /// <param name="newest">The newest of this event under the rule, whatever became of it; <see langword="null"/> when there is none.</param>
    /// <param name="lastTold">The last that was told; <see langword="null"/> when none was.</param>
    /// <param name="telegramId">The telegram that changed it.</param>
    /// <param name="reportedAt">The issuer's time.</param>
    /// <param name="endsAt">When the information ends by itself; <see langword="null"/> when it does not.</param>
    /// <param name="at">Now.</param>
    /// <param name="waits">Whether the rule's night holds it.</param>
    /// <returns>A relay that is told, held or dropped.</returns>
    public static Relay Of(
        Guid id, StandingRule rule, string @event, RelayNews news, Relay? newest, Relay? lastTold, Guid telegramId, DateTimeOffset reportedAt,
        DateTimeOffset? endsAt, DateTimeOffset at, bool waits)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(news);
        var until = at + rule.Rule.TellFor;
        return new Relay
        {
            Id = id,
            StandingRuleId = rule.Id,
            RuleId = rule.RuleId,
            Event = @event,
            Number = (newest?.Number ?? 0) + 1,
            EpisodeId = news.ContinuesEpisode && lastTold is not null ? lastTold.EpisodeId : id,
            Change = news.Change,
            Grade = news.Grade,
            Previous = news.Previous,
            TelegramId = telegramId,
            ReportedAt = reportedAt,
            CreatedAt = at,
            ValidUntil = endsAt < until ? endsAt.Value : until,
            State = !waits ? RelayState.Told : rule.Rule.Night!.InTheMorning ? RelayState.Held : RelayState.Dropped,
            Version = 1,
        };
    }

    /// <summary>Makes the one message of an announced test.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The released version of the rule; it has a test.</param>
    /// <param name="at">Now.</param>
    /// <returns>A relay that is told, of no telegram.</returns>
    /// <exception cref="InvalidOperationException">The rule tells no test.</exception>
    public static Relay OfTest(Guid id, StandingRule rule, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var test = rule.Rule.Test ?? throw new InvalidOperationException("The rule tells no test.");
        return Of(id, rule, test.EventName(), new RelayNews(RelayChange.Up, AnnouncedTest.Grade, 0, ContinuesEpisode: false), null, null, Guid.Empty, test.At, null, at, waits: false);
    }

    /// <summary>The information is not in force any more, and nobody was told: what comes next is new.</summary>
    public void End()
    {
        IsOver = true;
        Version++;
    }

    /// <summary>What was held at night does not hold any more, or was told anew in the morning; a test is not sent any more.</summary>
    public void Drop()
    {
        State = RelayState.Dropped;
        Version++;
    }
}

/// <summary>What became of a change.</summary>
public enum RelayState
{
    /// <summary>It goes out.</summary>
    Told,

    /// <summary>Held until the morning by the rule's night.</summary>
    Held,

    /// <summary>Not told: by the rule's night, or because it did not hold any more in the morning.</summary>
    Dropped,
}
