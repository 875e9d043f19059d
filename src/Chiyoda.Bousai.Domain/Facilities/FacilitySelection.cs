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
        return Concerned(facilities, zones, everyKind ? Audience.Everyone : measure.Audience, areas, zone =>
            zone.Hazard == measure.Hazard && zone.Cause == measure.Cause && zone.Areas.Any(areas.Contains));
    }

    /// <summary>The facilities that a criterion names, before there is any measure.</summary>
    /// <param name="facilities">The register.</param>
    /// <param name="zones">The zones by id.</param>
    /// <param name="zoneId">The zone, or <see cref="Criterion.Everywhere"/>.</param>
    /// <param name="audience">Whose facilities are called.</param>
    /// <returns>As <see cref="Concerned(IEnumerable{Facility}, IReadOnlyDictionary{string, Zone}, Measure, bool)"/>.</returns>
    public static IReadOnlyList<Facility> Concerned(
        IReadOnlyList<Facility> facilities, IReadOnlyDictionary<string, Zone> zones, string zoneId, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(facilities);
        ArgumentNullException.ThrowIfNull(zones);
        var areas = zones.TryGetValue(zoneId, out var meant) ? meant.Areas : facilities.Select(facility => facility.Area);
        return Concerned(facilities, zones, audience, [.. areas], zone => zone.Id == zoneId);
    }

    private static IReadOnlyList<Facility> Concerned(
        IEnumerable<Facility> facilities, IReadOnlyDictionary<string, Zone> zones, Audience audience, HashSet<AreaCode> areas, Func<Zone, bool> touches) =>
    [
        .. facilities
            .Where(facility => IsAddressed(facility, audience))
            .Where(facility => areas.Contains(facility.Area) || facility.Zones.Any(id => zones.TryGetValue(id, out var zone) && touches(zone)))
            .OrderBy(facility => facility.Kind),
    ];

    private static bool IsAddressed(Facility facility, Audience audience) => audience switch
    {
        Audience.ElderlyAndSlow => !facility.Kind.IsUnderground(),
        Audience.Underground => facility.IsUnderground,
        _ => true,
    };
}
