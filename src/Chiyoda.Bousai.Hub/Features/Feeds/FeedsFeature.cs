using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Telegrams by POST, by folder, and the health of their sources.</summary>
internal static class FeedsFeature
{
    /// <exception cref="StartRefusedException">A feed is configured that this deployment may not ask.</exception>
    public static void AddFeeds(this IServiceCollection services, Deployment deployment, WardPack pack, IConfiguration configuration)
    {
        services.AddOptions<FeedsOptions>().BindConfiguration(FeedsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FullState>();
        services.AddSingleton<SourceWatch>();
        services.AddSingleton<FeedsMeter>();
        services.AddScoped<GaugeBook>();
        services.AddSingleton<TelegramInbox>();
        if (deployment.Roles.HasFlag(HubRoles.Ingest))
        {
            services.AddHostedService<TelegramSweep>();
            services.AddHostedService<SourceNotes>();
        }

        services.AddPolling(deployment, pack, configuration);
    }

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        var telegrams = routes.MapGroup("/api/v1/telegrams").WithTags("Feeds");
        telegrams.MapPost("/", PostTelegram.HandleAsync).TakesFeedKey()
            .Describe("postTelegram", "A receiver program hands in a telegram as it came. Octets that cannot be read are kept, and answered 202 too.")
            .Refuses(413, "hub.too-large")
            .WithMetadata(new RequestSizeLimitAttribute(TelegramBody.MaxOctets))
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.RequestBody = AnyOctets();
                return Task.CompletedTask;
            });
        telegrams.MapGet("/", ReadTelegrams.ListAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listTelegrams", "What came in, newest first, the unreadable too.");
        telegrams.MapGet("/{id:guid}", ReadTelegrams.OctetsAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getTelegram", "The original octets of a telegram, up to the reading limit.")
            .Produces<Stream>(contentType: "application/octet-stream")
            .Refuses(ReadTelegrams.Unknown, ReadTelegrams.Dropped);
        var feeds = routes.MapGroup("/api/v1/feeds").WithTags("Feeds");
        feeds.MapGet("/", ListFeeds.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listFeeds", "The health of every source: when it was last heard, what it misses, what it answered.");
        feeds.MapGet("/gauges", ListGauges.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listGauges", "Water levels in metres above A.P., and where they go. What is missing, old or implausible is unknown.");
        feeds.MapGet("/unconfirmed", ListUnconfirmed.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listUnconfirmed", "What another source than JMA says of earthquakes and tsunamis. Nothing follows from it.");
        feeds.MapGet("/foreign", ListForeign.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listForeign", "Alerts of services abroad that hold now, for information. Nothing follows from them.");
        feeds.MapPost("/poll", PollNow.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("pollFeeds", "Asks everything that is polled as soon as possible, whatever pause it is in. Repeated within ten seconds it changes nothing.");
        feeds.MapPost("/heartbeat", PostHeartbeat.HandleAsync).TakesFeedKey()
            .Describe("postHeartbeat", "A pushed source says that it is there, and whether it has sent everything that is in force.")
            .Refuses(400, "feeds.unknown-source");
    }

    /// <summary>For receiver programs: the key of the feed stands in for a session.</summary>
    private static RouteHandlerBuilder TakesFeedKey(this RouteHandlerBuilder route) =>
        route.AllowAnonymous().AddEndpointFilter<FeedKeyFilter>().WithMetadata(new NeedsFeedKey()).Refuses(401, "feeds.wrong-key");

    private static OpenApiRequestBody AnyOctets() => new()
    {
        Required = true,
        Description = "A JMA telegram (気象庁防災情報XML), untouched. The content type is not looked at.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["*/*"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        },
    };
}
