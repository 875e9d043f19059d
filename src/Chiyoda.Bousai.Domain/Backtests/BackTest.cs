using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>
/// What criteria would have proposed over a set of telegrams and readings of gauges, and what they would have missed. It has a clock of its own,
/// which stands at the report time of each telegram or the time of each reading; nothing is written or sent. What is folded and what is proposed is decided by the code that
/// does so live.
/// </summary>
public sealed class BackTest
{
    /// <summary>Within this time two proposals are about one event, and telegrams that follow each other state one event.</summary>
    public static readonly TimeSpan OneEvent = TimeSpan.FromHours(6);

    /// <summary>As many statements of a stream as live looks at.</summary>
    private const int MaxStatements = 200;

    /// <summary>From so many streams on, those that ended are left out.</summary>
    private const int MaxStreams = 64;

    private readonly IReadOnlyList<Criterion> _criteria;
    private readonly ProposalRule _rule;
    private readonly AdviceRule _advice;
    private readonly BackTestGauges _gauges;
    private readonly LevelWatch _levels;
    private readonly Dictionary<string, List<WarningStatement>> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StreamState> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IReadOnlyList<ExpectedLevel>> _expected = [];
    private readonly Dictionary<Guid, LeadTime> _leads = [];
    private readonly List<Proposal> _open = [];
    private readonly List<BackTestEvent> _events = [];
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    private BackTest(IReadOnlyList<Criterion> criteria, IReadOnlyDictionary<string, Zone> zones, GaugeLimits limits)
    {
        _criteria = criteria;
        _rule = new ProposalRule(criteria, zones);
        _advice = new AdviceRule(criteria);
        _gauges = new BackTestGauges(GaugeConditions.Stations(criteria), limits);
        _levels = new LevelWatch(zones);
    }

    /// <summary>Runs a set.</summary>
    /// <param name="criteria">The criteria that are tried.</param>
    /// <param name="zones">The zones of the pack by id.</param>
    /// <param name="telegrams">The set, all of one status, in any order.</param>
    /// <param name="readings">What water gauges read meanwhile, in any order; those at which no criterion looks say nothing.</param>
    /// <param name="limits">Which readings are plausible.</param>
    /// <param name="cancellationToken">Stops between two telegrams.</param>
    /// <returns>What would have happened, in the order of time.</returns>
    public static IReadOnlyList<BackTestEvent> Run(
        IReadOnlyList<Criterion> criteria,
        IReadOnlyDictionary<string, Zone> zones,
        IEnumerable<BackTestTelegram> telegrams,
        IEnumerable<BackTestReading> readings,
        GaugeLimits limits,
        CancellationToken cancellationToken)
    {
        var test = new BackTest(criteria, zones, limits);
        var levels = new Queue<BackTestReading>(readings.Where(test._gauges.Watches).OrderBy(reading => reading.Observation.ObservedAt));
        foreach (var telegram in telegrams
            .Where(each => each.Statements.Count > 0)
            .OrderBy(each => each.ReportedAt)
            .ThenBy(each => each.ControlAt)
            .ThenBy(each => each.Name, StringComparer.Ordinal))
        {
            test.TakeUntil(telegram.ReportedAt, levels, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            test.Take(telegram);
        }

        test.TakeUntil(DateTimeOffset.MaxValue, levels, cancellationToken);
        test._events.AddRange(test._levels.Finish());
        return [.. test._events.OrderBy(happened => happened.At)];
    }

    /// <summary>Readings up to a moment; those of one time come together.</summary>
    private void TakeUntil(DateTimeOffset until, Queue<BackTestReading> readings, CancellationToken cancellationToken)
    {
        while (readings.TryPeek(out var next) && next.Observation.ObservedAt <= until)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _now = next.Observation.ObservedAt > _now ? next.Observation.ObservedAt : _now;
            var before = _gauges.LastKnown();
            while (readings.TryPeek(out var same) && same.Observation.ObservedAt == next.Observation.ObservedAt)
            {
                _gauges.Add(readings.Dequeue());
            }

            var inForce = WarningBoard.Merge(_streams.Values, _now);
            Judge(next.Name, Guid.Empty, new Observed(inForce, before), new Observed(inForce, _gauges.At(_now)));
        }
    }

    private void Take(BackTestTelegram telegram)
    {
        _now = telegram.ReportedAt > _now ? telegram.ReportedAt : _now;
        if (telegram.Expected.Count > 0)
        {
            _expected[telegram.Id] = telegram.Expected;
        }

        var before = WarningBoard.Merge(_streams.Values, _now);
        foreach (var statement in telegram.Statements)
        {
            Keep(statement);
        }

        var after = WarningBoard.Merge(_streams.Values, _now);
        var levels = _gauges.At(_now);
        var observed = new Observed(after, levels);
        Judge(telegram.Name, telegram.Id, new Observed(before, levels), observed);
        foreach (var told in _levels.Follow(telegram, after, _rule.Findings(observed, _now), _advice.Results(observed, _now), _open, _now))
        {
            Tell(told);
        }

        ForgetEnded();
    }

