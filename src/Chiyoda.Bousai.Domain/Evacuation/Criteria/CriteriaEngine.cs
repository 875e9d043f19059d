using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>Holds the criteria against the information in force. Pure: the same engine runs live and in back-tests.</summary>
public static class CriteriaEngine
{
    /// <summary>Evaluates every criterion that is effective on a day.</summary>
    /// <param name="criteria">The criteria of the pack.</param>
    /// <param name="observed">What they are held against.</param>
    /// <param name="today">The day in Japan.</param>
    /// <returns>One result per effective criterion, in the order given. Where several pieces of information meet one
    /// condition, the highest grade counts, then the newest report.</returns>
    public static IReadOnlyList<CriterionResult> Evaluate(
        IReadOnlyList<Criterion> criteria, Observed observed, DateOnly today) =>
        [.. criteria.Where(criterion => criterion.IsEffectiveOn(today)).Select(criterion => criterion.When switch
        {
            WarningCondition condition => Evaluate(criterion, condition, observed.InForce),
            GaugeCondition condition => Evaluate(criterion, condition, observed.Gauges.GetValueOrDefault(condition.StationId)),
            _ => throw new InvalidOperationException($"Nothing evaluates {criterion.When.GetType().Name}."),
        })];

    /// <summary>Brings results together by cause and zone, so that a proposal carries the matched and the unmatched.</summary>
    /// <param name="results">Results of one evaluation, of criteria that propose orders.</param>
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
                    .ThenByDescending(result => result.Criterion.Warning?.Grade ?? 0)])),
    ];

    private static CriterionResult Evaluate(Criterion criterion, WarningCondition condition, IReadOnlyList<HazardWarning> inForce)
    {
        var scale = condition.Scale;
        var looked = inForce
            .Where(warning => warning.Phenomenon == condition.Phenomenon && (condition.Cause is null || warning.Cause == condition.Cause))
            .OrderByDescending(warning => condition.IsMetBy(scale.GradeOf(warning)))
            .ThenByDescending(scale.GradeOf)
            .ThenByDescending(warning => warning.ReportedAt)
            .ToList();
        var newest = looked.FirstOrDefault();
        return new CriterionResult(
            criterion,
            newest is not null && condition.IsMetBy(scale.GradeOf(newest)),
            newest is null ? "発表中の情報に該当するものはない" : Describe(newest),
            Describe(criterion, condition),
            newest?.TelegramId,
            newest?.ReportedAt,
            newest?.ForecastOnly)
        {
            Events = scale.EndsByLift
                ? new HashSet<string>()
                : looked.Where(warning => condition.IsMetBy(scale.GradeOf(warning))).Select(WarningScale.EventOf).ToHashSet(StringComparer.Ordinal),
        };
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

    private static string Describe(Criterion criterion, WarningCondition condition)
    {
        var of = PhenomenonNames.All[condition.Phenomenon];
        var from = condition.Cause is null ? string.Empty : $"（{criterion.Cause.Name.Ja}）";
        var grade = condition.Scale.NameOf(condition.Grade, condition.Test == LevelTest.AtLeast);
        return grade.StartsWith(of, StringComparison.Ordinal) ? grade : $"{of}{from} {grade}";
    }

    private static CriterionResult Evaluate(Criterion criterion, GaugeCondition condition, GaugeJudgement? gauge)
    {
        var reading = gauge?.LevelMeters is { } level
            ? string.Create(CultureInfo.InvariantCulture, $"{level:0.00} m{Rise(gauge)} {gauge.ObservedAt!.Value.Clock()}")
            : $"不明（{(gauge?.Reason ?? GaugeDoubt.NeverRead).Word()}）{gauge?.ObservedAt?.Clock()}";
        return new CriterionResult(
            criterion,
            gauge?.LevelMeters >= condition.AtLeastMeters,
            $"{condition.Name}の水位 {reading}",
            string.Create(CultureInfo.InvariantCulture, $"{condition.Name}の水位 A.P. {condition.AtLeastMeters:0.00} m 以上"),
            TelegramId: null,
            gauge?.ObservedAt,
            ForecastOnly: null)
        {
            IsKnown = gauge?.LevelMeters is not null,
        };
    }

    private static string Rise(GaugeJudgement gauge) =>
        gauge.Trends.FirstOrDefault(trend => trend.ChangeMeters is not null) is { ChangeMeters: { } change } trend
            ? string.Create(CultureInfo.InvariantCulture, $"（{trend.Over.TotalMinutes:0}分で {change:+0.00;−0.00;±0.00} m）")
            : string.Empty;
}
