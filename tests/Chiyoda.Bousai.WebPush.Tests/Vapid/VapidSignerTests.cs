using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Vapid;

public sealed class VapidSignerTests : IDisposable
{
    private static readonly Uri Endpoint = new("https://push.example.net/push/1");
    private static readonly Uri SameOrigin = new("https://push.example.net:443/push/2");
    private static readonly Uri OtherOrigin = new("https://push.example.org/push/1");

    private readonly VapidKeys _keys = VapidKeys.Generate();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly VapidSigner _signer;

    public VapidSignerTests() => _signer = new VapidSigner(_keys, "mailto:bousai@example.jp", _clock);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void TwoEndpointsOfOneOrigin_ShareAToken()
    {
        Assert.Same(_signer.Authorize(Endpoint), _signer.Authorize(SameOrigin));
    }

    [Fact]
    public void AnotherOrigin_HasATokenOfItsOwn()
    {
        var token = TokenParts.Parse(_signer.Authorize(OtherOrigin));

        Assert.NotEqual(_signer.Authorize(Endpoint), _signer.Authorize(OtherOrigin));
        Assert.Equal("https://push.example.org", token.ReadClaims().GetProperty("aud").GetString());
    }

    [Fact]
    public void TokenWithMoreThanAnHourLeft_IsKept()
    {
        var first = _signer.Authorize(Endpoint);

        _clock.Advance(VapidSigner.Lifetime - VapidSigner.RenewBefore - TimeSpan.FromSeconds(1));

        Assert.Same(first, _signer.Authorize(Endpoint));
    }

    [Fact]
    public void TokenWithAnHourLeft_IsReplaced()
    {
        var first = TokenParts.Parse(_signer.Authorize(Endpoint));

        _clock.Advance(VapidSigner.Lifetime - VapidSigner.RenewBefore);
        var second = TokenParts.Parse(_signer.Authorize(Endpoint));

        Assert.True(second.ReadClaims().GetProperty("exp").GetInt64() > first.ReadClaims().GetProperty("exp").GetInt64());
        Assert.True(second.IsSigned());
    }

    [Fact]
    public void Expiry_IsNeverMoreThanADayAhead()
    {
        var expiry = TokenParts.Parse(_signer.Authorize(Endpoint)).ReadClaims().GetProperty("exp").GetInt64();

        Assert.InRange(expiry - _clock.GetUtcNow().ToUnixTimeSeconds(), 1, 86_400);
    }

    [Fact]
    public void ManyThreadsAtOnce_AllGetAGoodToken()
    {
        var tokens = new string[64];

        Parallel.For(0, tokens.Length, i => tokens[i] = _signer.Authorize(new Uri($"https://push{i % 4}.example.net/")));

        Assert.All(tokens, token => Assert.True(TokenParts.Parse(token).IsSigned()));
    }

    [Fact]
    public void CrowdOfInventedHosts_IsServedAndForgotten()
    {
        var first = _signer.Authorize(Endpoint);

        for (var i = 0; i < 300; i++)
        {
            _signer.Authorize(new Uri($"https://invented{i}.example.net/"));
        }

        Assert.NotSame(first, _signer.Authorize(Endpoint));
    }

    [Theory]
    [InlineData("mailto:bousai@example.jp", true)]
    [InlineData("https://www.example.jp/bousai", true)]
    [InlineData("http://www.example.jp/bousai", false)]
    [InlineData("mailto:", false)]
    [InlineData("bousai@example.jp", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Subject_IsAWayToWriteToUs(string? subject, bool expected)
    {
        Assert.Equal(expected, VapidSigner.IsSubject(subject));
    }
}
