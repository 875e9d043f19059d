using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Shelters;

/// <summary>Places of refuge: the register, and what is reported of them.</summary>
internal static class SheltersFeature
{
    public static void AddShelters(this IServiceCollection services) => services.AddScoped<ShelterDesk>();

    public static void MapShelters(this IEndpointRouteBuilder routes)
    {
        var shelters = routes.MapGroup("/api/v1/shelters").WithTags("Shelters");
        shelters.MapGet("/", ListShelters.HandleAsync).AllowAnonymous()
            .Describe("listShelters", "The places of the register, and how each was last reported: null is unknown, not closed.");
        shelters.MapPost("/reports", ReportShelter.HandleAsync).RequireAuthorization(Policies.Shelters)
            .Describe("reportShelter", "Reports whether a place takes people in, and how many more. The newest by its own time stands; the same again changes nothing.")
            .Refuses(ShelterRefusals.Unknown, ShelterRefusals.OlderReport, ShelterRefusals.InTheFuture, ShelterRefusals.TooManyFree);
    }
}
