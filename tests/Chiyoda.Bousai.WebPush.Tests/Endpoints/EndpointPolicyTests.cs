using System.Net;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Endpoints;

public class EndpointPolicyTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc")]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc")]
    [InlineData("https://web.push.apple.com/abc")]
    [InlineData("https://wns2-sg2p.notify.windows.com/w/?token=abc")]
    [InlineData("https://push.example.net:8443/abc")]
    [InlineData("https://8.8.8.8/abc")]
    [InlineData("https://[2606:4700::1111]/abc")]
    public void PublicHttpsEndpoint_IsTaken(string endpoint)
    {
        Assert.Null(Policy().Check(new Uri(endpoint)));
    }

    [Theory]
    [InlineData("http://push.example.net/abc", EndpointRefusal.NotHttps)]
    [InlineData("ftp://push.example.net/abc", EndpointRefusal.NotHttps)]
    [InlineData("file:///etc/passwd", EndpointRefusal.NotHttps)]
    [InlineData("http://127.0.0.1:9200/abc", EndpointRefusal.NotHttps)]
    [InlineData("https://user@push.example.net/abc", EndpointRefusal.HasUserInfo)]
    [InlineData("https://push.example.net@10.0.0.1/abc", EndpointRefusal.HasUserInfo)]
    [InlineData("https://127.0.0.1/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://2130706433/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://0x7f.1/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://017700000001/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://10.1.2.3/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://169.254.169.254/latest/meta-data", EndpointRefusal.NotPublic)]
    [InlineData("https://[::1]/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://[::ffff:10.0.0.1]/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://[fe80::1]/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://localhost/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://localhost./abc", EndpointRefusal.NotPublic)]
    [InlineData("https://push.localhost/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://redis/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://printer.local/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://metadata.google.internal/abc", EndpointRefusal.NotPublic)]
    [InlineData("https://METADATA.GOOGLE.INTERNAL./abc", EndpointRefusal.NotPublic)]
    public void WhatLeadsIntoTheHouse_IsRefusedByName(string endpoint, EndpointRefusal expected)
    {
        Assert.Equal(expected, Policy().Check(new Uri(endpoint)));
    }

    [Theory]
    [InlineData("https://push.example.net/abc", null)]
    [InlineData("https://push.example.net./abc", null)]
    [InlineData("https://a.b.example.org/abc", null)]
    [InlineData("https://example.org/abc", EndpointRefusal.HostNotAllowed)]
    [InlineData("https://evilexample.org/abc", EndpointRefusal.HostNotAllowed)]
    [InlineData("https://push.example.net.evil.example/abc", EndpointRefusal.HostNotAllowed)]
    [InlineData("https://other.example.net/abc", EndpointRefusal.HostNotAllowed)]
    public void ListOfHosts_AllowsTheseOnly(string endpoint, EndpointRefusal? expected)
    {
        var policy = Policy(o =>
        {
            o.AllowedHosts.Add("push.example.net");
            o.AllowedHosts.Add("*.example.org");
        });

        Assert.Equal(expected, policy.Check(new Uri(endpoint)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/abc", null)]
    [InlineData("https://127.0.0.1:5000/abc", null)]
    [InlineData("http://localhost:5000/abc", null)]
    [InlineData("http://[::1]:5000/abc", null)]
    [InlineData("http://10.0.0.1:5000/abc", EndpointRefusal.NotHttps)]
    [InlineData("https://10.0.0.1:5000/abc", EndpointRefusal.NotPublic)]
    [InlineData("http://push.example.net/abc", EndpointRefusal.NotHttps)]
    [InlineData("ftp://127.0.0.1/abc", EndpointRefusal.NotHttps)]
    public void LoopbackAllowed_OpensLoopbackAndNothingElse(string endpoint, EndpointRefusal? expected)
    {
        Assert.Equal(expected, Policy(o => o.AllowLoopback = true).Check(new Uri(endpoint)));
    }

    [Fact]
    public void NameThatResolvesToLoopback_IsNotWhatLoopbackAllowedMeans()
    {
        var policy = Policy(o => o.AllowLoopback = true);

        Assert.False(policy.Permits("rebound.example.net", 443, IPAddress.Loopback));
        Assert.True(policy.Permits("127.0.0.1", 5000, IPAddress.Loopback));
        Assert.True(policy.Permits("localhost", 5000, IPAddress.IPv6Loopback));
    }

    [Fact]
    public void RewrittenOrigin_GoesToItsTargetAndNowhereElseInTheHouse()
    {
        var policy = Policy(o => o.OriginRewrites.Add(new OriginRewrite
        {
            From = new Uri("https://push.example.net"),
            To = new Uri("http://127.0.0.1:5001"),
        }));

        Assert.Null(policy.Check(new Uri("https://push.example.net/send/abc?x=1")));
        Assert.Equal("http://127.0.0.1:5001/send/abc?x=1", policy.Resolve(new Uri("https://push.example.net/send/abc?x=1")).AbsoluteUri);
        Assert.True(policy.Permits("127.0.0.1", 5001, IPAddress.Loopback));
        Assert.False(policy.Permits("127.0.0.1", 5002, IPAddress.Loopback));
        Assert.Equal(EndpointRefusal.NotHttps, policy.Check(new Uri("http://127.0.0.1:5001/send/abc")));
    }

    private static EndpointPolicy Policy(Action<PushSenderOptions>? change = null)
    {
        var options = new PushSenderOptions { Subject = "mailto:bousai@example.jp" };
        change?.Invoke(options);
        return new EndpointPolicy(options);
    }
}
