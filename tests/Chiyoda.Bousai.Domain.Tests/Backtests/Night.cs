using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Tests.Backtests;

/// <summary>A night of flood forecasts of one river, and criteria to hold against it; minutes count from its begin.</summary>
internal sealed class Night
{
    public const string River = "830304004400";

    private const string Flood = "flood";

    private static readonly DateTimeOffset Begin = new(2026, 9, 12, 18, 0, 0, TimeSpan.FromHours(9));
    private static readonly Cause Cause = new(River, Hazard.Flood, LocalizedText.OfJapanese("神田川"));

    private static readonly GaugeLimits Limits = new(-5, 20, 3, 0.02, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));

    private readonly List<BackTestReading> _readings = [];
    private readonly List<BackTestTelegram> _telegrams = [];
    private readonly List<Criterion> _criteria = [];
    private readonly Dictionary<string, Zone> _zones = [];

    public static DateTimeOffset Minute(int minute) => Begin.AddMinutes(minute);

    /// <summary>A telegram of the river, or about rain; no level is 解除.</summary>
    public Night Says(int minute, int? level, ExpectedLevel[]? expected = null, WarningPeriod[]? periods = null, string phenomenon = Flood, WaterArrival? arrival = null)
    {
        var id = Guid.NewGuid();
        HazardWarning[] inForce = level is null
            ? []
            : [new HazardWarning(
                phenomenon, $"{level}0", level, $"レベル{level}", CauseOf(phenomenon), [new WarningArea("予報区域", River, "神田川")],
                Minute(minute), null, "発表", id, "気象庁", null) { Periods = periods ?? [], Arrival = arrival }];
        var statement = new WarningStatement(
            id, $"通常/{phenomenon}/{River}", TelegramStatus.Normal, InfoType.Issue, River, null, Minute(minute), Minute(minute), Minute(minute), inForce);
        _telegrams.Add(new BackTestTelegram($"{minute}-{phenomenon}.xml", id, Minute(minute), Minute(minute), [statement], expected ?? []));
        return this;
    }

    /// <summary>A gauge reads a level, or nothing.</summary>
    public Night Reads(int minute, double? meters)
    {
        _readings.Add(new BackTestReading("levels.csv", "n1", new GaugeObservation(Minute(minute), meters)));
        return this;
    }

    /// <summary>A criterion of the gauge: from three metres on level 4.</summary>
    public Night WatchesTheGauge(string id, string[] areas)
    {
        Proposes(id, 3, 4, areas);
        _criteria[^1] = _criteria[^1] with { When = new GaugeCondition("n1", "一ツ橋", 3.0) };
        return this;
    }

    /// <summary>A criterion that proposes a notice for the whole municipality when rain reaches a level.</summary>
    public Night Advises(string id, int from)
    {
        Proposes(id, from, 4, [], "none", "rain");
        _criteria[^1] = _criteria[^1] with { ZoneId = Criterion.Everywhere, Proposes = new ProposedNotice("underground-rain", new Dictionary<string, string>()) };
        return this;
    }

    /// <summary>A criterion: from a level on, a measure of a level for areas of the river.</summary>
    public Night Proposes(string id, int from, int level, string[] areas, string zone = "zone", string phenomenon = Flood)
    {
        _zones[zone] = new Zone(zone, Cause.Name, Hazard.Flood, River, [.. areas.Select(area => new AreaCode(area))], "試験");
        _criteria.Add(new Criterion
        {
            Id = id,
            Cause = Cause,
            When = new WarningCondition(phenomenon, CauseOf(phenomenon), from, LevelTest.AtLeast),
            ZoneId = zone,
            Proposes = new ProposedOrder(level, EvacuationAction.GoUp, Audience.Everyone, LocalizedText.OfJapanese("理由")),
            LegalBasis = "法",
            ManualCitation = "計画",
            EffectiveFrom = new DateOnly(2020, 1, 1),
            EffectiveUntil = null,
        });
        return this;
    }

    public IReadOnlyList<BackTestEvent> Run() => RunUntil(CancellationToken.None);

    public IReadOnlyList<BackTestEvent> RunUntil(CancellationToken cancellationToken) => BackTest.Run(_criteria, _zones, _telegrams, _readings, Limits, cancellationToken);

    /// <summary>What happened, without what is not asked: minute, kind, criterion.</summary>
    public IEnumerable<(int Minute, BackTestEventKind Kind, string? Criterion)> Told() => Run().Select(happened =>
        ((int)(happened.At - Begin).TotalMinutes, happened.Kind, happened.CriterionId));

    private static string? CauseOf(string phenomenon) => phenomenon == Flood ? River : null;
}
