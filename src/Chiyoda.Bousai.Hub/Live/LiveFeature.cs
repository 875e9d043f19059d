using Chiyoda.Bousai.Hub.Hosting;

namespace Chiyoda.Bousai.Hub.Live;

/// <summary>The doorbells.</summary>
internal static class LiveFeature
{
    public const string Path = "/live";

    public static void AddLive(this IServiceCollection services, HubRoles roles, string? redis)
    {
        services.AddSignalR(signalr =>
        {
            signalr.MaximumReceiveMessageSize = 1024;
            signalr.StatefulReconnectBufferSize = 0;
            signalr.EnableDetailedErrors = false;
        });
        services.AddSingleton<LivePresence>();
        services.AddSingleton<IChronologyListener, LiveRinger>();
        services.AddSingleton<IChronologyListener, ToldHere>();
        if (!string.IsNullOrWhiteSpace(redis))
        {
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Backplane>(provider, redis));
            services.AddHostedService(provider => provider.GetRequiredService<Backplane>());
        }

        if (roles.HasFlag(HubRoles.Web))
        {
            services.AddHostedService<ChronologyFollower>();
        }
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<PublicLiveHub>($"{Path}/public").AllowAnonymous();
        routes.MapHub<StaffLiveHub>($"{Path}/staff");
    }
}
