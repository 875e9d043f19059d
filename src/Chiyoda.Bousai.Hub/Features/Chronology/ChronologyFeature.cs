using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Chronology;

/// <summary>The order of everything, for staff whole, for the public what is public.</summary>
internal static class ChronologyFeature
{
    public static void MapChronology(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/chronology").WithTags("Chronology").AllowAnonymous().MapGet("/", ListEntries.HandleAsync)
            .Describe("listEntries", "Reads the chronology from a cursor on: for everybody what is public, for staff what staff did too.")
            .ShowsStaffMore();
}
