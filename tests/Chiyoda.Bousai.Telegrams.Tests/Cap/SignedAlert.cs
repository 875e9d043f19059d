using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>
/// An alert that is signed in the test. Alert and SignedInfo are written in canonical form by hand, so that digest and value come from
/// the octets of the text alone and not from the code under test.
/// </summary>
internal sealed class SignedAlert
{
    public const string Body = """<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A-1</identifier><sender>alerts@example.org</sender><sent>2026-08-01T11:50:00+09:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><note>a &amp; b &gt; c "d"</note></alert>""";

    private const string Space = "http://www.w3.org/2000/09/xmldsig#";

    public static readonly DateTimeOffset SentAt = new(2026, 8, 1, 11, 50, 0, TimeSpan.FromHours(9));

    /// <summary>Keys are costly to make; two do for all.</summary>
    public static readonly RSA OneKey = RSA.Create(2048);

    public static readonly RSA AnotherKey = RSA.Create(2048);

    public RSA Key { get; init; } = OneKey;

    public string Alert { get; set; } = Body;

    public string Uri { get; set; } = "";

    public string Transforms { get; set; } = Transform("http://www.w3.org/2000/09/xmldsig#enveloped-signature");

    public string CanonicalizationMethod { get; set; } = "http://www.w3.org/2001/10/xml-exc-c14n#";

    public HashAlgorithmName Hash { get; set; } = HashAlgorithmName.SHA256;

    /// <summary>Content of KeyInfo; the bare key when not set.</summary>
    public string? KeyInfo { get; set; }

    public static string Transform(string algorithm) => $"<Transform Algorithm=\"{algorithm}\"></Transform>";

    public static string X509(X509Certificate2 certificate) =>
        $"<X509Data><X509Certificate>{Convert.ToBase64String(certificate.RawData)}</X509Certificate></X509Data>";

    public X509Certificate2 Certificate(DateTimeOffset from, DateTimeOffset until, X509KeyUsageFlags? usage = null)
    {
        var request = new CertificateRequest("CN=alerts.example.org", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (usage is { } flags)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(flags, critical: true));
        }

        return request.CreateSelfSigned(from, until);
    }

    /// <summary>The Signature element over <see cref="Alert"/>.</summary>
    public string Signature()
    {
        var (suffix, digestMethod) = Hash == HashAlgorithmName.SHA1
            ? ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1")
            : ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256");
        var digest = Convert.ToBase64String(CryptographicOperations.HashData(Hash, Encoding.UTF8.GetBytes(Alert)));
        var signedInfo = $"""<SignedInfo xmlns="{Space}"><CanonicalizationMethod Algorithm="{CanonicalizationMethod}"></CanonicalizationMethod><SignatureMethod Algorithm="{suffix}"></SignatureMethod><Reference URI="{Uri}"><Transforms>{Transforms}</Transforms><DigestMethod Algorithm="{digestMethod}"></DigestMethod><DigestValue>{digest}</DigestValue></Reference></SignedInfo>""";
        var value = Convert.ToBase64String(Key.SignData(Encoding.UTF8.GetBytes(signedInfo), Hash, RSASignaturePadding.Pkcs1));
        return $"""<Signature xmlns="{Space}">{signedInfo}<SignatureValue>{value}</SignatureValue><KeyInfo>{KeyInfo ?? KeyValue(Key)}</KeyInfo></Signature>""";
    }

    /// <summary>The alert with its signature inside.</summary>
    public string Xml() => Alert.Replace("</alert>", Signature() + "</alert>", StringComparison.Ordinal);

    public static string KeyValue(RSA key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return $"<KeyValue><RSAKeyValue><Modulus>{Convert.ToBase64String(parameters.Modulus!)}</Modulus><Exponent>{Convert.ToBase64String(parameters.Exponent!)}</Exponent></RSAKeyValue></KeyValue>";
    }
}
