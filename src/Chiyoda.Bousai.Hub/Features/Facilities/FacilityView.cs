using Chiyoda.Bousai.Domain.Facilities;

namespace Chiyoda.Bousai.Hub.Features.Facilities;

/// <summary>A facility of the register as staff programs read it.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name in Japanese.</param>
/// <param name="Area">Area code of the ward pack.</param>
/// <param name="Zones">Zones that it belongs to beside its area.</param>
/// <param name="LowestFloor">Lowest floor that people use, below the ground from -1 down; null when unknown.</param>
/// <param name="DayTelephone">By day; null when not registered.</param>
/// <param name="NightTelephone">By night and on holidays; null when not registered.</param>
/// <param name="Fax">Null when not registered.</param>
/// <param name="Mail">Null when not registered.</param>
/// <param name="Owner">Who runs it; null when unknown.</param>
/// <param name="Hours">When people are in it; null when unknown.</param>
public sealed record FacilityView(
    string Id, FacilityKind Kind, string Name, string Area, IReadOnlyList<string> Zones, int? LowestFloor,
    string? DayTelephone, string? NightTelephone, string? Fax, string? Mail, string? Owner, string? Hours)
{
    public static FacilityView Of(Facility facility) => new(
        facility.Id, facility.Kind, facility.Name, facility.Area.Value, facility.Zones, facility.LowestFloor,
        facility.DayTelephone, facility.NightTelephone, facility.Fax, facility.Mail, facility.Owner, facility.Hours);
}

/// <summary>A call as staff programs read it; its numbers stand in the register.</summary>
/// <param name="Id">Its number.</param>
/// <param name="FacilityId">The facility's id in the register.</param>
/// <param name="Name">Name in Japanese.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Area">Area code of the ward pack.</param>
/// <param name="Version">Named by every step: a step on an older version is refused.</param>
/// <param name="State">How far it is.</param>
/// <param name="Tries">How often somebody tried.</param>
/// <param name="NotedAt">When the state was noted; null before the first step.</param>
/// <param name="NotedBy">Who noted it; empty before.</param>
/// <param name="Note">What was said; empty when nothing.</param>
public sealed record CallView(
    Guid Id, string FacilityId, string Name, FacilityKind Kind, string Area, int Version, CallState State, int Tries, DateTimeOffset? NotedAt, string NotedBy, string Note)
{
    public static CallView Of(FacilityCall call) => new(
        call.Id, call.FacilityId, call.Name, call.Kind, call.Area.Value, call.Version, call.State, call.Tries, call.NotedAt, call.NotedBy, call.Note);
}
