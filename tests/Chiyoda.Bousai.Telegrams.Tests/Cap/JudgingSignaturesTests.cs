using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>What a signature is worth; the signed octets are written by hand in <see cref="SignedAlert"/>.</summary>
public sealed class JudgingSignaturesTests
{
    private readonly SignedAlert _signed = new();

    [Fact]
    public void NoSignature_IsNone() => Assert.Equal(CapSignature.None, Of(SignedAlert.Body));

    [Theory]
    [InlineData("http://www.w3.org/2001/10/xml-exc-c14n#")]
    [InlineData("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")]
    [InlineData("http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments")]
    [InlineData("http://www.w3.org/2006/12/xml-c14n11")]
    public void WholeAlertSigned_IsValid(string canonical)
    {
        _signed.CanonicalizationMethod = canonical;
        Assert.Equal(CapSignature.Valid, Of(_signed.Xml()));

        _signed.Transforms += SignedAlert.Transform(canonical);
        Assert.Equal(CapSignature.Valid, Of(_signed.Xml()));
    }

    [Fact]
    public void Sha1_IsStillTaken()
    {
        _signed.Hash = HashAlgorithmName.SHA1;

        Assert.Equal(CapSignature.Valid, Of(_signed.Xml()));
    }

    [Fact]
    public void OtherNotationOfTheSame_IsStillValid()
    {
        var xml = "<?xml version=\"1.0\"?>\n<?xml-stylesheet href='a.xsl'?>\n" + _signed.Xml()
            .Replace("</sender><sent>", "</sender\n><!-- c --><sent>", StringComparison.Ordinal)
            .Replace("<note>a &amp; b &gt; c \"d\"</note>", "<note><![CDATA[a & b > c ]]>&#34;d&quot;</note>", StringComparison.Ordinal);

        Assert.Equal(CapSignature.Valid, Of(xml));
    }

    [Theory]
    [InlineData("<scope>Public", "<scope>Private")]
    [InlineData("a &amp; b", "a&amp; b")]
    [InlineData("<note>", "<note>  ")]
    [InlineData("</note>", "</note><incidents>1</incidents>")]
    public void ChangedAlert_IsWrongDigest(string part, string instead) =>
        Assert.Equal(CapSignature.WrongDigest, Of(_signed.Xml().Replace(part, instead, StringComparison.Ordinal)));

    [Fact]
    public void ValueOfAnotherKey_IsWrongSignature()
    {
        _signed.KeyInfo = SignedAlert.KeyValue(SignedAlert.AnotherKey);

        Assert.Equal(CapSignature.WrongSignature, Of(_signed.Xml()));
    }

