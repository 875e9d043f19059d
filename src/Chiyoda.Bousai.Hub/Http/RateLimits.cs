using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>Limits per address on what anybody may write. Sources that are trusted by configuration have none.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Networks without limits, CIDR, separated by commas; empty = none. For load tests; a proxy is named in <c>Hub:Proxies</c> instead.</summary>
    [Networks]
    public string Trusted { get; init; } = string.Empty;

    /// <summary>Log-in attempts a minute and address, 1–1000.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 1000)]
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Public writes (subscriptions, receipts) a minute and address, 1–100000. Many people share one address of a carrier.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int PublicWritesPerMinute { get; init; } = 600;

    public IEnumerable<IPNetwork> Networks => NetworksAttribute.Read(Trusted);
}

/// <summary>Names and wiring of the limits.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";

    public const string PublicWrite = "public-write";

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await Problems.Plain(429, "hub.too-many", "短い時間に操作が多すぎます。1分待ってからもう一度行ってください。")
                    .ExecuteAsync(rejected.HttpContext);
            };
            // Looking at the form is no attempt: a whole office shares one address.
            limiter.AddPolicy(SignIn, context => HttpMethods.IsGet(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter("look")
                : PerAddress(context, limits => limits.SignInsPerMinute));
            limiter.AddPolicy(PublicWrite, context => PerAddress(context, limits => limits.PublicWritesPerMinute));
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, Func<LimitsOptions, int> permits)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<LimitsOptions>>().Value;
        var address = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return limits.Networks.Any(network => network.Contains(address))
            ? RateLimitPartition.GetNoLimiter("trusted")
            : RateLimitPartition.GetSlidingWindowLimiter(SubscriberOf(address), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits(limits),
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            });
    }

    /// <summary>A socket for both families gives IPv4 addresses in the dress of IPv6.</summary>
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>One connection has a /64 of IPv6 and may take a new address from it for each request (RFC 6177).</summary>
    private static string SubscriberOf(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
}
