using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Tests.Areas;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Consequences;

/// <summary>A ward of four areas: 1 and 2 on a river, 3 on another river, 4 on a hill.</summary>
internal static class SamplePack
{
    public const string River = "river";

    private static readonly Cause Cause = new(River, Hazard.Flood, LocalizedText.OfJapanese("川"));

    private static readonly Cause Other = new("other", Hazard.Flood, LocalizedText.OfJapanese("別の川"));

    public static WardPack Of(IReadOnlyList<RegisteredShelter>? shelters = null, params Area[] areas) => new()
    {
        Ward = new Ward
        {
            Name = LocalizedText.OfJapanese("区"),
            Kana = "ク",
            MunicipalityCode = "000000",
            Codes = new WardCodes
            {
                Class20 = new HashSet<string>(),
                Office = "130000",
                Class10And15 = new HashSet<string>(),
                FloodForecastAreas = new HashSet<string>(),
                SeismicCities = new HashSet<string>(),
                SeismicAreas = new HashSet<string>(),
                TsunamiRegions = new Dictionary<string, string>(),
            },
            FullStateFamilies = [],
            Sources = [],
            Languages = ["ja"],
            Contacts = [],
            Outline = [new(139.7, 35.6), new(139.8, 35.6), new(139.8, 35.7), new(139.7, 35.7), new(139.7, 35.6)],
            OutlineSource = "test",
        },
        Areas = (areas.Length > 0 ? areas : [Area("1"), Area("2"), Area("3"), Area("4")]).ToDictionary(area => area.Code),
        Causes = new Dictionary<string, Cause> { [River] = Cause, [Other.Id] = Other },
        Zones = new Dictionary<string, Zone>
        {
            [River] = new Zone(River, LocalizedText.OfJapanese("川沿い"), Hazard.Flood, River, [new("1"), new("2")], "test"),
            [Other.Id] = new Zone(Other.Id, LocalizedText.OfJapanese("別の川沿い"), Hazard.Flood, Other.Id, [new("3")], "test"),
        },
        Shelters = shelters ?? [],
        Criteria = [Criterion(3), Criterion(4)],
        Authorities = [Proposals.Mayor],
        Messages = new MessageCatalog(LocalizedText.OfJapanese("区"), new Dictionary<string, LanguageTemplates>()),
        Channels = [],
        Exercises = new Dictionary<string, ExerciseScenario>(),
        Verifications = [],
    };

    public static Area Area(string code, int? residents = null, int? byDay = null, int? elderly = null) =>
        SampleAreas.Named(code, $"町{code}", "マチ", $"Machi {code}") with { ResidentsPersons = residents, DayPopulationPersons = byDay, ElderlyPersons = elderly };

    public static RegisteredShelter Shelter(
        string id, string area, bool? fitForFlood = true, ShelterKind kind = ShelterKind.Shelter, DateOnly? validUntil = null) => new()
        {
            Id = id,
            Kind = kind,
            Name = id,
            Kana = null,
            EnglishName = null,
            Address = "1-1",
            Area = new AreaCode(area),
            Location = null,
            Telephone = null,
            CapacityPersons = null,
            FitFor = fitForFlood is { } fit ? new Dictionary<Hazard, bool> { [Hazard.Flood] = fit } : new Dictionary<Hazard, bool>(),
            ValidFrom = null,
            ValidUntil = validUntil,
            Source = "test",
            Note = string.Empty,
        };

    private static Criterion Criterion(int level) => new()
    {
        Id = $"river-{level}",
        Cause = Cause,
        When = new WarningCondition("flood", River, level, LevelTest.AtLeast),
        ZoneId = River,
        Proposes = new ProposedOrder(level, EvacuationAction.GoUp, Audience.Everyone, LocalizedText.OfJapanese("水位")),
        LegalBasis = "法",
        ManualCitation = "計画",
        EffectiveFrom = new DateOnly(2020, 1, 1),
        EffectiveUntil = null,
    };
}
