using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>What is in force for the ward.</summary>
internal static class WarningsFeature
{
    public static void AddWarnings(this IServiceCollection services)
    {
        services.AddScoped<WarningDesk>();
        services.AddScoped<GaugeDesk>();
        services.AddScoped<EarthquakeReadings>();
        services.AddScoped<TsunamiReadings>();
    }

    public static void MapWarnings(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/warnings").WithTags("Warnings").AllowAnonymous().MapGet("/", ListWarnings.HandleAsync)
            .Describe("listWarnings", "Hazard information of outside authorities that is in force for the ward, and whether that is known.");
}
