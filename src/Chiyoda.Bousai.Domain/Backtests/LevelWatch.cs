using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>
/// Watches whether each level that is reached for the ward is answered by a proposal. An event is one level of one cause in areas that
/// hang together; it ends when the level falls below, or when what states it comes anew only after <see cref="BackTest.OneEvent"/>.
/// </summary>
internal sealed class LevelWatch(IReadOnlyDictionary<string, Zone> zones)
{
    /// <summary>From this level on information must be answered: level 3 is what 高齢者等避難 rests on.</summary>
    private const int From = 3;

    private readonly List<LevelEvent> _events = [];

    /// <summary>Looks at what is in force after a telegram and after what was proposed for it.</summary>
    public IReadOnlyList<BackTestEvent> Follow(
        BackTestTelegram telegram, IReadOnlyList<HazardWarning> inForce, IReadOnlyList<CriteriaFinding> findings,
        IReadOnlyList<CriterionResult> advice, IReadOnlyList<Proposal> open, DateTimeOffset now)
    {
        List<BackTestEvent> told = [];
        List<LevelEvent> fallen = [];
        foreach (var one in _events.ToList())
        {
            var end = one.Look(inForce);
            if (end != LevelEventEnd.None)
            {
                told.AddRange(one.Unanswered());
                _events.Remove(one);
            }

            if (end == LevelEventEnd.Fallen)
            {
                fallen.Add(one);
            }
        }

        foreach (var warning in inForce.Where(warning => warning.Level >= From && !inForce.Any(other => other.Level > warning.Level && IsOfOne(other, warning))))
        {
            var one = EventOf(warning, telegram, fallen.FindAll(ended => ended.Shares(warning)), now);

            // A level that is come to from above was reached when the higher one was.
            if (!one.IsFall)
            {
                told.AddRange(Judge(one, telegram, findings, advice, open, now));
            }
        }

        return told;
    }

    /// <summary>What is unanswered when the set ends.</summary>
    public IEnumerable<BackTestEvent> Finish() => _events.SelectMany(one => one.Unanswered());

    private LevelEvent EventOf(HazardWarning warning, BackTestTelegram telegram, List<LevelEvent> fallen, DateTimeOffset now)
    {
        var related = _events.FindAll(one => one.Shares(warning));
        if (related.Find(one => one.Level == warning.Level) is { } known)
        {
            known.Add(warning);
            return known;
        }

        var begun = new LevelEvent(warning, telegram, now, related.Concat(fallen).Select(one => one.AnsweredFrom).Append(now).Min(), fallen.Count > 0);
        _events.Add(begun);
        return begun;
    }

    private List<BackTestEvent> Judge(
        LevelEvent one, BackTestTelegram telegram, IReadOnlyList<CriteriaFinding> findings,
        IReadOnlyList<CriterionResult> advice, IReadOnlyList<Proposal> open, DateTimeOffset now)
    {
        List<BackTestEvent> told = [];

        // A level may be answered by a notice or calls alone: rain that cannot drain is never an order for a whole ward.
        var isCovered = advice.Any(result => result.Matched && result.Criterion.Warning is { } condition && one.IsCoveredBy(condition));
        foreach (var finding in findings)
        {
            if (finding.Results.FirstOrDefault(result => result.Matched && result.Criterion.Warning is { } condition && one.IsCoveredBy(condition)) is not { Criterion: var asked })
            {
                continue;
            }

            isCovered = true;
            var answer = open.FirstOrDefault(draft =>
                draft.CreatedAt >= one.AnsweredFrom && draft.Measure.Areas.Count > 0 && draft.Evidence.First(evidence => evidence.Matched).Id == asked.Id);
            if (answer is null)
            {
                one.Await(asked, zones[finding.ZoneId].Areas.Count == 0 ? MissedReason.EmptyZone
                    : finding.Strongest!.Criterion != asked || open.Any(draft => StandsFor(draft, finding, one)) ? MissedReason.Superseded
                    : MissedReason.StillMatched);
            }
            else if (one.Answer(asked) && one.BeganAt < now && answer.CreatedAt == now)
            {
                told.Add(one.Late(telegram, asked, answer, now));
            }
        }

        if (!isCovered && one.TellUncovered() is { } missed)
        {
            told.Add(missed);
        }

        return told;
    }

    /// <summary>Whether a draft of another criterion, made in this event, is what staff have before them.</summary>
    private static bool StandsFor(Proposal draft, CriteriaFinding finding, LevelEvent one) =>
        draft.CreatedAt >= one.AnsweredFrom && draft.Measure.Hazard == finding.Cause.Hazard && draft.Measure.Cause == finding.Cause.Id;

    private static bool IsOfOne(HazardWarning one, HazardWarning other) =>
        one.Phenomenon == other.Phenomenon && one.Cause == other.Cause && one.Areas.Any(area => other.Areas.Any(same => same.CodeSet == area.CodeSet && same.Code == area.Code));
}
