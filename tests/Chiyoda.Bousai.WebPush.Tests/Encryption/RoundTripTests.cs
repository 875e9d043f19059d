using Chiyoda.Bousai.TestServices.PushService;
using CsCheck;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

public class RoundTripTests
{
    private static readonly Uri Endpoint = new("https://push.example.net/push/1");

    [Fact]
    public void WhateverIsEncrypted_IsReadByItsReceiverAndByNoOther()
    {
        var (receiver, other) = (SubscriberKeys.Generate(), SubscriberKeys.Generate());
        var subscription = Subscription(receiver);

        Gen.Byte.Array[0, PushEncryption.MaxPlaintextOctets].Sample(
            plaintext =>
            {
                var body = PushEncryption.Encrypt(subscription, plaintext);

                Assert.Equal(plaintext, receiver.Decrypt(body));
                Assert.Throws<InvalidDataException>(() => other.Decrypt(body));
            },
            iter: 300);
    }

    [Fact]
    public void OneBitChangedAnywhere_IsNoticed()
    {
        var receiver = SubscriberKeys.Generate();
        var body = PushEncryption.Encrypt(Subscription(receiver), "避難指示"u8);

        Gen.Int[0, (body.Length * 8) - 1].Sample(
            bit =>
            {
                var changed = body.ToArray();
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                if (bit / 8 is >= 16 and < 20)
                {
                    // The record size is outside the seal: a larger one changes nothing for a single record.
                    return;
                }

                Assert.Throws<InvalidDataException>(() => receiver.Decrypt(changed));
            },
            iter: 500);
    }

    internal static PushSubscription Subscription(SubscriberKeys keys) =>
        PushSubscription.Create(Endpoint, Octets.FromBase64Url(keys.P256dh), Octets.FromBase64Url(keys.Auth));
}
