namespace Chiyoda.Bousai.WebPush;

/// <summary>Why what a browser handed over is not a usable push subscription.</summary>
public enum SubscriptionRefusal
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The endpoint is missing, no absolute http or https URL, or longer than
    /// <see cref="PushSubscription.MaxEndpointCharacters"/>.</summary>
    EndpointUnreadable,

    /// <summary>The key <c>p256dh</c> is missing or not base64url.</summary>
    KeyUnreadable,

    /// <summary>The key <c>p256dh</c> is not a point of P-256 in 65 octets (RFC 8291 section 3.1). Such a key would make
    /// every message to it undecryptable, or leak key material.</summary>
    KeyNotOnCurve,

    /// <summary>The secret <c>auth</c> is missing or not base64url.</summary>
    AuthUnreadable,

    /// <summary>The secret <c>auth</c> does not have 16 octets (RFC 8291 section 3.2).</summary>
    AuthWrongLength,
}
