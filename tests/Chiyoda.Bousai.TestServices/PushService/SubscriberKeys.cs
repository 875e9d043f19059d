using System.Buffers.Text;
using System.Security.Cryptography;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>The secret half of a subscription, as a browser holds it. May be shared by any number of subscribers where a test
/// needs many and making a pair for each would take longer than the test.</summary>
public sealed class SubscriberKeys
{
    private readonly ECDiffieHellman _key;
    private readonly byte[] _point;
    private readonly byte[] _auth;

    private SubscriberKeys(ECDiffieHellman key, byte[] auth)
    {
        _key = key;
        _auth = auth;
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        _point = [4, .. q.X!, .. q.Y!];
    }

    public string P256dh => Base64Url.EncodeToString(_point);

    public string Auth => Base64Url.EncodeToString(_auth);

    public static SubscriberKeys Generate() =>
        new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), RandomNumberGenerator.GetBytes(16));

    /// <summary>Takes up known keys, for the examples of the RFC.</summary>
    public static SubscriberKeys Import(ECDiffieHellman key, byte[] auth) => new(key, auth);

    /// <summary>The scalar in base64url, for a judge in another process.</summary>
    public string ExportPrivateKey() => Base64Url.EncodeToString(_key.ExportParameters(includePrivateParameters: true).D);

    /// <summary>Opens a push message as a browser must.</summary>
    /// <exception cref="InvalidDataException">A browser would drop it.</exception>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc8291#section-4">RFC 8291 sections 3 and 4</seealso>
    public byte[] Decrypt(byte[] body)
    {
        var header = EncryptedContent.ReadHeader(body);
        if (header.KeyId is not [4, ..] || header.KeyId.Length != 65)
        {
            throw new InvalidDataException("The key id is no uncompressed point.");
        }

        if (body.Length - header.Octets > header.RecordSize)
        {
            throw new InvalidDataException("There is more than one record.");
        }

        var secret = AgreeWith(header.KeyId);
        byte[] info = [.. "WebPush: info\0"u8, .. _point, .. header.KeyId];
        return EncryptedContent.Decrypt(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, _auth, info), body);
    }

    private byte[] AgreeWith(byte[] point)
    {
        try
        {
            using var sender = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..] },
            });
            lock (_key)
            {
                return _key.DeriveRawSecretAgreement(sender.PublicKey);
            }
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException("The sender's key is not on the curve.", e);
        }
    }
}
