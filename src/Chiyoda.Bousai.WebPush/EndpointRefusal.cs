namespace Chiyoda.Bousai.WebPush;

/// <summary>Why this program does not connect to an endpoint.</summary>
public enum EndpointRefusal
{
    /// <summary>Not an absolute <c>https</c> URL (RFC 8030 section 3).</summary>
    NotHttps,

    /// <summary>The URL carries a user name or password; no push service needs one.</summary>
    HasUserInfo,

    /// <summary>The host is not in <see cref="PushSenderOptions.AllowedHosts"/>.</summary>
    HostNotAllowed,

    /// <summary>The host is, or resolves to, an address that is not on the public internet, or is a name that has a meaning
    /// only inside a network.</summary>
    NotPublic,
}
