using Chiyoda.Bousai.Hub.Hosting;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>Information of JMA to those who asked for it, by standing rules that were decided and released.</summary>
internal static class RelaysFeature
{
    public static void AddRelays(this IServiceCollection services, HubRoles roles)
    {
        services.AddOptions<RelayOptions>().BindConfiguration("Relays").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<RelayMaker>();
        services.AddScoped<RelayDesk>();
        services.AddScoped<TestMaker>();
        services.AddScoped<TestObstacles>();
        if (roles.HasFlag(HubRoles.Worker))
        {
            services.AddHostedService<RelayClock>();
        }
    }
}
