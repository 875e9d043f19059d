using System.Security.Cryptography;

namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>The algorithms that are taken, by their identifiers (XML-DSig 1.1 §6, RFC 9231). MD5, HMAC and DSA are not; SHA-1 is, since
/// national services still sign with it.</summary>
internal static class Algorithms
{
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    /// <summary>Digest by its identifier; <see langword="null"/> when it is not taken.</summary>
    public static HashAlgorithmName? Digest(string? identifier) => identifier switch
    {
        "http://www.w3.org/2000/09/xmldsig#sha1" => HashAlgorithmName.SHA1,
        "http://www.w3.org/2001/04/xmlenc#sha256" => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Kind of signature by its identifier; <see langword="null"/> when it is not taken.</summary>
    public static SignatureAlgorithm? Signature(string? identifier) => identifier switch
    {
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1" => new(HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" => new(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => new(HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => new(HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1" => new(HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1" => new(HashAlgorithmName.SHA1, null),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" => new(HashAlgorithmName.SHA256, null),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => new(HashAlgorithmName.SHA384, null),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512" => new(HashAlgorithmName.SHA512, null),
        _ => null,
    };

    /// <summary>Canonical form by its identifier; <see langword="null"/> when it is not taken.</summary>
    public static CanonicalForm? Canonical(string? identifier) => identifier switch
    {
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" => new(IsExclusive: false, HasComments: false),
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments" => new(IsExclusive: false, HasComments: true),
        "http://www.w3.org/2006/12/xml-c14n11" => new(IsExclusive: false, HasComments: false),
        "http://www.w3.org/2006/12/xml-c14n11#WithComments" => new(IsExclusive: false, HasComments: true),
        "http://www.w3.org/2001/10/xml-exc-c14n#" => new(IsExclusive: true, HasComments: false),
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments" => new(IsExclusive: true, HasComments: true),
        _ => null,
    };
}
