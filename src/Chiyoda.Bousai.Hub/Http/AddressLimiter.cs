using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>Counts what each address did within the last minute at endpoints that have a limit.</summary>
internal sealed class AddressLimiter : IDisposable
{
    private static readonly (string Limit, string Subscriber) Unlimited = (string.Empty, string.Empty);

    private readonly LimitsOptions _limits;
    private readonly IPNetwork[] _trusted;
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public AddressLimiter(IOptions<LimitsOptions> limits)
    {
        _limits = limits.Value;
        _trusted = [.. _limits.Networks];
        _limiter = PartitionedRateLimiter.Create<HttpContext, (string Limit, string Subscriber)>(PartitionOf);
    }

    /// <summary>Whether a request may go on; what is asked for without a limit always may.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private RateLimitPartition<(string Limit, string Subscriber)> PartitionOf(HttpContext context)
    {
        var address = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is not { } limit
            || PermitsOf(limit, context.Request) is not { } permits
            || _trusted.Any(network => network.Contains(address)))
        {
            return RateLimitPartition.GetNoLimiter(Unlimited);
        }

        return RateLimitPartition.GetSlidingWindowLimiter((limit, SubscriberOf(address)), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });
    }

    private int? PermitsOf(string limit, HttpRequest request) => limit switch
    {
        // Looking at the form is no attempt: a whole office shares one address.
        RateLimits.SignIn => HttpMethods.IsGet(request.Method) ? null : _limits.SignInsPerMinute,
        RateLimits.PasskeyChallenge => _limits.SignInsPerMinute,
        RateLimits.PublicWrite => _limits.PublicWritesPerMinute,
        _ => throw new InvalidOperationException($"There is no limit named «{limit}»."),
    };

    /// <summary>A socket for both families gives IPv4 addresses in the dress of IPv6.</summary>
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>One connection has a /64 of IPv6 and may take a new address from it for each request (RFC 6177).</summary>
    private static string SubscriberOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
}
