using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Backtests;

/// <summary>One level of one cause, from when it was reached, and which criteria answered it.</summary>
/// <param name="first">What stated it first.</param>
/// <param name="telegram">The telegram of that.</param>
/// <param name="beganAt">When the level was reached.</param>
/// <param name="answeredFrom">When the event began at whatever level: a proposal of a lower level that still stands is an answer too.</param>
/// <param name="isFall">Whether the level is come to from a higher one.</param>
internal sealed class LevelEvent(HazardWarning first, BackTestTelegram telegram, DateTimeOffset beganAt, DateTimeOffset answeredFrom, bool isFall)
{
    private readonly HashSet<(string CodeSet, string Code)> _areas = [.. first.Areas.Select(area => (area.CodeSet, area.Code))];
    private readonly Dictionary<string, (Criterion Criterion, MissedReason Reason)> _awaited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private DateTimeOffset _statedAt = first.ReportedAt;
    private bool _isTold;

    public int Level => first.Level!.Value;

    public DateTimeOffset BeganAt => beganAt;

    public DateTimeOffset AnsweredFrom => answeredFrom;

    public bool IsFall => isFall;

    public bool Shares(HazardWarning warning) =>
        warning.Phenomenon == first.Phenomenon && warning.Cause == first.Cause && warning.Areas.Any(area => _areas.Contains((area.CodeSet, area.Code)));

    public void Add(HazardWarning warning) => _areas.UnionWith(warning.Areas.Select(area => (area.CodeSet, area.Code)));

    /// <summary>Whether it ended with what is in force now.</summary>
    public LevelEventEnd Look(IReadOnlyList<HazardWarning> inForce)
    {
        var related = inForce.Where(Shares).ToList();
        var isSilent = related.Count > 0 && related.Max(warning => warning.ReportedAt) is var newest && Restated(newest);
        return isSilent ? LevelEventEnd.Silent
            : related.Exists(warning => warning.Level >= Level) ? LevelEventEnd.None : LevelEventEnd.Fallen;
    }

    /// <returns>Whether what states it came anew so late that it is another event.</returns>
    private bool Restated(DateTimeOffset newest)
    {
        var isAnother = newest - _statedAt > BackTest.OneEvent;
        _statedAt = newest > _statedAt ? newest : _statedAt;
        return isAnother;
    }

    public bool IsCoveredBy(WarningCondition condition) =>
        condition.Phenomenon == first.Phenomenon && (condition.Cause is null || condition.Cause == first.Cause) && condition.IsMetBy(Level);

    /// <summary>A criterion covers the level and has not proposed. One that answered needs no second answer.</summary>
    public void Await(Criterion criterion, MissedReason reason)
    {
        if (!_answered.Contains(criterion.Id))
        {
            _awaited.TryAdd(criterion.Id, (criterion, reason));
        }
    }

    /// <summary>A criterion proposed.</summary>
    /// <returns>Whether this is its first answer.</returns>
    public bool Answer(Criterion criterion)
    {
        _awaited.Remove(criterion.Id);
        return _answered.Add(criterion.Id);
    }

    public BackTestEvent Late(BackTestTelegram by, Criterion criterion, Proposal answer, DateTimeOffset now) =>
        new(BackTestEventKind.Late, now, by.Name, by.Id, criterion.Id, answer.Measure, About) { By = now - beganAt };

    /// <returns>That no criterion covers it, the first time.</returns>
    public BackTestEvent? TellUncovered()
    {
        var isNews = !_isTold;
        _isTold = true;
        return isNews ? Missed(null, MissedReason.NoCriterion) : null;
    }

    public IEnumerable<BackTestEvent> Unanswered() => _awaited.Values.Select(awaited => Missed(awaited.Criterion.Id, awaited.Reason));

    private string About => $"{first.Kind} {first.Cause}".TrimEnd();

    private BackTestEvent Missed(string? criterion, MissedReason reason) =>
        new(BackTestEventKind.Missed, beganAt, telegram.Name, telegram.Id, criterion, null, About) { MissedLevel = Level, Reason = reason };
}

/// <summary>How an event of a level ends.</summary>
internal enum LevelEventEnd
{
    /// <summary>Not yet.</summary>
    None,

    /// <summary>The level fell below.</summary>
    Fallen,

    /// <summary>Nothing stated it for so long that what states it now is another event.</summary>
    Silent,
}
