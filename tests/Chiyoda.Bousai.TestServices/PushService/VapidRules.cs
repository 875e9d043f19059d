using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>Judges who sends, as the strictest of the real services do: 401 without a token, 403 with a wrong one.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</seealso>
public sealed class VapidRules
{
    // One signature check per token, not per message: a sender reuses its token, and a million checks would measure us.
    private readonly ConcurrentDictionary<string, bool> _signatures = new(StringComparer.Ordinal);

    /// <param name="authorization">The header's value, <c>null</c> when there was none.</param>
    /// <param name="audiences">The origins the token may name.</param>
    /// <param name="applicationServerKey">The key the subscription is tied to; <c>null</c> takes any.</param>
    /// <param name="now">The moment against which the expiry is judged.</param>
    /// <returns>The first rule that is broken, or <c>null</c>.</returns>
    public PushRefusal? FindRefusal(
        string? authorization, IReadOnlyCollection<string> audiences, string? applicationServerKey, DateTimeOffset now)
    {
        if (authorization is null)
        {
            return new(401, "Authorization is missing");
        }

        if (!TrySplit(authorization, out var token, out var key))
        {
            return new(401, "Authorization is not vapid t=…, k=…");
        }

        if (applicationServerKey is not null && key != applicationServerKey.TrimEnd('='))
        {
            return new(403, "token is signed by another key than the subscription's");
        }

        return _signatures.GetOrAdd(authorization, _ => IsSigned(token, key))
            ? FindClaimsRefusal(token, audiences, now)
            : new(403, "token's signature does not match");
    }

    private static PushRefusal? FindClaimsRefusal(string token, IReadOnlyCollection<string> audiences, DateTimeOffset now)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]));
        if (Text(header, "alg") != "ES256" || Text(header, "typ") is not (null or "JWT"))
        {
            return new(403, "token is not an ES256 JWT");
        }

        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
        if (!audiences.Contains(Text(claims, "aud")))
        {
            return new(403, "aud is not the endpoint's origin");
        }

        if (!claims.RootElement.TryGetProperty("exp", out var exp) || !exp.TryGetInt64(out var seconds))
        {
            return new(403, "exp is missing");
        }

        var left = DateTimeOffset.FromUnixTimeSeconds(seconds) - now;
        if (left <= TimeSpan.Zero || left > TimeSpan.FromHours(24))
        {
            return new(403, "exp is past or more than 24 h ahead");
        }

        return Text(claims, "sub") is { } sub
            && (sub.StartsWith("mailto:", StringComparison.Ordinal) || sub.StartsWith("https:", StringComparison.Ordinal))
            ? null
            : new(403, "sub is neither mailto: nor https:");
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool TrySplit(string authorization, out string token, out string key)
    {
        (token, key) = ("", "");
        if (!authorization.StartsWith("vapid ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var field in authorization["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            switch (field)
            {
                case ['t', '=', .. var value]:
                    token = value;
                    break;
                case ['k', '=', .. var value]:
                    key = value;
                    break;
                default:
                    return false;
            }
        }

        return token.Split('.').Length == 3 && key.Length > 0;
    }

    private static bool IsSigned(string token, string key)
    {
        try
        {
            var point = Base64Url.DecodeFromChars(key);
            var end = token.LastIndexOf('.');
            using var publicKey = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..65] },
            });
            return point.Length == 65 && publicKey.VerifyData(
                Encoding.ASCII.GetBytes(token[..end]),
                Base64Url.DecodeFromChars(token.AsSpan(end + 1)),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
