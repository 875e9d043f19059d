using Chiyoda.Bousai.Domain.Areas;
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
    /// <param name="day">The day in Japan.</param>
    /// <returns>Recommended ones first, then 福祉避難所, then the others; open before opening before unknown before full and closed; by name at last.</returns>
    public static IReadOnlyList<ShelterChoice> Judge(
        Hazard hazard, IReadOnlyCollection<string> areas, WardPack pack, IReadOnlyDictionary<string, ShelterReport> reports, DateOnly day)
    {
        HashSet<AreaCode> endangered =
        [
            .. areas.Select(area => new AreaCode(area)),
            .. pack.Zones.Values.Where(zone => zone.Hazard == hazard).SelectMany(zone => zone.Areas),
        ];
        return
        [
            .. pack.Shelters
                .Where(shelter => shelter.Kind is ShelterKind.Shelter or ShelterKind.EmergencySite or ShelterKind.WelfareShelter)
                .Select(shelter => new ShelterChoice(
                    shelter.Id, shelter.Name, shelter.Kind, shelter.Area.Value, Stand(shelter), shelter.CapacityPersons, reports.GetValueOrDefault(shelter.Id)))
                .OrderBy(choice => choice.Standing)
                .ThenBy(choice => choice.Report?.State switch { ShelterOpening.Open => 0, ShelterOpening.Opening => 1, null => 2, _ => 3 })
                .ThenBy(choice => choice.Name, StringComparer.Ordinal),
        ];

        ShelterStanding Stand(RegisteredShelter shelter) =>
            !shelter.IsValidOn(day) ? ShelterStanding.NotValidToday
            : endangered.Contains(shelter.Area) ? ShelterStanding.InDanger
            : !shelter.FitFor.TryGetValue(hazard, out var isFit) ? ShelterStanding.FitnessUnknown
            : !isFit ? ShelterStanding.Unfit
            : shelter.Kind == ShelterKind.WelfareShelter ? ShelterStanding.SecondStage
            : ShelterStanding.Recommended;
    }
}
