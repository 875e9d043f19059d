using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>Holds the criteria against the information in force. Pure: the same engine runs live and in back-tests.</summary>
public static class CriteriaEngine
{
    /// <summary>Evaluates every criterion that is effective on a day.</summary>
    /// <param name="criteria">The criteria of the pack.</param>
    /// <param name="inForce">The information in force that may propose: the caller has left out other statuses (design rule 5)
    /// and what came too late.</param>
    /// <param name="today">The day in Japan.</param>
    /// <returns>One result per effective criterion, in the order given. Where several pieces of information meet one
    /// condition, the highest level counts, then the newest report.</returns>
    public static IReadOnlyList<CriterionResult> Evaluate(
        IReadOnlyList<Criterion> criteria, IReadOnlyList<HazardWarning> inForce, DateOnly today) =>
        [.. criteria.Where(criterion => criterion.IsEffectiveOn(today)).Select(criterion => Evaluate(criterion, inForce))];

    /// <summary>Brings results together by cause and zone, so that a proposal carries the matched and the unmatched.</summary>
    /// <param name="results">Results of one evaluation.</param>
    /// <returns>One finding per cause and zone, in order of first appearance.</returns>
    public static IReadOnlyList<CriteriaFinding> Group(IReadOnlyList<CriterionResult> results) =>
    [
        .. results
            .GroupBy(result => (result.Criterion.Cause.Hazard, result.Criterion.Cause.Id, result.Criterion.ZoneId))
            .Select(group => new CriteriaFinding(
                group.First().Criterion.Cause,
                group.Key.ZoneId,
                [.. group
                    .OrderByDescending(result => result.Criterion.Level ?? 0)
                    .ThenByDescending(result => result.Criterion.When.Level)])),
    ];

    private static CriterionResult Evaluate(Criterion criterion, IReadOnlyList<HazardWarning> inForce)
    {
        var observed = inForce
            .Where(warning => warning.Phenomenon == criterion.When.Phenomenon
                && (criterion.When.Cause is null || warning.Cause == criterion.When.Cause))
            .OrderByDescending(warning => criterion.When.IsMetBy(warning.Level))
            .ThenByDescending(warning => warning.Level ?? 0)
            .ThenByDescending(warning => warning.ReportedAt)
            .FirstOrDefault();

        return new CriterionResult(
            criterion,
            observed is not null && criterion.When.IsMetBy(observed.Level),
            observed is null ? "発表中の情報に該当するものはない" : Describe(observed),
            Describe(criterion),
            observed?.TelegramId,
            observed?.ReportedAt,
            observed?.ForecastOnly);
    }

    private static string Describe(HazardWarning warning)
    {
        var condition = warning.Condition.Length == 0 || warning.Kind.Contains(warning.Condition, StringComparison.Ordinal)
            ? string.Empty
            : warning.Condition.StartsWith(warning.Kind, StringComparison.Ordinal)
                ? warning.Condition[warning.Kind.Length..]
                : $"（{warning.Condition}）";
        var forecast = warning.ForecastOnly == true ? "・予測による発表" : string.Empty;
        return $"{warning.Kind}{condition}{forecast} {warning.ReportedAt.Clock()} {warning.Source}";
    }

    private static string Describe(Criterion criterion)
    {
        var from = criterion.When.Cause is null ? string.Empty : $"（{criterion.Cause.Name.Ja}）";
        var test = criterion.When.Test == LevelTest.AtLeast ? "以上" : string.Empty;
        return $"{PhenomenonNames.All[criterion.When.Phenomenon]}{from} レベル{criterion.When.Level}相当{test}";
    }
}
