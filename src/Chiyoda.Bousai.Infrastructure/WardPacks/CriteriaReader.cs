using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>criteria/*.json</c>: one cause a file, with its criteria. A cause may have none.</summary>
internal sealed class CriteriaReader(PackFolder folder, Ward ward)
{
    private readonly List<(PackObject File, Cause Cause)> _files = [];

    private readonly OrderedDictionary<string, Cause> _causes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Cause> ReadCauses()
    {
        foreach (var name in folder.JsonFiles("criteria"))
        {
            if (folder.Verified(name) is not { } file)
            {
                continue;
            }

            var item = file.Object("cause");
            var cause = new Cause(item.Text("id"), item.Word<Hazard>("hazard"), item.Localized("names", ward.Languages));
            item.Done();
            if (!_causes.TryAdd(cause.Id, cause))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            _files.Add((file, cause));
        }

        return _causes;
    }

    public IReadOnlyList<(PackObject At, Criterion Criterion)> ReadCriteria(IReadOnlyDictionary<string, Zone> zones)
    {
        var criteria = new List<(PackObject, Criterion)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, cause) in _files)
        {
            foreach (var item in file.Objects("criteria"))
            {
                var criterion = Criterion(item, cause);
                if (!ids.Add(criterion.Id))
                {
                    item.Problem(PackRules.Duplicate, "id");
                }

                if (criterion.Proposes is not ProposedOrder && criterion.ZoneId == Domain.Evacuation.Criteria.Criterion.Everywhere)
                {
                    // A notice and calls may be for the whole municipality; an order never is without its areas being named.
                }
                else if (!zones.TryGetValue(criterion.ZoneId, out var zone))
                {
                    item.Problem(PackRules.UnknownZone, "zone");
                }
                else if (zone.Cause != cause.Id)
                {
                    item.Problem(PackRules.ZoneCause, "zone");
                }

                criteria.Add((item, criterion));
            }

            file.Done();
        }

        return criteria;
    }

    private Criterion Criterion(PackObject item, Cause cause)
    {
        var source = item.Text("source");
        if (source is not ("warning" or "gauge"))
        {
            item.Problem(PackRules.UnknownWord, "source");
        }

        var criterion = new Criterion
        {
            Id = item.Text("id"),
            Cause = cause,
            When = source == "gauge" ? Gauge(item.Object("when")) : Condition(item.Object("when"), cause),
            ZoneId = item.Text("zone"),
            Proposes = Proposes(item, cause),
            LegalBasis = item.Text("legalBasis"),
            ManualCitation = item.Text("manualCitation"),
            EffectiveFrom = item.Day("effectiveFrom"),
            EffectiveUntil = item.DayOrNull("effectiveUntil"),
        };
        if (criterion.EffectiveUntil < criterion.EffectiveFrom)
        {
            item.Problem(PackRules.DatesReversed, "effectiveUntil");
        }

        item.Done();
        return criterion;
    }

    private Proposable Proposes(PackObject item, Cause cause)
    {
        var proposes = item.Object("proposes");
        var kind = proposes.Text("kind");
        Proposable proposed;
        switch (kind)
        {
            case "notice":
                var slots = proposes.Object("slots");
                proposed = new ProposedNotice(
                    proposes.Text("template", 64), slots.Names.ToList().ToDictionary(name => name, name => slots.Text(name), StringComparer.Ordinal));
                slots.Done();
                break;
            case "facility-calls":
                proposed = new ProposedCalls(proposes.Word<Audience>("audience"));
                break;
            default:
                if (kind != "order")
                {
                    proposes.Problem(PackRules.UnknownWord, "kind");
                }

                proposed = new ProposedOrder(
                    LevelRule.Read(proposes, cause.Hazard),
                    proposes.Word<EvacuationAction>("action"),
                    proposes.Word<Audience>("audience"),
                    item.Localized("reason", ward.Languages));
                break;
        }

        proposes.Done();
        return proposed;
    }

    private static GaugeCondition Gauge(PackObject when)
    {
        var condition = new GaugeCondition(when.Text("station", 64), when.Text("name", 60), when.Real("atLeastMeters"));
        if (condition.AtLeastMeters is < -20 or > 100)
        {
            when.Problem(PackRules.GaugeMeters, "atLeastMeters");
        }

        when.Done();
        return condition;
    }

    private WarningCondition Condition(PackObject when, Cause of)
    {
        var phenomenon = when.Text("phenomenon");
        var scale = WarningScale.ByPhenomenon.GetValueOrDefault(phenomenon);
        if (scale is null)
        {
            when.Problem(PackRules.UnknownWord, "phenomenon");
        }

        var condition = PhenomenonNames.Levelled.Contains(phenomenon) ? ByLevel(when, phenomenon, of) : ByGrade(when, phenomenon, scale);
        when.Done();
        return condition;
    }

    private WarningCondition ByLevel(PackObject when, string phenomenon, Cause of)
    {
        var cause = when.OptionalText("cause");
        if (phenomenon == "flood" && cause is null)
        {
            when.Problem(PackRules.FloodNeedsCause, "phenomenon");
        }
        else if (phenomenon == "flood" && !ward.Codes.FloodForecastAreas.Contains(cause!))
        {
            when.Problem(PackRules.UnknownForecastArea, "cause");
        }
        else if (cause is not null && cause != of.Id)
        {
            when.Problem(PackRules.ConditionCause, "cause");
        }

        var atLeast = when.OptionalNumber("atLeastLevel");
        var exactly = when.OptionalNumber("exactLevel");
        if ((atLeast is null) == (exactly is null))
        {
            when.Problem(PackRules.OneLevelTest, "phenomenon");
        }
        else if ((atLeast ?? exactly) is not (>= 2 and <= 5))
        {
            when.Problem(PackRules.WarningLevelRange, atLeast is null ? "exactLevel" : "atLeastLevel");
        }

        return new WarningCondition(
            phenomenon, cause, atLeast ?? exactly ?? 0, exactly is null ? LevelTest.AtLeast : LevelTest.Exactly);
    }

    /// <summary>震度5弱, 津波注意報 …: what has no level has a scale of its own.</summary>
    private static WarningCondition ByGrade(PackObject when, string phenomenon, WarningScale? scale)
    {
        var word = when.Text("atLeast");
        var grade = 0;
        if (scale?.Words.TryGetValue(word, out grade) == false)
        {
            when.Problem(PackRules.RelayGrade, "atLeast");
        }

        return new WarningCondition(phenomenon, null, grade, LevelTest.AtLeast);
    }
}
