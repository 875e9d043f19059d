using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Telegrams by POST, by folder, and the health of their sources.</summary>
internal static class FeedsFeature
{
    public static void AddFeeds(this IServiceCollection services, HubRoles roles)
    {
        services.AddOptions<FeedsOptions>().BindConfiguration(FeedsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SourceWatch>();
        services.AddSingleton<TelegramInbox>();
        if (roles.HasFlag(HubRoles.Ingest))
        {
            services.AddHostedService<TelegramSweep>();
        }
    }

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var telegrams = routes.MapGroup("/api/v1/telegrams").WithTags("Feeds");
        telegrams.MapPost("/", PostTelegram.HandleAsync).AllowAnonymous()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(TelegramBody.MaxOctets));
        telegrams.MapGet("/", ReadTelegrams.ListAsync).RequireAuthorization(Policies.Viewer);
        telegrams.MapGet("/{id:guid}", ReadTelegrams.OctetsAsync).RequireAuthorization(Policies.Viewer);
        routes.MapGroup("/api/v1/feeds").WithTags("Feeds").AllowAnonymous().MapPost("/heartbeat", PostHeartbeat.HandleAsync);
    }
}
