using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Vapid;

/// <summary>The example of RFC 8292 section 2.4. Its private key is not printed, so its signature is verified, and our
/// header and claims are compared with its own.</summary>
public class Rfc8292ExampleTests
{
    private const string Authorization =
        "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1Yi"
        + "I6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzv"
        + "oD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";

    private static readonly DateTimeOffset ExpiresAt = new(2016, 1, 23, 4, 36, 8, TimeSpan.Zero);

    [Fact]
    public void TokenOfTheExample_IsSignedByItsKey()
    {
        Assert.True(TokenParts.Parse(Authorization).IsSigned());
    }

    [Fact]
    public void HeaderAndClaims_AreWrittenAsInTheExample()
    {
        using var keys = VapidKeys.Generate();
        var clock = new FakeTimeProvider(ExpiresAt - VapidSigner.Lifetime);
        var signer = new VapidSigner(keys, "mailto:push@example.com", clock);

        var ours = TokenParts.Parse(signer.Authorize(new Uri("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV")));

        var example = TokenParts.Parse(Authorization);
        Assert.Equal(example.Header, ours.Header);
        Assert.Equal(example.Claims, ours.Claims);
        Assert.Equal(1453523768, ours.ReadClaims().GetProperty("exp").GetInt64());
        Assert.True(ours.IsSigned());
        Assert.Equal(keys.PublicKey, ours.Key);
    }

    [Fact]
    public void PublicKeyOfTheExample_IsAPointInTheFormOfItsJwk()
    {
        var point = Octets.FromBase64Url(TokenParts.Parse(Authorization).Key);

        Assert.True(P256.IsPoint(point));
        Assert.Equal("DUfHPKLVFQzVvnCPGyfucbECzPDa7rWbXriLcysAjEc", Octets.ToBase64Url(point.AsSpan(1, 32)));
        Assert.Equal("F6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs", Octets.ToBase64Url(point.AsSpan(33)));
    }
}
