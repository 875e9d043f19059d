using System.Security.Cryptography;
using System.Text;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

/// <summary>The worked example of RFC 8291 section 5 and its intermediate values, appendix A.</summary>
internal static class Rfc8291Example
{
    public const string Plaintext = "When I grow up, I want to be a watermelon";
    public const string AuthSecret = "BTBZMqHH6r4Tts7J_aSIgg";
    public const string ReceiverPrivate = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    public const string ReceiverPublic =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    public const string SenderPrivate = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    public const string SenderPublic =
        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    public const string Salt = "DGv6ra1nlYgDCS1FRnbzlw";
    public const string SharedSecret = "kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs";
    public const string InputKey = "S4lYMb_L0FxCeq0WhDx813KgSYqU26kOyzWUdsXYyrg";
    public const string PseudoRandomKey = "09_eUZGrsvxChDCGRCdkLiDXrReGOEVeSCdCcPBSJSc";
    public const string Key = "oIhVW04MRdy2XN9CiKLxTg";
    public const string Nonce = "4h_95klXJ5E_qnoN";
    public const string Header =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    public const string Ciphertext =
        "8pfeW0KbunFT06SuDKoJH9Ql87S1QUrdirN6GcG7sFz1y1sqLgVi1VhjVkHsUoEsbI_0LpXMuGvnzQ";

    /// <summary>144 octets; the request printed in the RFC's text says 145.</summary>
    public const string Body =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_y"
        + "l95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    public static byte[] PlaintextOctets => Encoding.UTF8.GetBytes(Plaintext);

    public static PushSubscription Subscription() => PushSubscription.Create(
        new Uri("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"),
        Octets.FromBase64Url(ReceiverPublic),
        Octets.FromBase64Url(AuthSecret));

    public static ECDiffieHellman SenderKey() => KeyPair(SenderPrivate, SenderPublic);

    public static ECDiffieHellman KeyPair(string scalar, string point)
    {
        var parameters = P256.PublicParameters(Octets.FromBase64Url(point));
        parameters.D = Octets.FromBase64Url(scalar);
        return ECDiffieHellman.Create(parameters);
    }
}
