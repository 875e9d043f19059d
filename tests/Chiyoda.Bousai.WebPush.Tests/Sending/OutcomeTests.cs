using System.Net;
using System.Net.Sockets;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Sending;

public class OutcomeTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 2, 14, 3, TimeSpan.Zero);

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task SubscriptionThatIsNoMore_IsGone(int status)
    {
        Assert.IsType<PushOutcome.Gone>(await AnswerAsync(new PushFault.Answer(status)));
    }

    [Fact]
    public async Task SubscriptionGivenUpByTheBrowser_IsGone()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Remove();

        Assert.IsType<PushOutcome.Gone>(await world.SendAsync(subscriber));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(418)]
    public async Task RefusalByTheService_IsRejectedAndNeverGone(int status)
    {
        var outcome = await AnswerAsync(new PushFault.Answer(status));

        var rejected = Assert.IsType<PushOutcome.Rejected>(outcome);
        Assert.Equal((HttpStatusCode)status, rejected.Status);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(599)]
    public async Task FaultOfTheService_IsUnreachable(int status)
    {
        var outcome = await AnswerAsync(new PushFault.Answer(status) { Body = "try\r\nlater" });

        Assert.Equal(new PushOutcome.Unreachable($"push service answered {status} try later"), outcome);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task AnySuccess_IsDelivered(int status)
    {
        Assert.Equal(new PushOutcome.Delivered(null), await AnswerAsync(new PushFault.Answer(status)));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(null, 10)]
    [InlineData("0", 1)]
    [InlineData("100000", 300)]
    public async Task TooManyRequests_IsThrottledForAsLongAsAskedWithinBounds(string? retryAfter, int seconds)
    {
        Assert.Equal(new PushOutcome.Throttled(Now.AddSeconds(seconds)), await AnswerAsync(PushFault.TooMany(retryAfter)));
    }

    [Fact]
    public async Task ServiceUnavailableThatNamesATime_IsThrottled()
    {
        var outcome = await AnswerAsync(PushFault.TooMany("30") with { Status = 503 });

        Assert.Equal(new PushOutcome.Throttled(Now.AddSeconds(30)), outcome);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var world = await PushWorld.StartAsync();
        var (subscriber, other) = (world.NewSubscriber(), world.NewSubscriber());
        subscriber.Endpoint.Fault = new PushFault.Answer(307)
        {
            Headers = new Dictionary<string, string> { ["Location"] = other.Url.AbsoluteUri },
        };

        var outcome = await world.SendAsync(subscriber);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, Assert.IsType<PushOutcome.Rejected>(outcome).Status);
        Assert.Equal(1, world.Service.RequestCount);
        Assert.Equal(0, other.Received);
    }

    [Fact]
    public async Task ServiceThatNeverAnswers_IsUnreachableAfterTheTimeOut()
    {
        var clock = new FakeTimeProvider(Now);
        await using var world = await PushWorld.StartAsync(clock: clock);
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Fault = new PushFault.Hang();

        var sending = world.SendAsync(subscriber);
        await world.Service.WaitForRequestsAsync(1, PushWorld.Patience);
        clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(
            new PushOutcome.Unreachable("no answer in time"),
            await sending.WaitAsync(PushWorld.Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SlowServiceWithinTheTimeOut_IsDelivered()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.FailNext(new PushFault.Slow(TimeSpan.FromMilliseconds(50)));

        Assert.IsType<PushOutcome.Delivered>(await world.SendAsync(subscriber));
    }

    [Fact]
    public async Task BodyThatNeverEnds_DoesNotHideTheStatus()
    {
        await using var world = await PushWorld.StartAsync((options, _) => options.RequestTimeout = TimeSpan.FromMilliseconds(300));
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Fault = new PushFault.EndlessBody(403);

        Assert.Equal(new PushOutcome.Rejected(HttpStatusCode.Forbidden, "403"), await world.SendAsync(subscriber));
    }

    [Fact]
    public async Task BrokenConnection_IsUnreachable()
    {
        Assert.IsType<PushOutcome.Unreachable>(await AnswerAsync(new PushFault.Reset()));
    }

    [Fact]
    public async Task NobodyListening_IsUnreachable()
    {
        await using var world = await PushWorld.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://{listener.LocalEndpoint}/push/1");
        listener.Stop();

        var outcome = await world.Sender.SendAsync(
            PushWorld.Subscription(endpoint, SubscriberKeys.Generate()), PushWorld.Message(), TestContext.Current.CancellationToken);

        Assert.Equal(new PushOutcome.Unreachable("no answer: ConnectionError"), outcome);
    }

    [Fact]
    public async Task CallerWhoCancels_GetsTheCancellationAndNoOutcome()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Fault = new PushFault.Hang();
        using var cancellation = new CancellationTokenSource();

        var sending = world.Sender.SendAsync(PushWorld.Subscription(subscriber), PushWorld.Message(), cancellation.Token);
        await world.Service.WaitForRequestsAsync(1, PushWorld.Patience);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task ReasonThatNamesTheEndpoint_IsLeftOut()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Fault = new PushFault.Answer(400) { Body = $"bad request for {subscriber.Url}" };

        var rejected = Assert.IsType<PushOutcome.Rejected>(await world.SendAsync(subscriber));

        Assert.Equal("400 (names the endpoint)", rejected.Reason);
    }

    [Fact]
    public async Task LongErrorPage_IsCutToOneLine()
    {
        await using var world = await PushWorld.StartAsync();
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Fault = new PushFault.Answer(400) { Body = string.Concat(Enumerable.Repeat("<p>\r\n\u0007error</p>", 4000)) };

        var rejected = Assert.IsType<PushOutcome.Rejected>(await world.SendAsync(subscriber));

        Assert.InRange(rejected.Reason.Length, 100, 310);
        Assert.DoesNotContain(rejected.Reason, char.IsControl);
    }

    private static async Task<PushOutcome> AnswerAsync(PushFault fault)
    {
        await using var world = await PushWorld.StartAsync(
            (options, _) => options.MaxRetryAfter = TimeSpan.FromMinutes(5), new FakeTimeProvider(Now));
        var subscriber = world.NewSubscriber();
        subscriber.Endpoint.Fault = fault;
        return await world.SendAsync(subscriber);
    }
}
