using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Areas;

/// <summary>The ward's areas as a drawing.</summary>
internal static class AreasFeature
{
    public static void AddAreas(this IServiceCollection services) => services.AddSingleton<WardMap>();

    public static void MapAreas(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/areas").WithTags("Areas").MapGet("/inside", ListAreasInside.Handle).RequireAuthorization(Policies.Viewer)
            .Describe("listAreasInside", "How much of each area's derived cell lies inside a ring on the drawing: an aid for choosing, never the choice.")
            .Refuses(ListAreasInside.RingUnreadable);
}
