using System.Net;
using System.Net.Sockets;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Sending;

/// <summary>A name that looked public resolves into the house at the moment of connecting.</summary>
public sealed class ConnectingTests : IDisposable
{
    private readonly TcpListener _inside = new(IPAddress.Loopback, 0);
    private readonly VapidKeys _keys = VapidKeys.Generate();

    public ConnectingTests() => _inside.Start();

    private int Port => ((IPEndPoint)_inside.LocalEndpoint).Port;

    public void Dispose()
    {
        _inside.Dispose();
        _keys.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.8")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::1")]
    [InlineData("127.0.0.1", "10.0.0.8", "::1")]
    public async Task NameThatResolvesIntoTheHouse_IsRejectedWithoutAConnection(params string[] addresses)
    {
        var outcome = await SendAsync("https://push.example.net", addresses);

        Assert.Equal(new PushOutcome.Rejected(null, "endpoint refused: NotPublic"), outcome);
        Assert.False(_inside.Pending());
    }

    [Fact]
    public async Task LoopbackAllowed_DoesNotOpenItToAPublicName()
    {
        var outcome = await SendAsync("https://push.example.net", ["127.0.0.1"], o => o.AllowLoopback = true);

        Assert.IsType<PushOutcome.Rejected>(outcome);
        Assert.False(_inside.Pending());
    }

    [Fact]
    public async Task EndpointThatThePolicyRefuses_IsRejectedBeforeAnythingIsResolved()
    {
        var resolved = false;
        using var sender = Sender(new PushSenderOptions { Subject = "mailto:bousai@example.jp" }, (_, _) =>
        {
            resolved = true;
            return Task.FromResult(new[] { IPAddress.Loopback });
        });

        var outcome = await sender.SendAsync(
            PushWorld.Subscription(new Uri("http://push.example.net/1"), SubscriberKeys.Generate()),
            PushWorld.Message(),
            TestContext.Current.CancellationToken);

        Assert.Equal(new PushOutcome.Rejected(null, "endpoint refused: NotHttps"), outcome);
        Assert.False(resolved);
    }

    [Fact]
    public async Task NameThatDoesNotResolve_IsUnreachable()
    {
        using var sender = Sender(
            new PushSenderOptions { Subject = "mailto:bousai@example.jp" },
            (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound)));

        var outcome = await sender.SendAsync(
            PushWorld.Subscription(new Uri("https://push.example.net/1"), SubscriberKeys.Generate()),
            PushWorld.Message(),
            TestContext.Current.CancellationToken);

        Assert.IsType<PushOutcome.Unreachable>(outcome);
    }

    [Fact]
    public async Task DeadAddressBeforeALivingOne_CostsNotTheMessage()
    {
        // «localhost» with a first address on which nobody listens.
        await using var service = await LocalPushService.StartAsync();
        var options = new PushSenderOptions { Subject = "mailto:bousai@example.jp", AllowLoopback = true };
        using var sender = Sender(options, (_, _) => Task.FromResult(new[] { IPAddress.Parse("127.0.0.9"), IPAddress.Loopback }));
        var subscriber = service.NewSubscriber();
        var byName = new UriBuilder(subscriber.Url) { Host = "localhost" }.Uri;

        var outcome = await sender.SendAsync(
            PushWorld.Subscription(byName, subscriber.Keys), PushWorld.Message(), TestContext.Current.CancellationToken);

        // It arrived; the token names localhost, and this service knows itself by its address.
        Assert.Equal("403 aud is not the endpoint's origin", Assert.IsType<PushOutcome.Rejected>(outcome).Reason);
    }

    private async Task<PushOutcome> SendAsync(string origin, string[] addresses, Action<PushSenderOptions>? change = null)
    {
        var options = new PushSenderOptions { Subject = "mailto:bousai@example.jp" };
        change?.Invoke(options);
        using var sender = Sender(options, (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));
        return await sender.SendAsync(
            PushWorld.Subscription(new Uri($"{origin}:{Port}/push/1"), SubscriberKeys.Generate()),
            PushWorld.Message(),
            TestContext.Current.CancellationToken);
    }

    private PushSender Sender(PushSenderOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new(
        options,
        _keys,
        TimeProvider.System,
        PushSender.CreateGuardedHandler(options, new GuardedConnector(new EndpointPolicy(options), resolve)));
}