    [Fact]
    public void AlgorithmThatIsNotTaken_IsWrongSignature()
    {
        var xml = _signed.Xml();

        Assert.Equal(CapSignature.WrongSignature, Of(xml.Replace("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256", StringComparison.Ordinal)));
        Assert.Equal(CapSignature.WrongSignature, Of(xml.Replace("<CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"", "<CanonicalizationMethod Algorithm=\"urn:x\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void CertificateOfTheKey_IsValid()
    {
        using var certificate = _signed.Certificate(SignedAlert.SentAt.AddDays(-1), SignedAlert.SentAt.AddDays(1), X509KeyUsageFlags.DigitalSignature);
        _signed.KeyInfo = SignedAlert.X509(certificate) + SignedAlert.KeyValue(_signed.Key);

        Assert.Equal(CapSignature.Valid, Of(_signed.Xml()));
    }

    [Fact]
    public void ExpiredBeforeSending_IsWrongCertificate()
    {
        using var certificate = _signed.Certificate(SignedAlert.SentAt.AddDays(-9), SignedAlert.SentAt.AddSeconds(-1));
        _signed.KeyInfo = SignedAlert.X509(certificate);

        Assert.Equal(CapSignature.WrongCertificate, Of(_signed.Xml()));
    }

    [Fact]
    public void CertificateThatIsNotForSigning_IsWrongCertificate()
    {
        using var certificate = _signed.Certificate(SignedAlert.SentAt.AddDays(-1), SignedAlert.SentAt.AddDays(1), X509KeyUsageFlags.KeyEncipherment);
        _signed.KeyInfo = SignedAlert.X509(certificate);

        Assert.Equal(CapSignature.WrongCertificate, Of(_signed.Xml()));
    }

    [Fact]
    public void CertificateAndKeyThatDiffer_AreWrongCertificate()
    {
        using var certificate = _signed.Certificate(SignedAlert.SentAt.AddDays(-1), SignedAlert.SentAt.AddDays(1));
        _signed.KeyInfo = SignedAlert.X509(certificate) + SignedAlert.KeyValue(SignedAlert.AnotherKey);

        Assert.Equal(CapSignature.WrongCertificate, Of(_signed.Xml()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<KeyName>me</KeyName>")]
    [InlineData("<X509Data><X509Certificate>AAAA</X509Certificate></X509Data>")]
    [InlineData("<X509Data><X509Certificate>not base64</X509Certificate></X509Data>")]
    [InlineData("<RetrievalMethod URI=\"http://127.0.0.1:1/key\"/>")]
    [InlineData("<KeyValue><RSAKeyValue><Modulus>AQAB</Modulus><Exponent>AQAB</Exponent></RSAKeyValue></KeyValue>")]
    public void NothingToVerifyWith_IsWrongCertificate(string keyInfo)
    {
        _signed.KeyInfo = keyInfo;

        Assert.Equal(CapSignature.WrongCertificate, Of(_signed.Xml()));
    }

    /// <summary>The signed alert is kept inside the signature while another is shown.</summary>
    [Theory]
    [InlineData("#A")]
    [InlineData("")]
    [InlineData("#xpointer(/)")]
    public void Wrapping_IsWrongDigest(string uri)
    {
        _signed.Uri = uri;
        _signed.Transforms = uri.Length == 0 ? _signed.Transforms : SignedAlert.Transform("http://www.w3.org/2001/10/xml-exc-c14n#");
        var kept = _signed.Signature().Replace("</Signature>", $"<Object Id=\"A\">{SignedAlert.Body}</Object></Signature>", StringComparison.Ordinal);
        var shown = SignedAlert.Body.Replace("A-1", "A-2", StringComparison.Ordinal).Replace("</alert>", kept + "</alert>", StringComparison.Ordinal);

        Assert.Equal(CapSignature.WrongDigest, Of(shown));
    }

    [Theory]
    [InlineData("http://www.w3.org/TR/1999/REC-xslt-19991116")]
    [InlineData("http://www.w3.org/TR/1999/REC-xpath-19991116")]
    [InlineData("http://www.w3.org/2002/06/xmldsig-filter2")]
    [InlineData("http://www.w3.org/2000/09/xmldsig#base64")]
    public void TransformThatCouldLeaveOutSomething_IsWrongDigest(string transform)
    {
        _signed.Transforms += SignedAlert.Transform(transform);

        Assert.Equal(CapSignature.WrongDigest, Of(_signed.Xml()));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/alert.xml")]
    [InlineData("file:///etc/hostname")]
    public void AddressOutsideTheDocument_IsNeverAsked(string uri)
    {
        _signed.Uri = uri;

        Assert.Equal(CapSignature.WrongDigest, Of(_signed.Xml()));
    }

    [Fact]
    public void OneWrongSignatureAmongSeveral_Decides()
    {
        var other = new SignedAlert { Key = SignedAlert.AnotherKey };
        var good = _signed.Signature();
        var both = SignedAlert.Body.Replace("</alert>", good + other.Signature() + "</alert>", StringComparison.Ordinal);
        Assert.Equal(CapSignature.Valid, Of(both));

        other.KeyInfo = SignedAlert.KeyValue(_signed.Key);
        both = SignedAlert.Body.Replace("</alert>", good + other.Signature() + "</alert>", StringComparison.Ordinal);
        Assert.Equal(CapSignature.WrongSignature, Of(both));
    }

    [Fact]
    public void MoreSignaturesThanAnybodyMakes_AreWrongAndCheap() => Assert.Equal(
        CapSignature.WrongSignature,
        Of(SignedAlert.Body.Replace("</alert>", string.Concat(Enumerable.Repeat(_signed.Signature(), 500)) + "</alert>", StringComparison.Ordinal)));

    private static CapSignature Of(string xml) => Alerts.Read(xml).Signature;
}
