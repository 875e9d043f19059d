using Chiyoda.Bousai.WebPush.Tests.Encryption;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Vapid;

public class VapidKeysTests
{
    [Fact]
    public void ExportedPair_IsTakenUpAgain()
    {
        using var first = VapidKeys.Generate();

        using var second = VapidKeys.Import(first.PublicKey, first.ExportPrivateKey());

        Assert.Equal(87, first.PublicKey.Length);
        Assert.Equal(43, first.ExportPrivateKey().Length);
        Assert.Equal(first.PublicKey, second.PublicKey);
        Assert.Equal(first.ExportPrivateKey(), second.ExportPrivateKey());
    }

    [Fact]
    public void PairMadeElsewhere_IsTaken()
    {
        using var keys = VapidKeys.Import(Rfc8291Example.SenderPublic, Rfc8291Example.SenderPrivate);

        Assert.Equal(Rfc8291Example.SenderPublic, keys.PublicKey);
    }

    [Theory]
    [InlineData(Rfc8291Example.SenderPublic, Rfc8291Example.ReceiverPrivate)] // of two pairs
    [InlineData(Rfc8291Example.SenderPublic, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")] // zero
    [InlineData(Rfc8291Example.SenderPublic, "__________________________________________8")] // above the order
    [InlineData(Rfc8291Example.SenderPublic, "yfWPiYE")]
    [InlineData(Rfc8291Example.SenderPublic, "")]
    [InlineData("", Rfc8291Example.SenderPrivate)]
    [InlineData("BA", Rfc8291Example.SenderPrivate)]
    [InlineData("not base64url", Rfc8291Example.SenderPrivate)]
    public void WhatIsNoPair_IsRefusedWithoutNamingTheSecret(string publicKey, string privateKey)
    {
        var e = Assert.Throws<ArgumentException>(
            () => VapidKeys.Import(publicKey, privateKey).Dispose());

        Assert.True(privateKey.Length == 0 || !e.ToString().Contains(privateKey, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_HidesThePrivateKey()
    {
        using var keys = VapidKeys.Generate();

        Assert.DoesNotContain(keys.ExportPrivateKey(), keys.ToString(), StringComparison.Ordinal);
    }
}
