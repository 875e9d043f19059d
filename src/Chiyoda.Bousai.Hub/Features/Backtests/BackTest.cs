using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>
/// What a ward's criteria would have proposed over a set of telegrams. It has a clock of its own, which stands at the report time of
/// each telegram; no database, and nothing is written or sent. What is folded and what is proposed is decided by the code that does so live.
/// </summary>
internal sealed class BackTest(WardPack pack)
{
    /// <summary>Proposed again so soon, staff would have been asked twice about one event.</summary>
    public static readonly TimeSpan OneEvent = TimeSpan.FromHours(6);

    /// <summary>From this level on a warning without a criterion is reported: level 3 is what 高齢者等避難 rests on.</summary>
    private const int MissedFrom = 3;

    /// <summary>As many statements of a stream as live looks at.</summary>
    private const int MaxStatements = 200;

    private readonly ProposalRule _rule = new(pack.Criteria, pack.Zones);
    private readonly WarningPolicy _policy = WarningPolicy.Default with { FallbackFamilies = pack.Ward.FallbackFamilies };
    private readonly Dictionary<string, List<WarningStatement>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StreamState> _streams = new(StringComparer.Ordinal);
    private readonly List<Proposal> _open = [];
    private readonly List<BackTestEvent> _events = [];
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    /// <summary>Runs a set.</summary>
    /// <param name="pack">The ward with the criteria.</param>
    /// <param name="status">Telegrams of other statuses are left out.</param>
    /// <param name="telegrams">The set, in any order, with the names under which it is reported.</param>
    /// <returns>What would have happened, in the order of time.</returns>
    public static IReadOnlyList<BackTestEvent> Run(WardPack pack, TelegramStatus status, IEnumerable<(string Name, JmaTelegram Telegram)> telegrams)
    {
        var test = new BackTest(pack);
        foreach (var (name, telegram) in telegrams
            .Where(each => each.Telegram.Control.Status == status)
            .OrderBy(each => each.Telegram.Head.ReportedAt)
            .ThenBy(each => each.Telegram.Control.ControlAt)
            .ThenBy(each => each.Name, StringComparer.Ordinal))
        {
            test.Take(name, telegram);
        }

        return test._events;
    }

    private void Take(string name, JmaTelegram telegram)
    {
        _now = telegram.Head.ReportedAt > _now ? telegram.Head.ReportedAt : _now;
        var statements = TelegramStatements.From(telegram, Guid.CreateVersion7(_now), _now, pack.Ward.Codes, _policy);
        if (statements.Count == 0)
        {
            return;
        }

        var before = WarningBoard.Merge(_streams.Values, _now);
        foreach (var statement in statements)
        {
            Keep(statement);
        }

        var after = WarningBoard.Merge(_streams.Values, _now);
        foreach (var fact in _rule.Judge(before, after, _open, [], _now))
        {
            Note(name, fact, after);
        }

        NoteMissed(name, after);
    }

    private void Keep(WarningStatement statement)
    {
        if (!_statements.TryGetValue(statement.Stream, out var known))
        {
            _statements[statement.Stream] = known = [];
        }

        known.Add(statement);
        if (known.Count > MaxStatements)
        {
            known.RemoveAt(0);
        }

        if (WarningFold.State(known) is { } state)
        {
            _streams[statement.Stream] = state;
        }
    }

    private void Note(string name, ProposalFact fact, IReadOnlyList<HazardWarning> after)
    {
        var proposal = fact.Proposal;
        var matched = proposal.Evidence.First(evidence => evidence.Matched);
        if (fact is not Proposed)
        {
            _open.Remove(proposal);
            _events.Add(new BackTestEvent(BackTestEventKind.Dropped, _now, name, matched.Id, proposal.Measure, proposal.Note, null));
            return;
        }

        _open.Add(proposal);
        var criterion = pack.Criteria.First(known => known.Id == matched.Id);
        var isAgain = _events.Exists(earlier =>
            earlier.Kind == BackTestEventKind.Proposed && earlier.CriterionId == matched.Id && _now - earlier.At < OneEvent);
        _events.Add(new BackTestEvent(BackTestEventKind.Proposed, _now, name, matched.Id, proposal.Measure, matched.Observed, LeadTime(criterion, matched, after)));
        if (isAgain)
        {
            _events.Add(new BackTestEvent(BackTestEventKind.ProposedTwice, _now, name, matched.Id, proposal.Measure, matched.Observed, null));
        }
    }

    /// <summary>Until the issuer expects the level; <see langword="null"/> when the telegram does not say, which is not «no time».</summary>
    private TimeSpan? LeadTime(Criterion criterion, CriterionEvidence matched, IReadOnlyList<HazardWarning> after) => after
        .Where(warning => warning.TelegramId == matched.TelegramId && warning.Phenomenon == criterion.When.Phenomenon)
        .SelectMany(warning => warning.Periods)
        .Where(period => period.Level >= criterion.When.Level && period.StartsAt is not null)
        .Select(period => period.StartsAt - _now)
        .Min();

    private void NoteMissed(string name, IReadOnlyList<HazardWarning> after)
    {
        foreach (var warning in after.Where(warning => warning.Level >= MissedFrom))
        {
            var isKnown = pack.Criteria.Any(criterion =>
                criterion.IsEffectiveOn(_now.DayInJapan())
                && criterion.When.Phenomenon == warning.Phenomenon
                && (criterion.When.Cause is null || criterion.When.Cause == warning.Cause)
                && criterion.When.IsMetBy(warning.Level));
            var about = $"{warning.Kind} {warning.Cause}".TrimEnd();
            if (!isKnown && !_events.Exists(earlier => earlier.Kind == BackTestEventKind.Missed && earlier.Observed == about))
            {
                _events.Add(new BackTestEvent(BackTestEventKind.Missed, _now, name, null, null, about, null));
            }
        }
    }
}

/// <summary>What happened in a back-test.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">Report time of the telegram that brought it about.</param>
/// <param name="Telegram">Its name.</param>
/// <param name="CriterionId">The criterion; <see langword="null"/> for what no criterion covers.</param>
/// <param name="Measure">What was proposed; <see langword="null"/> for what no criterion covers.</param>
/// <param name="Observed">What was observed, or why a draft was dropped, in Japanese.</param>
/// <param name="LeadTime">From the proposal until the issuer expects the level; negative when it has begun, <see langword="null"/> when
/// the issuer does not say.</param>
internal sealed record BackTestEvent(
    BackTestEventKind Kind, DateTimeOffset At, string Telegram, string? CriterionId, Measure? Measure, string Observed, TimeSpan? LeadTime);

/// <summary>What can happen in a back-test.</summary>
internal enum BackTestEventKind
{
    /// <summary>A criterion proposed.</summary>
    Proposed,

    /// <summary>A draft lost its ground before anybody took it up.</summary>
    Dropped,

    /// <summary>The same criterion proposed again within <see cref="BackTest.OneEvent"/>.</summary>
    ProposedTwice,

    /// <summary>Information of level 3 or more for the ward that no criterion covers.</summary>
    Missed,
}
