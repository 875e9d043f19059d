using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Features.Subscriptions;

/// <summary>Devices ask for messages and take it back, without an account: the id they made is the secret.</summary>
internal static class SubscriptionsFeature
{
    private const int MostOctets = 16 * 1024;

    public static void AddSubscriptions(this IServiceCollection services, HubRoles roles)
    {
        services.AddScoped<SubscriptionRegister>();
        services.AddSingleton<AudienceIndex>();
        if (roles.HasFlag(HubRoles.Web))
        {
            services.AddHostedService<AudienceWarmer>();
        }
    }

    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        var subscriptions = routes.MapGroup("/api/v1/subscriptions").WithTags("Subscriptions")
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.PublicWrite);
        subscriptions.MapPut("/{id:guid}", PutSubscription.HandleAsync).WithMetadata(new RequestSizeLimitAttribute(MostOctets))
            .Describe("putSubscription", "A device asks for messages, or changes what it asked for. The id is a random UUID of its own making, and a secret.")
            .Refuses(PutSubscription.Refusals);
        subscriptions.MapGet("/{id:guid}", GetSubscription.HandleAsync)
            .Describe("getSubscription", "A device reads what it asked for. Endpoint and keys never come back.")
            .Refuses(SubscriptionRefusals.Unknown);
        subscriptions.MapDelete("/{id:guid}", DeleteAsync)
            .Describe("deleteSubscription", "The device is forgotten; again is no fault.");
        routes.MapGet("/api/v1/push-key", GetPushKey).WithTags("Subscriptions").AllowAnonymous()
            .Describe("getPushKey", "The public key that a browser needs to subscribe (VAPID, RFC 8292).");
    }

    public sealed record PushKey(string PublicKey);

    private static Ok<PushKey> GetPushKey(PushSecrets secrets) => TypedResults.Ok(new PushKey(secrets.Vapid.PublicKey));

    private static async Task<NoContent> DeleteAsync(Guid id, SubscriptionRegister register, CancellationToken cancellationToken)
    {
        await register.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
