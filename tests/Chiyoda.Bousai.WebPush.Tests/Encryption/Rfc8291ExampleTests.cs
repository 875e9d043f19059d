using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

/// <summary>Every value that RFC 8291 appendix A prints, octet by octet.</summary>
public class Rfc8291ExampleTests
{
    [Fact]
    public void SharedSecret_IsTheOneOfTheAppendix()
    {
        using var sender = Rfc8291Example.SenderKey();
        using var receiver = Rfc8291Example.KeyPair(Rfc8291Example.ReceiverPrivate, Rfc8291Example.ReceiverPublic);

        var secret = sender.DeriveRawSecretAgreement(receiver.PublicKey);

        Assert.Equal(Rfc8291Example.SharedSecret, Octets.ToBase64Url(secret));
    }

    [Fact]
    public void InputKey_IsTheOneOfTheAppendix()
    {
        var inputKey = new byte[ContentKeys.InputKeyOctets];

        ContentKeys.DeriveInputKey(
            Octets.FromBase64Url(Rfc8291Example.SharedSecret),
            Octets.FromBase64Url(Rfc8291Example.AuthSecret),
            Octets.FromBase64Url(Rfc8291Example.ReceiverPublic),
            Octets.FromBase64Url(Rfc8291Example.SenderPublic),
            inputKey);

        Assert.Equal(Rfc8291Example.InputKey, Octets.ToBase64Url(inputKey));
    }

    [Fact]
    public void PseudoRandomKey_KeyAndNonce_AreThoseOfTheAppendix()
    {
        var pseudoRandomKey = new byte[ContentKeys.PseudoRandomKeyOctets];
        var key = new byte[ContentKeys.KeyOctets];
        var nonce = new byte[ContentKeys.NonceOctets];

        ContentKeys.DerivePseudoRandomKey(
            Octets.FromBase64Url(Rfc8291Example.InputKey), Octets.FromBase64Url(Rfc8291Example.Salt), pseudoRandomKey);
        ContentKeys.DeriveKeyAndNonce(pseudoRandomKey, key, nonce);

        Assert.Equal(Rfc8291Example.PseudoRandomKey, Octets.ToBase64Url(pseudoRandomKey));
        Assert.Equal(Rfc8291Example.Key, Octets.ToBase64Url(key));
        Assert.Equal(Rfc8291Example.Nonce, Octets.ToBase64Url(nonce));
    }

    [Fact]
    public void Body_IsTheOneOfSection5()
    {
        using var sender = Rfc8291Example.SenderKey();

        var body = PushEncryption.Encrypt(
            Rfc8291Example.Subscription(), Rfc8291Example.PlaintextOctets, sender, Octets.FromBase64Url(Rfc8291Example.Salt));

        Assert.Equal(144, body.Length);
        Assert.Equal(Rfc8291Example.Header, Octets.ToBase64Url(body.AsSpan(0, PushEncryption.HeaderOctets)));
        Assert.Equal(Rfc8291Example.Ciphertext, Octets.ToBase64Url(body.AsSpan(PushEncryption.HeaderOctets)));
        Assert.Equal(Rfc8291Example.Body, Octets.ToBase64Url(body));
    }

    [Fact]
    public void EmptyPlaintext_GivesARecordOfDelimiterAndTagAlone()
    {
        using var sender = Rfc8291Example.SenderKey();

        var body = PushEncryption.Encrypt(
            Rfc8291Example.Subscription(), [], sender, Octets.FromBase64Url(Rfc8291Example.Salt));

        // Own value: keys and salt of the example, computed with two other implementations.
        Assert.Equal(Rfc8291Example.Header[..^1] + "-nWA9JFLVeQ32ERULH8YEUcA", Octets.ToBase64Url(body));
    }
}
