using System.Net;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// Decides to which endpoints this program speaks. A subscription is a URL written by a stranger; without a policy our
/// server would post to whatever lies inside the municipal network.
/// </summary>
/// <remarks>
/// <see cref="Check(Uri)"/> judges what a URL shows, at the moment of subscribing and before each message. A name may
/// resolve differently later, so the address is judged again at the moment of connecting, by the handler that
/// <see cref="PushSender.CreateHandler"/> makes. Immutable and thread-safe.
/// </remarks>
public sealed class EndpointPolicy
{
    // RFC 6761, RFC 6762 and RFC 9476, and the private-use name of ICANN's resolution of 2024.
    private static readonly string[] InnerSuffixes = [".localhost", ".local", ".internal", ".home.arpa", ".alt", ".onion"];

    private readonly bool _allowLoopback;
    private readonly string[] _allowedHosts;
    private readonly Dictionary<string, Uri> _rewrites;
    private readonly HashSet<(string Host, int Port)> _rewriteTargets;

    /// <summary>Makes the policy that the options describe.</summary>
    /// <param name="options">Read once; later changes have no effect.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names each.</exception>
    public EndpointPolicy(PushSenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfUnusable();
        _allowLoopback = options.AllowLoopback;
        _allowedHosts = [.. options.AllowedHosts];
        _rewrites = options.OriginRewrites.ToDictionary(r => WebOrigin.Of(r.From!), r => r.To!, StringComparer.Ordinal);
        _rewriteTargets = [.. _rewrites.Values.Select(to => (to.IdnHost, to.Port))];
    }

    /// <summary>Judges an endpoint by what its URL shows; nothing is resolved or connected.</summary>
    /// <param name="endpoint">As the browser gave it.</param>
    /// <returns>The reason for which it is refused, or <c>null</c> when it is taken.</returns>
    public EndpointRefusal? Check(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri)
        {
            return EndpointRefusal.NotHttps;
        }

        if (endpoint.UserInfo.Length > 0)
        {
            return EndpointRefusal.HasUserInfo;
        }

        if (_rewrites.ContainsKey(WebOrigin.Of(endpoint)) || IsAllowedLoopback(endpoint))
        {
            return null;
        }

        if (endpoint.Scheme != Uri.UriSchemeHttps)
        {
            return EndpointRefusal.NotHttps;
        }

        if (!IsPublicHost(endpoint))
        {
            return EndpointRefusal.NotPublic;
        }

        return IsListed(Host(endpoint)) ? null : EndpointRefusal.HostNotAllowed;
    }

    /// <summary>Where a message for this endpoint really goes: the endpoint itself, or its path at the origin that
    /// <see cref="PushSenderOptions.OriginRewrites"/> puts in its origin's place.</summary>
    internal Uri Resolve(Uri endpoint) =>
        _rewrites.Count > 0 && _rewrites.TryGetValue(WebOrigin.Of(endpoint), out var target)
            ? new Uri(target, endpoint.PathAndQuery)
            : endpoint;

    /// <summary>Judges an address at the moment of connecting.</summary>
    /// <param name="host">The host of the URL, as it was asked to resolve.</param>
    /// <param name="port">The port of the URL.</param>
    /// <param name="address">One of the addresses the host resolved to.</param>
    internal bool Permits(string host, int port, IPAddress address) =>
        PublicAddress.Is(address)
        || _rewriteTargets.Contains((host, port))
        || (_allowLoopback && IPAddress.IsLoopback(address) && IsLoopbackHost(host));

    private bool IsAllowedLoopback(Uri endpoint) =>
        _allowLoopback
        && (endpoint.Scheme == Uri.UriSchemeHttp || endpoint.Scheme == Uri.UriSchemeHttps)
        && IsLoopbackHost(Host(endpoint));

    private bool IsListed(string host) =>
        _allowedHosts.Length == 0
        || Array.Exists(_allowedHosts, allowed => allowed.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(allowed, StringComparison.OrdinalIgnoreCase));

    /// <summary>Only what is loopback by its own writing: a public name that resolves to 127.0.0.1 is not.</summary>
    private static bool IsLoopbackHost(string host) =>
        IPAddress.TryParse(host, out var address)
            ? IPAddress.IsLoopback(address)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsPublicHost(Uri endpoint)
    {
        var host = Host(endpoint);
        if (IPAddress.TryParse(host, out var address))
        {
            return PublicAddress.Is(address);
        }

        return endpoint.HostNameType == UriHostNameType.Dns
            && host.Contains('.', StringComparison.Ordinal)
            && !Array.Exists(InnerSuffixes, suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The name without the dot that marks it as complete, which would slip past every comparison.</summary>
    private static string Host(Uri endpoint) => endpoint.IdnHost.TrimEnd('.');
}