    private void Judge(string name, Guid id, Observed before, Observed after)
    {
        var facts = _rule.Judge(before, after, _open, [], _now);
        foreach (var fact in facts)
        {
            Note(name, id, fact, after.InForce, facts);
        }

        _events.AddRange(_advice.Judge(before, after, _now).Met.Select(met =>
            new BackTestEvent(BackTestEventKind.Advised, _now, name, id, met.Criterion.Id, null, met.Observed) { Proposes = met.Criterion.Proposes }));
    }

    /// <summary>Late by the issuer's times and late by earlier telegrams is late once, by the longer time.</summary>
    private void Tell(BackTestEvent told)
    {
        var same = told.Kind == BackTestEventKind.Late
            ? _events.FindIndex(other => other.Kind == told.Kind && other.At == told.At && other.CriterionId == told.CriterionId)
            : -1;
        if (same < 0)
        {
            _events.Add(told);
        }
        else if (told.By > _events[same].By)
        {
            _events[same] = told;
        }
    }

    /// <summary>Streams that hold nothing any more, earthquakes above all, must not make every telegram slower; what comes to them again is folded anew.</summary>
    private void ForgetEnded()
    {
        if (_streams.Count > MaxStreams)
        {
            foreach (var ended in _streams.Values.Where(stream => stream.SaidAt < _now - OneEvent && stream.At(_now).Count == 0).ToList())
            {
                _streams.Remove(ended.Stream);
            }
        }
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

    private void Note(string name, Guid id, ProposalFact fact, IReadOnlyList<HazardWarning> after, IReadOnlyList<ProposalFact> facts)
    {
        var proposal = fact.Proposal;
        var matched = proposal.Evidence.First(evidence => evidence.Matched);
        var flooding = after.FirstOrDefault(warning => warning.TelegramId == matched.TelegramId && warning.IsFlooding());
        if (fact is Proposed)
        {
            _open.Add(proposal);
        }
        else
        {
            _open.Remove(proposal);
        }

        if (proposal.Measure.Areas.Count == 0)
        {
            // For nobody: no person can decide on it.
            return;
        }

        if (fact is not Proposed)
        {
            Add(BackTestEventKind.Dropped, proposal.Note, null, null);
            var isRaised = facts.OfType<Proposed>().Any(made =>
                made.Proposal.Measure.SharesKeyWith(proposal.Measure) && made.Proposal.Measure.Level > proposal.Measure.Level);
            if (!isRaised && _leads.GetValueOrDefault(proposal.Id) is { } hoped && hoped.ExpectedAt > _now)
            {
                Add(BackTestEventKind.Early, proposal.Note, null, hoped.ExpectedAt - _now);
            }

            return;
        }

        var lead = LeadOf(_criteria.First(known => known.Id == matched.Id), matched, after);
        if (lead is not null)
        {
            _leads[proposal.Id] = lead;
        }

        var isAgain = _events.Exists(earlier =>
            earlier.Kind == BackTestEventKind.Proposed
            && earlier.CriterionId == matched.Id
            && _now - earlier.At < OneEvent
            && earlier.Measure!.Overlap(proposal.Measure).Count > 0);
        Add(BackTestEventKind.Proposed, matched.Observed, lead, null);
        if (lead is { Time: var time } && time < TimeSpan.Zero)
        {
            Add(BackTestEventKind.Late, matched.Observed, null, -time);
        }

        if (isAgain)
        {
            Add(BackTestEventKind.ProposedTwice, matched.Observed, null, null);
        }

        void Add(BackTestEventKind kind, string observed, LeadTime? found, TimeSpan? by) => _events.Add(
            new BackTestEvent(kind, _now, name, id, matched.Id, proposal.Measure, observed)
            {
                Lead = found,
                By = by,
                IsArrivalKnown = kind == BackTestEventKind.Proposed && flooding is not null ? flooding.Arrival?.At is not null : null,
            });
    }

    /// <summary>Until the issuer expects the water in the ward, or the level, by the telegram on which the criterion rests.</summary>
    private LeadTime? LeadOf(Criterion criterion, CriterionEvidence matched, IReadOnlyList<HazardWarning> after)
    {
        var stated = after.Where(warning => warning.TelegramId == matched.TelegramId && warning.Phenomenon == criterion.Warning?.Phenomenon).ToList();
        if (stated.Min(warning => warning.Arrival?.At) is { } arrives)
        {
            return new LeadTime(arrives - _now, arrives, LeadSource.FloodArrival);
        }

        var periods = stated
            .SelectMany(warning => warning.Periods)
            .Where(period => period.Level >= criterion.Warning!.Level && period.StartsAt is not null)
            .Min(period => period.StartsAt);
        if (periods is { } starts)
        {
            return new LeadTime(starts - _now, starts, LeadSource.CriteriaPeriod);
        }

        var levels = _expected.GetValueOrDefault(matched.TelegramId ?? Guid.Empty, [])
            .Where(expected => expected.Level >= criterion.Warning?.Level)
            .Select(expected => (DateTimeOffset?)expected.At)
            .Min();
        return levels is { } reached ? new LeadTime(reached - _now, reached, LeadSource.WaterLevels) : null;
    }
}
