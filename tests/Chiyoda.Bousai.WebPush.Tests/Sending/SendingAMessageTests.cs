using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Sending;

public class SendingAMessageTests
{
    [Fact]
    public async Task OverHttpOnLoopback_ArrivesInHttp11AndIsReadByTheSubscriber()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();

        var outcome = await world.SendAsync(subscriber, PushWorld.Message("神田川 レベル4", PushUrgency.High, "order-1"));

        var delivered = Assert.IsType<PushOutcome.Delivered>(outcome);
        Assert.StartsWith(world.Service.Origin.AbsoluteUri, delivered.Location?.AbsoluteUri, StringComparison.Ordinal);
        var received = await subscriber.NextAsync(PushWorld.Patience);
        Assert.Equal("神田川 レベル4", received.Text);
        Assert.Equal(TimeSpan.FromHours(1), received.Ttl);
        Assert.Equal("high", received.Urgency);
        Assert.Equal("order-1", received.Topic);
        Assert.Equal("HTTP/1.1", received.Protocol);
    }

    [Fact]
    public async Task OverHttps_ArrivesInHttp2()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber(secure: true);

        var outcome = await world.SendAsync(subscriber);

        Assert.IsType<PushOutcome.Delivered>(outcome);
        Assert.Equal("HTTP/2", (await subscriber.NextAsync(PushWorld.Patience)).Protocol);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3993)]
    public async Task PayloadOfAnyLength_KeepsEveryRuleOfAStrictService(int octets)
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();
        var payload = Enumerable.Range(0, octets).Select(i => (byte)i).ToArray();

        var outcome = await world.SendAsync(subscriber, new PushMessage(payload, TimeSpan.Zero));

        Assert.IsType<PushOutcome.Delivered>(outcome);
        var request = Assert.Single(world.Service.Requests);
        Assert.Null(request.Refusal);
        Assert.Equal(octets == 0 ? 0 : octets + 103, request.Body.Length);
        Assert.Equal(payload, (await subscriber.NextAsync(PushWorld.Patience)).Payload);
    }

    [Fact]
    public async Task Request_CarriesNothingThatTheProtocolDoesNotAskFor()
    {
        await using var world = await PushWorld.StartAsync();

        await world.SendAsync(world.NewSubscriber());

        var names = Assert.Single(world.Service.Requests).Headers.Keys.Order(StringComparer.Ordinal);
        Assert.Equal(["Authorization", "Content-Encoding", "Content-Length", "Content-Type", "Host", "TTL", "Urgency"], names);
    }

    [Fact]
    public async Task ManyMessagesToOneOrigin_ShareOneToken()
    {
        await using var world = await PushWorld.StartAsync();

        for (var i = 0; i < 5; i++)
        {
            await world.SendAsync(world.NewSubscriber());
        }

        Assert.Single(world.Service.Requests.Select(r => r.Header("Authorization")).Distinct());
    }

    [Fact]
    public async Task RewrittenOrigin_IsSentElsewhereUnderATokenForTheOriginal()
    {
        await using var world = await PushWorld.StartAsync((options, service) =>
        {
            options.AllowLoopback = false;
            foreach (var origin in LocalPushService.ChromiumOrigins)
            {
                options.OriginRewrites.Add(new OriginRewrite { From = origin, To = service.Origin });
            }
        });
        var endpoint = await RegisterAsChromiumAsync(world);

        var outcome = await world.Sender.SendAsync(
            PushWorld.Subscription(endpoint, SubscriberKeys.Generate()), PushWorld.Message(), TestContext.Current.CancellationToken);

        Assert.StartsWith("https://jmt17.google.com/", endpoint.AbsoluteUri, StringComparison.Ordinal);
        Assert.IsType<PushOutcome.Delivered>(outcome);
        Assert.Equal(1, world.Service.Find(endpoint).Waiting);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThirtyTwoAtOnce_AreAllInFlightAtOneOrigin(bool secure)
    {
        await using var world = await PushWorld.StartAsync();
        var subscribers = Enumerable.Range(0, 32).Select(_ => world.NewSubscriber(secure)).ToArray();
        using var gate = world.Service.Hold();

        var sending = subscribers.Select(s => Task.Run(() => world.SendAsync(s))).ToArray();
        await gate.WaitForHeldAsync(32, PushWorld.Patience);
        gate.Open();

        Assert.All(await Task.WhenAll(sending), outcome => Assert.IsType<PushOutcome.Delivered>(outcome));
    }

    [Fact]
    public async Task ThousandSubscribersWithSharedKeys_EachReadTheirOwn()
    {
        await using var world = await PushWorld.StartAsync();
        var keys = SubscriberKeys.Generate();
        var subscribers = Enumerable.Range(0, 1000).Select(_ => world.Service.NewSubscriber(world.Keys.PublicKey, keys)).ToArray();

        await Parallel.ForEachAsync(
            subscribers.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (s, _) => await world.SendAsync(s.Item, PushWorld.Message($"message {s.Index}")));

        foreach (var (index, subscriber) in subscribers.Index())
        {
            Assert.Equal($"message {index}", (await subscriber.NextAsync(PushWorld.Patience)).Text);
        }

        Assert.Equal(1000, world.Service.RequestCount);
    }

    private static async Task<Uri> RegisterAsChromiumAsync(PushWorld world)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["X-subtype"] = "wp:https://bousai.example.jp/#1",
            ["sender"] = world.Keys.PublicKey,
            ["app"] = "org.chromium.linux",
            ["device"] = "1",
        });
        using var answer = await http.PostAsync(
            new Uri(world.Service.Origin, "/register"), form, TestContext.Current.CancellationToken);
        var token = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))["token=".Length..];
        return new Uri(LocalPushService.ChromiumOrigins[0], $"/fcm/send/{token}");
    }
}
