using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>Whom a measure concerns. When in doubt a facility is on the list: one call too many costs a minute.</summary>
public static class FacilitySelection
{
    /// <summary>The facilities to be called, underground first, then those whose people need time.</summary>
    /// <param name="facilities">The register.</param>
    /// <param name="zones">The zones by id.</param>
    /// <param name="measure">What holds where.</param>
    /// <param name="everyKind">Whether all facilities there are called, whomever the measure addresses.</param>
    /// <returns>Each once, by kind and then in the order of the register.</returns>
    public static IReadOnlyList<Facility> Concerned(
        IEnumerable<Facility> facilities, IReadOnlyDictionary<string, Zone> zones, Measure measure, bool everyKind)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var areas = measure.Areas.Select(code => new AreaCode(code)).ToHashSet();
        return
        [
            .. facilities
                .Where(facility => everyKind || IsAddressed(facility, measure.Audience))
                .Where(facility => areas.Contains(facility.Area) || facility.Zones.Any(id => zones.TryGetValue(id, out var zone) && Touches(zone, measure, areas)))
                .OrderBy(facility => facility.Kind),
        ];
    }

    private static bool IsAddressed(Facility facility, Audience audience) => audience switch
    {
        Audience.ElderlyAndSlow => !facility.Kind.IsUnderground(),
        Audience.Underground => facility.IsUnderground,
        _ => true,
    };

    private static bool Touches(Zone zone, Measure measure, HashSet<AreaCode> areas) =>
        zone.Hazard == measure.Hazard && zone.Cause == measure.Cause && zone.Areas.Any(areas.Contains);
}
