using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// Gives the <c>Authorization</c> value by which a push service knows who sends: one signed token per push origin,
/// kept and renewed before it expires.
/// </summary>
/// <remarks>Thread-safe. Signing happens once per origin and half-day; every other call reads a dictionary.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8292#section-2">RFC 8292 section 2</seealso>
public sealed class VapidSigner
{
    /// <summary>How long a token is valid. RFC 8292 section 2 caps it at 24 h; half of it leaves room for a push service
    /// whose clock is behind ours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>A token is replaced when less than this is left, so that none expires on its way.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromHours(1);

    // Endpoints come from browsers: a crowd of invented hosts must not grow this without bound.
    private const int MaxOrigins = 256;

    private readonly ConcurrentDictionary<string, Token> _tokens = new(StringComparer.Ordinal);
    private readonly VapidKeys _keys;
    private readonly string _subject;
    private readonly TimeProvider _clock;

    /// <summary>Makes a signer.</summary>
    /// <param name="keys">The pair the subscriptions are tied to; not disposed by the signer.</param>
    /// <param name="subject">Whom a push service may write to about what we send: a <c>mailto:</c> or <c>https:</c> URL
    /// (RFC 8292 section 2.1).</param>
    /// <param name="clock">The clock that dates the tokens.</param>
    /// <exception cref="ArgumentException">The subject is neither.</exception>
    public VapidSigner(VapidKeys keys, string subject, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        if (!IsSubject(subject))
        {
            throw new ArgumentException("The VAPID subject must be a mailto: or https: URL.", nameof(subject));
        }

        _keys = keys;
        _subject = subject;
        _clock = clock;
    }

    /// <summary>Tells whether the text can be the subject of a token.</summary>
    /// <param name="subject">A <c>mailto:</c> URL with an address, or an <c>https:</c> URL.</param>
    public static bool IsSubject(string? subject) =>
        Uri.TryCreate(subject, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeMailto && subject.Contains('@', StringComparison.Ordinal)));

    /// <summary>The whole value of the header, <c>vapid t=…, k=…</c> (RFC 8292 section 3).</summary>
    /// <param name="endpoint">The endpoint the message goes to; only its origin enters the token.</param>
    public string Authorize(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return AuthorizeOrigin(WebOrigin.Of(endpoint));
    }

    internal string AuthorizeOrigin(string origin)
    {
        var now = _clock.GetUtcNow();
        if (_tokens.TryGetValue(origin, out var token) && token.RenewAt > now)
        {
            return token.Header;
        }

        if (_tokens.Count >= MaxOrigins)
        {
            _tokens.Clear();
        }

        // Two threads may both sign here; the last token stays and both are good.
        var fresh = new Token(Sign(origin, now + Lifetime), now + Lifetime - RenewBefore);
        _tokens[origin] = fresh;
        return fresh.Header;
    }

    /// <summary>A JWT in compact form: header, claims and signature, each in base64url (RFC 7515 section 7.1).</summary>
    private string Sign(string origin, DateTimeOffset expiresAt)
    {
        using var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("aud", origin);
            json.WriteNumber("exp", expiresAt.ToUnixTimeSeconds());
            json.WriteString("sub", _subject);
            json.WriteEndObject();
        }

        var header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);
        var signed = $"{header}.{Base64Url.EncodeToString(claims.GetBuffer().AsSpan(0, (int)claims.Length))}";
        var signature = Base64Url.EncodeToString(_keys.Sign(Encoding.ASCII.GetBytes(signed)));
        return $"vapid t={signed}.{signature}, k={_keys.PublicKey}";
    }

    private sealed record Token(string Header, DateTimeOffset RenewAt);
}
