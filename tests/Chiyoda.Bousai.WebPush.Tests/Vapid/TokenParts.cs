using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Vapid;

/// <summary>An <c>Authorization</c> value of RFC 8292 taken apart, without help from the code that wrote it.</summary>
internal sealed record TokenParts(string Header, string Claims, string Signature, string Key)
{
    public static TokenParts Parse(string authorization)
    {
        Assert.StartsWith("vapid t=", authorization, StringComparison.Ordinal);
        var fields = authorization["vapid ".Length..].Split(", ");
        var token = fields[0]["t=".Length..].Split('.');
        return new TokenParts(token[0], token[1], token[2], fields[1]["k=".Length..]);
    }

    public JsonElement ReadClaims() => JsonDocument.Parse(Octets.FromBase64Url(Claims)).RootElement;

    public bool IsSigned()
    {
        using var key = ECDsa.Create(P256.PublicParameters(Octets.FromBase64Url(Key)));
        return key.VerifyData(
            Encoding.ASCII.GetBytes($"{Header}.{Claims}"),
            Octets.FromBase64Url(Signature),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
