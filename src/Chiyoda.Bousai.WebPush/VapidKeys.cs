using System.Security.Cryptography;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// The key pair by which push services know this application server. Browsers tie each subscription to the public half,
/// so that losing the pair loses every subscription.
/// </summary>
/// <remarks>Used for signing only, never for encrypting a message (RFC 8292 section 2 asks for a key of its own).
/// Thread-safe; disposing wipes the private half.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</seealso>
public sealed class VapidKeys : IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _signing = new();

    private VapidKeys(ECDsa key)
    {
        _key = key;
        Span<byte> point = stackalloc byte[P256.PointOctets];
        P256.WritePoint(key.ExportParameters(includePrivateParameters: false).Q, point);
        PublicKey = Base64UrlText.Encode(point);
    }

    /// <summary>The public key as pages pass it to <c>pushManager.subscribe</c> and as the <c>k</c> parameter carries it:
    /// 65 octets in base64url without padding, 87 characters.</summary>
    public string PublicKey { get; }

    /// <summary>Makes a new pair.</summary>
    public static VapidKeys Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Takes up a pair that was exported before.</summary>
    /// <param name="publicKey">65 octets in base64url.</param>
    /// <param name="privateKey">32 octets in base64url, the scalar. Never part of an exception message.</param>
    /// <exception cref="ArgumentException">One of them is unreadable, or they do not belong together.</exception>
    public static VapidKeys Import(string publicKey, string privateKey)
    {
        if (Base64UrlText.Decode(publicKey) is not { } point || !P256.IsPoint(point))
        {
            throw new ArgumentException("The VAPID public key is not a point of P-256 in base64url.", nameof(publicKey));
        }

        if (Base64UrlText.Decode(privateKey) is not { Length: P256.CoordinateOctets } scalar)
        {
            throw new ArgumentException("The VAPID private key is not 32 octets of base64url.", nameof(privateKey));
        }

        try
        {
            return new VapidKeys(ImportPair(point, scalar));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    /// <summary>The private key in base64url, 43 characters, to be kept where secrets are kept.</summary>
    public string ExportPrivateKey()
    {
        var scalar = _key.ExportParameters(includePrivateParameters: true).D!;
        try
        {
            return Base64UrlText.Encode(scalar);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    /// <summary>The public key alone.</summary>
    public override string ToString() => $"VapidKeys {PublicKey}";

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <summary>Signs by ES256: ECDSA on P-256 with SHA-256, R ‖ S in 64 octets (RFC 7518 section 3.4).</summary>
    internal byte[] Sign(ReadOnlySpan<byte> octets)
    {
        // The platform does not promise that one key signs on two threads at a time.
        lock (_signing)
        {
            return _key.SignData(octets.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <summary>The public half is computed from the scalar and compared, since not every platform checks the pair.</summary>
    private static ECDsa ImportPair(byte[] point, byte[] scalar)
    {
        ECDsa? key = null;
        try
        {
            key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
            Span<byte> computed = stackalloc byte[P256.PointOctets];
            P256.WritePoint(key.ExportParameters(includePrivateParameters: false).Q, computed);
            if (computed.SequenceEqual(point))
            {
                return key;
            }
        }
        catch (CryptographicException)
        {
            // Zero, or not below the order of the group: answered below, without the platform's words about the scalar.
        }

        key?.Dispose();
        throw new ArgumentException("The VAPID private key does not belong to the public key.");
    }
}
