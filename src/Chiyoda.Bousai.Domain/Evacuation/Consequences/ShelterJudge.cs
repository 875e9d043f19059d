using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>Says of each place of refuge whether people may be sent there in a hazard.</summary>
public static class ShelterJudge
{
    /// <summary>Judges every place of the register where people find refuge: sites for commuters and bases are none.</summary>
    /// <param name="hazard">The present hazard.</param>
    /// <param name="areas">Codes of the areas that the measure is for.</param>
    /// <param name="pack">Register and zones. A zone of the hazard counts whatever its cause: the next river may follow.</param>
    /// <param name="reports">What was last reported, by id; a place that is missing is unknown.</param>
    /// <param name="at">Now.</param>
    /// <returns>Recommended ones first, then 福祉避難所, then the others; open before opening before unknown before full and closed; by name at last.
    /// A report that does not hold any more ranks as unknown.</returns>
    public static IReadOnlyList<ShelterChoice> Judge(
        Hazard hazard, IReadOnlyCollection<string> areas, WardPack pack, IReadOnlyDictionary<string, ShelterReport> reports, DateTimeOffset at) =>
    [
        .. Stand(hazard, areas, pack, at.DayInJapan())
            .Select(place => new ShelterChoice(
                place.Shelter.Id, place.Shelter.Name, place.Shelter.Kind, place.Shelter.Area.Value, place.Standing, place.Shelter.CapacityPersons,
                reports.GetValueOrDefault(place.Shelter.Id)))
            .OrderBy(choice => choice.Standing)
            .ThenBy(choice => choice.Report is { } report && report.HoldsAt(at) ? report.State switch { ShelterOpening.Open => 0, ShelterOpening.Opening => 1, _ => 3 } : 2)
            .ThenBy(choice => choice.Name, StringComparer.Ordinal),
    ];

    /// <summary>The places to which people may be sent, whatever is reported of them.</summary>
    /// <param name="hazard">The present hazard.</param>
    /// <param name="areas">Codes of the areas that the measure is for.</param>
    /// <param name="pack">Register and zones.</param>
    /// <param name="day">The day in Japan.</param>
    /// <returns>By name.</returns>
    public static IReadOnlyList<RegisteredShelter> Recommended(Hazard hazard, IReadOnlyCollection<string> areas, WardPack pack, DateOnly day) =>
    [
        .. Stand(hazard, areas, pack, day).Where(place => place.Standing == ShelterStanding.Recommended).Select(place => place.Shelter)
            .OrderBy(shelter => shelter.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<(RegisteredShelter Shelter, ShelterStanding Standing)> Stand(Hazard hazard, IReadOnlyCollection<string> areas, WardPack pack, DateOnly day)
    {
        HashSet<AreaCode> endangered =
        [
            .. areas.Select(area => new AreaCode(area)),
            .. pack.Zones.Values.Where(zone => zone.Hazard == hazard).SelectMany(zone => zone.Areas),
        ];
        return pack.Shelters
            .Where(shelter => shelter.Kind is ShelterKind.Shelter or ShelterKind.EmergencySite or ShelterKind.WelfareShelter)
            .Select(shelter => (
                shelter,
                !shelter.IsValidOn(day) ? ShelterStanding.NotValidToday
                    : endangered.Contains(shelter.Area) ? ShelterStanding.InDanger
                    : !shelter.FitFor.TryGetValue(hazard, out var isFit) ? ShelterStanding.FitnessUnknown
                    : !isFit ? ShelterStanding.Unfit
                    : shelter.Kind == ShelterKind.WelfareShelter ? ShelterStanding.SecondStage
                    : ShelterStanding.Recommended));
    }
}
