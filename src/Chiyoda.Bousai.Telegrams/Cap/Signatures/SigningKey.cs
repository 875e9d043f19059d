using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>The public keys that a signature names in its KeyInfo: by certificate, or bare.</summary>
internal sealed class SigningKey : IDisposable
{
    private const int MaxCertificates = 8;

    // Larger keys cost much and nobody signs with them; smaller ones protect nothing.
    private const int SmallestRsaBits = 1024;
    private const int LargestRsaBits = 8192;
    private const int LargestExponentOctets = 8;

    private static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    private readonly AsymmetricAlgorithm _key;

    private SigningKey(AsymmetricAlgorithm key) => _key = key;

    /// <summary>Keys that may have made the signature.</summary>
    /// <param name="keyInfo">The KeyInfo; may be <see langword="null"/>.</param>
    /// <param name="isRsa">Whether the signature is one of RSA, otherwise of ECDSA.</param>
    /// <param name="sentAt">When the alert was sent; a certificate that had expired by then did not sign it. One that begins later may have:
    /// alerts are signed anew when the certificate of a service is renewed. Not asked when <see langword="null"/>.</param>
    /// <returns>The keys; none when one of the certificates cannot be used, or when certificate and bare key differ.</returns>
    public static IReadOnlyList<SigningKey> Of(XmlElement? keyInfo, bool isRsa, DateTimeOffset? sentAt)
    {
        var certificates = keyInfo is null ? [] : Descendants(keyInfo, "X509Certificate").ToList();
        var bare = keyInfo is null ? null : Bare(keyInfo, isRsa);
        if (certificates.Count == 0)
        {
            return bare is null ? [] : [bare];
        }

        var named = FromCertificates(certificates, isRsa, sentAt);
        if (bare is null || named.Count == 0)
        {
            bare?.Dispose();
            return named;
        }

        // Whoever writes both means one key.
        using (bare)
        {
            return [.. named.Where(key => key.Public().AsSpan().SequenceEqual(bare.Public()))];
        }
    }

    /// <summary>Whether the key made this value over these octets.</summary>
    public bool Verifies(byte[] octets, byte[] value, SignatureAlgorithm algorithm) => _key switch
    {
        RSA rsa => rsa.VerifyData(octets, value, algorithm.Hash, algorithm.Padding!),
        ECDsa ecdsa => ecdsa.VerifyData(octets, value, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        _ => false,
    };

    public void Dispose() => _key.Dispose();

    private byte[] Public() => _key.ExportSubjectPublicKeyInfo();

    private static List<SigningKey> FromCertificates(List<XmlElement> elements, bool isRsa, DateTimeOffset? sentAt)
    {
        List<SigningKey> keys = [];
        List<X509Certificate2> certificates = [];
        try
        {
            foreach (var element in elements)
            {
                if (certificates.Count == MaxCertificates || Base64Text.Decode(element.InnerText) is not { } octets)
                {
                    return [];
                }

                certificates.Add(X509CertificateLoader.LoadCertificate(octets));
            }

            // A chain may stand beside the signer: whoever issued another of them did not sign the alert.
            var issuers = certificates.Where(each => each.Subject != each.Issuer).Select(each => each.Issuer).ToHashSet(StringComparer.Ordinal);
            foreach (var certificate in certificates.Where(each => certificates.Count == 1 || !issuers.Contains(each.Subject)))
            {
                if (MaySign(certificate, sentAt) && KeyOf(certificate, isRsa) is { } key)
                {
                    keys.Add(new SigningKey(key));
                }
            }

            return keys;
        }
        catch (CryptographicException)
        {
            return [];
        }
        finally
        {
            certificates.ForEach(each => each.Dispose());
        }
    }

    private static AsymmetricAlgorithm? KeyOf(X509Certificate2 certificate, bool isRsa)
    {
        if (isRsa)
        {
            return certificate.GetRSAPublicKey() is { KeySize: >= SmallestRsaBits and <= LargestRsaBits } rsa ? rsa : null;
        }

        return certificate.GetECDsaPublicKey();
    }

    private static bool MaySign(X509Certificate2 certificate, DateTimeOffset? sentAt)
    {
        const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        return (usage is null || (usage.KeyUsages & Signing) != 0)
            && (sentAt is not { } at || at <= certificate.NotAfter.ToUniversalTime());
    }

    private static SigningKey? Bare(XmlElement keyInfo, bool isRsa)
    {
        try
        {
            return isRsa ? BareRsa(keyInfo) : BareEcdsa(keyInfo);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static SigningKey? BareRsa(XmlElement keyInfo)
    {
        var modulus = Base64Text.Decode(Descendants(keyInfo, "Modulus").FirstOrDefault()?.InnerText);
        var exponent = Base64Text.Decode(Descendants(keyInfo, "Exponent").FirstOrDefault()?.InnerText);
        return modulus is { Length: >= SmallestRsaBits / 8 and <= (LargestRsaBits / 8) + 1 } && exponent is { Length: <= LargestExponentOctets }
            ? new SigningKey(RSA.Create(new RSAParameters { Modulus = [.. modulus.SkipWhile(octet => octet == 0)], Exponent = exponent }))
            : null;
    }

    // XML-DSig 1.1 §4.5.2.3: a named curve and an uncompressed point.
    private static SigningKey? BareEcdsa(XmlElement keyInfo)
    {
        var curve = Descendants(keyInfo, "NamedCurve").FirstOrDefault()?.GetAttribute("URI").Replace("urn:oid:", string.Empty, StringComparison.Ordinal);
        var point = Base64Text.Decode(Descendants(keyInfo, "PublicKey").FirstOrDefault()?.InnerText);
        if (!Curves.Contains(curve) || point is not [4, .. var coordinates] || coordinates.Length % 2 != 0)
        {
            return null;
        }

        var half = coordinates.Length / 2;
        return new SigningKey(ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.CreateFromValue(curve!),
            Q = new ECPoint { X = coordinates[..half], Y = coordinates[half..] },
        }));
    }

    private static IEnumerable<XmlElement> Descendants(XmlElement element, string name) =>
        element.GetElementsByTagName("*").OfType<XmlElement>().Where(each => each.LocalName == name);
}
