using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

/// <summary>The key schedule below RFC 8291 is that of RFC 8188 sections 2.2 and 2.3.</summary>
public class Rfc8188ExampleTests
{
    [Theory]
    [InlineData( // section 3.1, a single record
        "yqdlZ-tYemfogSmv7Ws5PQ", "I1BsxtFttlv3u_Oo94xnmw",
        "zyeH5phsIsgUyd4oiSEIy35x-gIi4aM7y0hCF8mwn9g", "_wniytB-ofscZDh4tbSjHw", "Bcs8gkIRKLI8GeI8")]
    [InlineData( // section 3.2, two records; the nonce is that of the first
        "BO3ZVPxUlnLORbVGMpbT1Q", "uNCkWiNYzKTnBN9ji3-qWA",
        "mNHRBFh-eOCdAdmmuVtym8Hf44ov7FPsQZ3f4knYjHE", "u_eEOTjjVWUVrH82pQNwpw", "VqylG1rdt-mJrNgP")]
    public void KeySchedule_GivesTheValuesOfTheExample(
        string inputKey, string salt, string expectedPseudoRandomKey, string expectedKey, string expectedNonce)
    {
        var pseudoRandomKey = new byte[ContentKeys.PseudoRandomKeyOctets];
        var key = new byte[ContentKeys.KeyOctets];
        var nonce = new byte[ContentKeys.NonceOctets];

        ContentKeys.DerivePseudoRandomKey(Octets.FromBase64Url(inputKey), Octets.FromBase64Url(salt), pseudoRandomKey);
        ContentKeys.DeriveKeyAndNonce(pseudoRandomKey, key, nonce);

        Assert.Equal(expectedPseudoRandomKey, Octets.ToBase64Url(pseudoRandomKey));
        Assert.Equal(expectedKey, Octets.ToBase64Url(key));
        Assert.Equal(expectedNonce, Octets.ToBase64Url(nonce));
    }
}
