using System.Security.Cryptography;
using Chiyoda.Bousai.WebPush.Tests.Encryption;
using CsCheck;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Messages;

public class SubscriptionTests
{
    private const string Endpoint = "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV";

    // The sender key of the must-reject body «sender_key_not_on_curve»: the example's, its last octet 0x0e for 0x0f.
    private const string NotOnCurve =
        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A4";

    [Theory]
    [InlineData(Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret)]
    [InlineData(Rfc8291Example.ReceiverPublic + "=", Rfc8291Example.AuthSecret + "==")]
    public void KeysInBase64Url_WithOrWithoutPadding_AreTaken(string p256dh, string auth)
    {
        Assert.True(PushSubscription.TryParse(Endpoint, p256dh, auth, out var subscription, out var refusal));

        Assert.Equal(SubscriptionRefusal.None, refusal);
        Assert.Equal(Rfc8291Example.ReceiverPublic, Octets.ToBase64Url(subscription.P256dh.Span));
        Assert.Equal(Rfc8291Example.AuthSecret, Octets.ToBase64Url(subscription.Auth.Span));
        Assert.Equal("https://push.example.net", subscription.Origin);
    }

    [Theory]
    [InlineData(null, Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret, SubscriptionRefusal.EndpointUnreadable)]
    [InlineData("", Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret, SubscriptionRefusal.EndpointUnreadable)]
    [InlineData("/push/1", Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret, SubscriptionRefusal.EndpointUnreadable)]
    [InlineData("ftp://push.example.net/1", Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret, SubscriptionRefusal.EndpointUnreadable)]
    [InlineData(Endpoint, null, Rfc8291Example.AuthSecret, SubscriptionRefusal.KeyUnreadable)]
    [InlineData(Endpoint, "BP4z+KsN", Rfc8291Example.AuthSecret, SubscriptionRefusal.KeyUnreadable)]
    [InlineData(Endpoint, "", Rfc8291Example.AuthSecret, SubscriptionRefusal.KeyNotOnCurve)]
    [InlineData(Endpoint, Rfc8291Example.AuthSecret, Rfc8291Example.AuthSecret, SubscriptionRefusal.KeyNotOnCurve)]
    [InlineData(Endpoint, NotOnCurve, Rfc8291Example.AuthSecret, SubscriptionRefusal.KeyNotOnCurve)]
    [InlineData(Endpoint, Rfc8291Example.ReceiverPublic, null, SubscriptionRefusal.AuthUnreadable)]
    [InlineData(Endpoint, Rfc8291Example.ReceiverPublic, "not base64", SubscriptionRefusal.AuthUnreadable)]
    [InlineData(Endpoint, Rfc8291Example.ReceiverPublic, "BTBZMqHH6r4Tts7J_aSI", SubscriptionRefusal.AuthWrongLength)]
    [InlineData(Endpoint, Rfc8291Example.ReceiverPublic, "BTBZMqHH6r4Tts7J_aSIggA", SubscriptionRefusal.AuthWrongLength)]
    public void WhatCannotBeUsed_IsRefusedByName(string? endpoint, string? p256dh, string? auth, SubscriptionRefusal expected)
    {
        Assert.False(PushSubscription.TryParse(endpoint, p256dh, auth, out var subscription, out var refusal));

        Assert.Null(subscription);
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void EndpointBeyondTheLimit_IsRefused()
    {
        var endpoint = "https://push.example.net/".PadRight(PushSubscription.MaxEndpointCharacters + 1, 'a');

        Assert.False(PushSubscription.TryParse(
            endpoint, Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret, out _, out var refusal));

        Assert.Equal(SubscriptionRefusal.EndpointUnreadable, refusal);
    }

    [Theory]
    [InlineData(2)] // compressed
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)] // hybrid
    public void PointInAnotherForm_IsRefused(byte tag)
    {
        var point = Octets.FromBase64Url(Rfc8291Example.ReceiverPublic);
        point[0] = tag;

        Assert.False(P256.IsPoint(point));
    }

    [Fact]
    public void CoordinatesOutsideTheField_AreRefused()
    {
        // x + p has the same remainder as x, so that the equation alone would hold.
        var point = new byte[P256.PointOctets];
        point[0] = P256.UncompressedTag;
        point.AsSpan(1).Fill(0xff);

        Assert.False(P256.IsPoint(point));
        Assert.False(P256.IsPoint([P256.UncompressedTag, .. new byte[64]]));
    }

    [Fact]
    public void EveryPointThatThePlatformMakes_IsTaken()
    {
        var point = new byte[P256.PointOctets];
        for (var i = 0; i < 200; i++)
        {
            using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            P256.WritePoint(key.ExportParameters(false).Q, point);

            Assert.True(P256.IsPoint(point), Octets.ToBase64Url(point));
        }
    }

    [Fact]
    public void EveryPointWithABitFlipped_IsRefusedAsThePlatformRefusesIt()
    {
        var original = Octets.FromBase64Url(Rfc8291Example.ReceiverPublic);

        Gen.Int[8, (65 * 8) - 1].Sample(bit =>
        {
            var point = original.ToArray();
            point[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False(P256.IsPoint(point));
            Assert.ThrowsAny<CryptographicException>(() => ECDiffieHellman.Create(P256.PublicParameters(point)).Dispose());
        });
    }

    [Fact]
    public void Text_ShowsTheOriginAndNoSecret()
    {
        var text = Rfc8291Example.Subscription().ToString();

        Assert.Equal("PushSubscription at https://push.example.net", text);
    }

    [Theory]
    [InlineData("https://push.example.net/a", "https://push.example.net")]
    [InlineData("https://push.example.net:443/a", "https://push.example.net")]
    [InlineData("https://PUSH.example.net:8443/a?b#c", "https://push.example.net:8443")]
    [InlineData("http://127.0.0.1:5000/a", "http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000/a", "http://[::1]:5000")]
    [InlineData("https://name:word@push.example.net/a", "https://push.example.net")]
    [InlineData("https://防災.example.jp/a", "https://xn--eox771f.example.jp")]
    public void Origin_IsTheAsciiSerialization(string endpoint, string expected)
    {
        PushSubscription.TryParse(
            endpoint, Rfc8291Example.ReceiverPublic, Rfc8291Example.AuthSecret, out var subscription, out _);

        Assert.Equal(expected, subscription?.Origin);
    }

    [Fact]
    public void OctetsThatAreNotUsable_AreADefectOfTheCaller()
    {
        var e = Assert.Throws<ArgumentException>(() =>
            PushSubscription.Create(new Uri(Endpoint), Octets.FromBase64Url(NotOnCurve), new byte[16]));

        Assert.Contains(nameof(SubscriptionRefusal.KeyNotOnCurve), e.Message, StringComparison.Ordinal);
    }
}
