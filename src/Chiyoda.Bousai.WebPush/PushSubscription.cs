using System.Diagnostics.CodeAnalysis;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// Where one browser is reached, and the keys with which it alone can read what is sent.
/// </summary>
/// <remarks>
/// The endpoint is a capability: whoever has it can send. It is never logged, and <see cref="ToString"/> shows its
/// origin only. Whether this program may connect to it is another question, see <see cref="EndpointPolicy"/>.
/// Immutable and thread-safe.
/// </remarks>
/// <seealso href="https://www.w3.org/TR/push-api/#pushsubscription-interface">Push API, PushSubscription</seealso>
public sealed class PushSubscription
{
    /// <summary>Length of the authentication secret in octets (RFC 8291 section 3.2).</summary>
    public const int AuthOctets = 16;

    /// <summary>Longest endpoint that is taken, in characters. Those of the known services are below 800.</summary>
    public const int MaxEndpointCharacters = 2048;

    private readonly byte[] _p256dh;
    private readonly byte[] _auth;

    private PushSubscription(Uri endpoint, byte[] p256dh, byte[] auth)
    {
        Endpoint = endpoint;
        _p256dh = p256dh;
        _auth = auth;
        Origin = WebOrigin.Of(endpoint);
    }

    /// <summary>The push resource to which messages are posted (RFC 8030 section 5). A secret.</summary>
    public Uri Endpoint { get; }

    /// <summary>Scheme, host and port of the endpoint, the port only where it is not the scheme's own
    /// (RFC 6454 section 6.2).</summary>
    public string Origin { get; }

    /// <summary>The browser's public key: 65 octets, a point of P-256 in uncompressed form.</summary>
    public ReadOnlyMemory<byte> P256dh => _p256dh;

    /// <summary>The secret shared with the browser: 16 octets.</summary>
    public ReadOnlyMemory<byte> Auth => _auth;

    /// <summary>Reads a subscription as <c>PushSubscription.toJSON()</c> writes it.</summary>
    /// <param name="endpoint">An absolute http or https URL; <c>null</c> is refused.</param>
    /// <param name="p256dh">base64url with or without padding; <c>null</c> is refused.</param>
    /// <param name="auth">base64url with or without padding; <c>null</c> is refused.</param>
    /// <param name="subscription">The subscription when the result is <c>true</c>, else <c>null</c>.</param>
    /// <param name="refusal">The first thing that is wrong, else <see cref="SubscriptionRefusal.None"/>.</param>
    /// <returns><c>true</c> when messages can be encrypted for this subscription.</returns>
    public static bool TryParse(
        string? endpoint,
        string? p256dh,
        string? auth,
        [NotNullWhen(true)] out PushSubscription? subscription,
        out SubscriptionRefusal refusal)
    {
        subscription = null;
        if (endpoint is null || endpoint.Length > MaxEndpointCharacters || !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri))
        {
            refusal = SubscriptionRefusal.EndpointUnreadable;
            return false;
        }

        if (Base64UrlText.Decode(p256dh) is not { } key)
        {
            refusal = SubscriptionRefusal.KeyUnreadable;
            return false;
        }

        if (Base64UrlText.Decode(auth) is not { } secret)
        {
            refusal = SubscriptionRefusal.AuthUnreadable;
            return false;
        }

        refusal = Judge(uri, key, secret);
        subscription = refusal == SubscriptionRefusal.None ? new PushSubscription(uri, key, secret) : null;
        return subscription is not null;
    }

    /// <summary>Makes a subscription from octets, as a database keeps them.</summary>
    /// <param name="endpoint">An absolute http or https URL.</param>
    /// <param name="p256dh">65 octets, a point of P-256; copied.</param>
    /// <param name="auth">16 octets; copied.</param>
    /// <exception cref="ArgumentException">One of them is not usable; the message names the <see cref="SubscriptionRefusal"/>.</exception>
    public static PushSubscription Create(Uri endpoint, ReadOnlySpan<byte> p256dh, ReadOnlySpan<byte> auth)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var refusal = Judge(endpoint, p256dh, auth);
        return refusal == SubscriptionRefusal.None
            ? new PushSubscription(endpoint, p256dh.ToArray(), auth.ToArray())
            : throw new ArgumentException($"Not a usable push subscription: {refusal}.");
    }

    /// <summary>The origin alone: endpoint and keys are secrets.</summary>
    public override string ToString() => $"PushSubscription at {Origin}";

    private static SubscriptionRefusal Judge(Uri endpoint, ReadOnlySpan<byte> p256dh, ReadOnlySpan<byte> auth)
    {
        if (!endpoint.IsAbsoluteUri
            || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp)
            || endpoint.OriginalString.Length > MaxEndpointCharacters)
        {
            return SubscriptionRefusal.EndpointUnreadable;
        }

        if (!P256.IsPoint(p256dh))
        {
            return SubscriptionRefusal.KeyNotOnCurve;
        }

        return auth.Length == AuthOctets ? SubscriptionRefusal.None : SubscriptionRefusal.AuthWrongLength;
    }
}
