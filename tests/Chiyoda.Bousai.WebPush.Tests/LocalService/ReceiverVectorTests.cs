using System.Text;
using Chiyoda.Bousai.TestServices.PushService;
using Chiyoda.Bousai.WebPush.Tests.Encryption;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.LocalService;

/// <summary>The receiver that judges our sender is itself held to the RFCs' bodies, and to bodies with one thing wrong each.</summary>
public class ReceiverVectorTests
{
    // Salt, record size 4096, sender key: the header of the example, less its last character, which shares octets.
    private const string Salt = "DGv6ra1nlYgDCS1FRnbzlw";
    private const string Key = "P4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A";
    private const string Record = "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-f";

    [Theory]
    [InlineData( // RFC 8188 section 3.1
        "yqdlZ-tYemfogSmv7Ws5PQ", "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg")]
    [InlineData( // RFC 8188 section 3.2, two records
        "BO3ZVPxUlnLORbVGMpbT1Q",
        "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA")]
    public void BodyOfRfc8188_IsRead(string inputKey, string body)
    {
        var plaintext = EncryptedContent.Decrypt(Octets.FromBase64Url(inputKey), Octets.FromBase64Url(body));

        Assert.Equal("I am the walrus", Encoding.UTF8.GetString(plaintext));
    }

    [Theory]
    [InlineData(Rfc8291Example.Body, Rfc8291Example.Plaintext)]
    [InlineData( // delimiter, then ten octets of padding
        Salt + "AAEABBB" + Key + "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGOSrn-v4Dt5b4V4q8D0fIMdvsOqXR0upuR73g",
        Rfc8291Example.Plaintext)]
    [InlineData(Salt + "AAEABBB" + Key + "-nWA9JFLVeQ32ERULH8YEUcA", "")] // nothing but the delimiter
    public void BodyThatKeepsToRfc8291_IsRead(string body, string plaintext)
    {
        Assert.Equal(plaintext, Encoding.UTF8.GetString(Keys().Decrypt(Octets.FromBase64Url(body))));
    }

    [Theory]
    [InlineData("tag bit flipped", Salt + "AAEABBB" + Key + Record + "M")]
    [InlineData("ciphertext bit flipped", Salt + "AAEABBB" + Key + "_z" + "l95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")]
    [InlineData("salt bit flipped", "DWv6ra1nlYgDCS1FRnbzlw" + "AAEABBB" + Key + Record + "N")]
    [InlineData("sender key not on curve", Salt + "AAEABBB" + "P4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A7" + "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")]
    [InlineData("sender key opens with 2", Salt + "AAEABBA" + "v4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A" + Record + "N")]
    [InlineData("key id of 64 octets", Salt + "AAEABAB" + Key + Record + "N")]
    [InlineData("header alone", Rfc8291Example.Header)]
    [InlineData("header cut off", Salt + "AAEAA")]
    [InlineData("last octet missing", Salt + "AAEABBB" + Key + "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-c")]
    [InlineData("delimiter 1 instead of 2", Salt + "AAEABBB" + Key + "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGD27GZnbh8yHB93lX8vyT9_")]
    [InlineData("zeros without a delimiter", Salt + "AAEABBB" + Key + "-l_7s1YtKaFkBxzHeLryu9I_oSXnYVJ64")]
    [InlineData("record size 17", Salt + "AAABFBB" + Key + Record + "N")]
    [InlineData("record size below the record", Salt + "AAAChBB" + Key + Record + "N")]
    public void BodyWithOneThingWrong_IsDropped(string what, string body)
    {
        Assert.NotEmpty(what);
        Assert.Throws<InvalidDataException>(() => Keys().Decrypt(Octets.FromBase64Url(body)));
    }

    [Theory]
    [InlineData("AAABFBB")] // record size 17
    [InlineData("AAAChBB")] // 40, below the record
    [InlineData("AAADpBB")] // 58, the record exactly: RFC 8291 section 4 asks for more
    public void RecordSizeThatASenderMustNotWrite_IsFlaggedByTheService(string recordSize)
    {
        var headers = new Dictionary<string, string> { ["TTL"] = "60", ["Content-Encoding"] = "aes128gcm" };

        var refusal = PushRequestRules.FindRefusal(headers, Octets.FromBase64Url(Salt + recordSize + Key + Record + "N"));

        Assert.Equal(400, refusal?.Status);
    }

    private static SubscriberKeys Keys() => SubscriberKeys.Import(
        Rfc8291Example.KeyPair(Rfc8291Example.ReceiverPrivate, Rfc8291Example.ReceiverPublic),
        Octets.FromBase64Url(Rfc8291Example.AuthSecret));
}
