using System.Buffers.Binary;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

public class EncryptionLimitsTests
{
    [Fact]
    public void LongestPlaintext_FillsTheBodyThatEveryServiceTakes()
    {
        var body = PushEncryption.Encrypt(Rfc8291Example.Subscription(), new byte[PushEncryption.MaxPlaintextOctets]);

        Assert.Equal(3993, PushEncryption.MaxPlaintextOctets);
        Assert.Equal(4096, body.Length);
    }

    [Fact]
    public void OneOctetMore_IsRefused()
    {
        Assert.Throws<ArgumentException>("plaintext", () =>
            PushEncryption.Encrypt(Rfc8291Example.Subscription(), new byte[PushEncryption.MaxPlaintextOctets + 1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(3993)]
    public void RecordSize_IsLargerThanTheRecord(int octets)
    {
        var body = PushEncryption.Encrypt(Rfc8291Example.Subscription(), new byte[octets]);

        var recordSize = BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16));
        Assert.True(recordSize > body.Length - PushEncryption.HeaderOctets);
        Assert.Equal(65, body[20]);
    }

    [Fact]
    public void TwoMessages_ShareNeitherSaltNorSenderKey()
    {
        var subscription = Rfc8291Example.Subscription();

        var bodies = Enumerable.Range(0, 50)
            .Select(_ => PushEncryption.Encrypt(subscription, Rfc8291Example.PlaintextOctets)).ToArray();

        Assert.Equal(50, bodies.Select(b => Octets.ToBase64Url(b.AsSpan(0, 16))).Distinct().Count());
        Assert.Equal(50, bodies.Select(b => Octets.ToBase64Url(b.AsSpan(21, 65))).Distinct().Count());
    }
}
