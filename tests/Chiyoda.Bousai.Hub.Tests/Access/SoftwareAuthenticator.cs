using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>
/// An authenticator and the browser before it, in software: one passkey on P-256, attestation <c>none</c>, and no counter, like
/// passkeys that several devices of a person share: then nothing but the hub's own memory tells a repeated answer.
/// </summary>
/// <seealso href="https://www.w3.org/TR/webauthn-3/#sctn-attestation">Web Authentication, Level 3, 6.5</seealso>
internal sealed class SoftwareAuthenticator(Uri site) : IDisposable
{
    private const byte Present = 0x01, Verified = 0x04, HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _user = string.Empty;

    /// <summary>Where the browser says it is.</summary>
    public string Origin { get; set; } = site.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether it asked for a finger, a face or a number.</summary>
    public bool VerifiesUser { get; set; } = true;

    /// <summary>Makes its passkey.</summary>
    public string Create(JsonElement options)
    {
        _user = options.GetProperty("user").GetProperty("id").GetString()!;
        var key = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.X!, 0x22, 0x58, 0x20, .. key.Y!];
        byte[] data = [.. Data(options.GetProperty("rp").GetProperty("id").GetString()!, HasCredential), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new
        {
            clientDataJSON = Text(ClientData("webauthn.create", options)),
            attestationObject = Text(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>Answers a challenge, whoever's credentials are asked for.</summary>
    public string Get(JsonElement options)
    {
        var client = ClientData("webauthn.get", options);
        var data = Data(options.GetProperty("rpId").GetString()!, 0);
        return Credential(new
        {
            clientDataJSON = Text(client),
            authenticatorData = Text(data),
            signature = Text(_key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = _user,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(string party, byte flags) =>
        [.. SHA256.HashData(Encoding.UTF8.GetBytes(party)), (byte)(flags | Present | (VerifiesUser ? Verified : 0)), .. new byte[4]];

    private byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private string Credential(object response) => JsonSerializer.Serialize(
        new { id = Text(_id), rawId = Text(_id), type = "public-key", clientExtensionResults = new { }, response });

    private static string Text(byte[] octets) => Base64Url.EncodeToString(octets);
}
