using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>Works out what a proposal would do. Pure: the same for a page, the API and the record of a decision.</summary>
public static class Consequence
{
    /// <summary>Draws the picture of a proposal.</summary>
    /// <param name="proposal">The proposal, in whatever state.</param>
    /// <param name="pack">The ward pack.</param>
    /// <param name="seen">What was looked at; its orders are changed.</param>
    /// <returns>The picture.</returns>
    /// <remarks>Linear in areas, shelters, orders and warnings.</remarks>
    public static DecisionPicture Draw(Proposal proposal, WardPack pack, Sighting seen)
    {
        var measure = proposal.Measure;
        var areas = measure.Areas.Select(code => Burden(code, pack)).ToList();
        var results = CriteriaOf(measure, pack, seen);
        var (before, after, obstacle) = Orders(proposal, seen);
        return new DecisionPicture
        {
            At = seen.At,
            Areas = areas,
            Residents = KnownSum.Of([.. areas.Select(area => area.Residents)]),
            DayPopulation = KnownSum.Of([.. areas.Select(area => area.DayPopulation)]),
            Elderly = KnownSum.Of([.. areas.Select(area => area.Elderly)]),
            Shelters = ShelterJudge.Judge(measure.Hazard, measure.Areas, pack, seen.Shelters, seen.At),
            Subscribers = seen.Subscribers,
            Before = before,
            After = after,
            Obstacle = obstacle,
            Daylight = Daylight.At(seen.At, pack.Ward.Middle),
            Lead = LeadOf(results, seen),
            Arrival = ArrivalOf(measure, seen),
            Gauges = GaugesOf(results, seen),
            Criteria = [.. CriteriaEngine.Group(results).SelectMany(finding => finding.Evidence())],
            Knowledge = seen.Knowledge,
            KnownUntil = seen.KnownUntil,
        };
    }

    private static AreaBurden Burden(string code, WardPack pack) =>
        pack.Areas.TryGetValue(new AreaCode(code), out var area)
            ? new AreaBurden(code, area.Name, area.ResidentsPersons, area.DayPopulationPersons, area.ElderlyPersons)
            : new AreaBurden(code, code, null, null, null);

    private static IReadOnlyList<CriterionResult> CriteriaOf(Measure measure, WardPack pack, Sighting seen) => CriteriaEngine.Evaluate(
        [.. pack.Criteria.Where(criterion => criterion.Cause.Hazard == measure.Hazard && criterion.Cause.Id == measure.Cause)],
        new Observed(seen.Warnings, seen.Gauges),
        seen.At.DayInJapan());

    /// <summary>The first period that is not over, of the information that met the strongest criterion, at its level or above; a bare sentence when there is no time.</summary>
    private static LeadTime? LeadOf(IReadOnlyList<CriterionResult> results, Sighting seen) => results
        .Where(result => result.Matched)
        .OrderByDescending(result => result.Criterion.Level ?? 0)
        .Take(1)
        .SelectMany(result => seen.Warnings
            .Where(warning => warning.TelegramId == result.TelegramId && warning.Phenomenon == result.Criterion.Warning?.Phenomenon)
            .SelectMany(warning => warning.Periods
                .Where(period => (period.Level ?? int.MaxValue) >= result.Criterion.Warning!.Level && !IsOver(period, seen.At))
                .Select(period => new LeadTime(period.Level, period.StartsAt, period.Sentence, warning.TelegramId, warning.Source, warning.ReportedAt))))
        .OrderBy(lead => lead.StartsAt ?? DateTimeOffset.MaxValue)
        .FirstOrDefault();

    /// <summary>By what is in force for the river of the measure, whichever criterion it meets; an arrival that is known before one that is not, then the earliest.</summary>
    private static ArrivalOutlook? ArrivalOf(Measure measure, Sighting seen) => seen.Warnings
        .Where(warning => measure.Hazard == Hazard.Flood && warning.Cause == measure.Cause && warning.IsFlooding())
        .OrderBy(warning => warning.Arrival?.At ?? DateTimeOffset.MaxValue)
        .ThenByDescending(warning => warning.ReportedAt)
        .Select(warning => new ArrivalOutlook(warning.Arrival, warning.TelegramId, warning.Source, warning.ReportedAt))
        .FirstOrDefault();

    private static IReadOnlyList<GaugeOutlook> GaugesOf(IReadOnlyList<CriterionResult> results, Sighting seen) =>
    [
        .. from result in results
           orderby result.Criterion.Level ?? 0
           let condition = result.Criterion.When as GaugeCondition
           where condition is not null
           select GaugeOutlook.Of(condition, result.Criterion.Level, seen.Gauges.GetValueOrDefault(condition.StationId)),
    ];

    private static bool IsOver(WarningPeriod period, DateTimeOffset at) =>
        period is { StartsAt: { } start, Duration: { } length } && start + length <= at;

    private static (IReadOnlyList<HeldOrder> Before, IReadOnlyList<HeldOrder> After, string? Obstacle) Orders(Proposal proposal, Sighting seen)
    {
        // Foreseeing changes the orders, so what holds before is kept first. After a release it holds what was released.
        var before = seen.InForce.Where(order => order.IsInForce).ToDictionary(order => order.Id, order => (order.Measure, order.Version));
        if (!OrderBook.Foresee(proposal, seen.InForce, seen.At).TryGet(out var left, out var refusal))
        {
            IReadOnlyList<HeldOrder> same = [.. before.Select(pair => new HeldOrder(pair.Key, pair.Value.Measure, false))];
            return (same, same, refusal.Code);
        }

        var untouched = left.Where(order => before.TryGetValue(order.Id, out var was) && was.Version == order.Version).Select(order => order.Id).ToHashSet();
        return (
            [.. before.Select(pair => new HeldOrder(pair.Key, pair.Value.Measure, !untouched.Contains(pair.Key)))],
            [.. left.Select(order => new HeldOrder(before.ContainsKey(order.Id) ? order.Id : null, order.Measure, !untouched.Contains(order.Id)))],
            null);
    }
}
