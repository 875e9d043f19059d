using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Shelters;

/// <summary>Everybody reads the places of the register with their last report.</summary>
internal static class ListShelters
{
    public sealed record Response(IReadOnlyList<ShelterView> Items);

    public static async Task<Ok<Response>> HandleAsync(ShelterDesk desk, WardPack pack, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var reports = await desk.ReadAsync(cancellationToken);
        return TypedResults.Ok(new Response(
            [.. pack.Shelters.Where(shelter => shelter.IsValidOn(now.DayInJapan())).Select(shelter => ShelterView.Of(shelter, reports.GetValueOrDefault(shelter.Id), now))]));
    }
}

/// <summary>A place as everybody reads it.</summary>
/// <param name="Id">Id in the register.</param>
/// <param name="Name">Name in Japanese.</param>
/// <param name="EnglishName">Name in letters; null when the register has none.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Area">Code of the 町丁目.</param>
/// <param name="Address">Address in Japanese.</param>
/// <param name="Location">Where it is; null when unknown.</param>
/// <param name="CapacityPersons">Capacity; null when unknown.</param>
/// <param name="FitFor">Hazards for which it is known to be fit.</param>
/// <param name="UnfitFor">Hazards for which it is known to be unfit; what is in neither list is unknown.</param>
/// <param name="State">Whether it takes people in; null when unknown: nobody reported, or over three hours ago.</param>
/// <param name="FreePersons">Free places; null when unknown.</param>
/// <param name="AsOf">When the last report was so, however old; null when there is none.</param>
public sealed record ShelterView(
    string Id,
    string Name,
    string? EnglishName,
    ShelterKind Kind,
    string Area,
    string Address,
    GeoPoint? Location,
    int? CapacityPersons,
    IReadOnlyList<Hazard> FitFor,
    IReadOnlyList<Hazard> UnfitFor,
    ShelterOpening? State,
    int? FreePersons,
    DateTimeOffset? AsOf)
{
    public static ShelterView Of(RegisteredShelter shelter, ShelterReport? report, DateTimeOffset now)
    {
        var holds = report?.HoldsAt(now) == true ? report : null;
        return new ShelterView(
            shelter.Id, shelter.Name, shelter.EnglishName, shelter.Kind, shelter.Area.Value, shelter.Address, shelter.Location, shelter.CapacityPersons,
            [.. shelter.FitFor.Where(fit => fit.Value).Select(fit => fit.Key).Order()], [.. shelter.FitFor.Where(fit => !fit.Value).Select(fit => fit.Key).Order()],
            holds?.State, holds?.FreePersons, report?.AsOf);
    }
}
