namespace Chiyoda.Bousai.Hub.Live;

/// <summary>The doorbells.</summary>
internal static class LiveFeature
{
    public static void AddLive(this IServiceCollection services)
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
        services.AddHostedService<ChronologyFollower>();
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<PublicLiveHub>("/live/public").AllowAnonymous();
        routes.MapHub<StaffLiveHub>("/live/staff");
    }
}
