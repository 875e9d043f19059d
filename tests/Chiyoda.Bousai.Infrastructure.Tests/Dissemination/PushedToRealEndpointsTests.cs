using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Dissemination.Receipts;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>The whole way: real encryption, real sockets, a strict push service.</summary>
public sealed class PushedToRealEndpointsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task TwoThousandDevices_EachGetOneMessageOnce_AndThoseThatAreGoneAreNoticed()
    {
        await using var push = await LocalPushService.StartAsync(new LocalPushServiceOptions { KeepRequests = false });
        await using var world = await StartAsync();
        var keys = SubscriberKeys.Generate();
        var devices = Enumerable.Range(0, 2_000).Select(_ => push.NewSubscriber(world.Get<PushSecrets>().Vapid.PublicKey, keys)).ToList();
        await RegisterAsync(world, devices);
        foreach (var gone in devices.Take(10))
        {
            gone.Endpoint.Remove();
        }

        devices[10].Endpoint.FailNext(PushFault.TooMany("1"));
        var release = await world.IssueAsync();

        await world.Get<Dispatcher>().SweepAsync(TestContext.Current.CancellationToken);
        Task working;
        using (var gate = push.Hold())
        {
            working = Task.WhenAll(world.WorkAsync(), world.WorkAsync());
            await gate.WaitForHeldAsync(32, Patience);
        }

        await working;
        await WorkUntilDoneAsync(world, release.DecisionId);

        var tally = (await world.TallyAsync(release.DecisionId)).Delivery;
        Assert.Equal((1_990, 10, 0, 0), (tally.Accepted, tally.Gone, tally.Failed, tally.Pending));
        Assert.All(devices.Skip(10), device => Assert.Equal(1, device.Received));
        Assert.Equal(32, push.MostInFlight);
        var dispatch = await world.DispatchAsync(release.DecisionId);
        Assert.InRange(dispatch.LastAcceptedAt!.Value, dispatch.FirstAcceptedAt!.Value, world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task AMessage_IsDeclarativeSaysWhatWasDecidedAndReplacesItsForerunner()
    {
        await using var push = await LocalPushService.StartAsync();
        await using var world = await StartAsync();
        var device = push.NewSubscriber(world.Get<PushSecrets>().Vapid.PublicKey);
        await RegisterAsync(world, [device], language: "en");
        var release = await world.IssueAsync();

        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        var received = await device.NextAsync(Patience);

        using var json = JsonDocument.Parse(received.Payload);
        var notification = json.RootElement.GetProperty("notification");
        var data = notification.GetProperty("data");
        Assert.Equal(8030, json.RootElement.GetProperty("web_push").GetInt32());
        Assert.StartsWith("【訓練】", notification.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("en", notification.GetProperty("lang").GetString());
        Assert.Equal("/en/", notification.GetProperty("navigate").GetString());
        Assert.Equal(release.OrderId, notification.GetProperty("tag").GetGuid());
        Assert.Equal(release.DecisionId, data.GetProperty("id").GetGuid());
        Assert.Equal(TellingWorld.Riverside, data.GetProperty("areas").EnumerateArray().Select(area => area.GetString()));
        Assert.Equal("high", received.Urgency);
        Assert.Equal(WebPushChannel.TopicOf(release.OrderId), received.Topic);
        Assert.Equal(TimeSpan.FromHours(1), received.Ttl);
        Assert.InRange(received.Payload.Length, 1, 1024);

        var lifted = await world.LiftAsync(release.OrderId);
        await world.PlanAsync(lifted.DecisionId);
        await world.WorkAsync();
        Assert.Equal(received.Topic, (await device.NextAsync(Patience)).Topic);
    }

    [Fact]
    public async Task AReceiptFromTheMessage_CountsForItsRecipientAlone()
    {
        await using var push = await LocalPushService.StartAsync();
        await using var world = await StartAsync();
        var devices = Enumerable.Range(0, 3).Select(_ => push.NewSubscriber(world.Get<PushSecrets>().Vapid.PublicKey)).ToList();
        await RegisterAsync(world, devices);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        var tokens = world.Get<PushSecrets>().Receipts;
        var places = new List<ReceiptPlace>();
        foreach (var device in devices)
        {
            using var json = JsonDocument.Parse((await device.NextAsync(Patience)).Payload);
            places.Add(tokens.Read(json.RootElement.GetProperty("notification").GetProperty("data").GetProperty("receipt").GetString())!.Value);
        }

        var book = world.Get<ReceiptBook>();
        book.Note(places[0], ReceiptMarks.Shown);
        book.Note(places[1], ReceiptMarks.Opened);
        book.Note(places[2], ReceiptMarks.Confirmed);
        book.Note(places[2], ReceiptMarks.Confirmed);
        await book.WriteAsync(TestContext.Current.CancellationToken);

        var tally = await world.TallyAsync(release.DecisionId);
        Assert.Equal(3, places.Distinct().Count());
        Assert.Equal((3, 3, 2, 1), (tally.Delivery.Accepted, tally.Shown, tally.Opened, tally.Confirmed));
    }

    private static Task<TellingWorld> StartAsync() => TellingWorld.StartAsync(
        configure: services => services.Configure<PushOptions>(options => options.AllowLoopback = true));

    private static async Task RegisterAsync(TellingWorld world, IReadOnlyList<Subscriber> devices, string language = "ja")
    {
        await world.WithDbAsync(async db =>
        {
            db.AddRange(devices.Select(device => new Subscription(Guid.NewGuid())
            {
                Endpoint = device.Url.ToString(),
                EndpointHash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(device.Url.ToString())),
                P256dh = device.Keys.P256dh,
                Auth = device.Keys.Auth,
                Places = [new SubscribedPlace(TellingWorld.Riverside[0], PlaceRelation.Works)],
                Language = language,
                Orders = [3, 4, 5],
                UpdatedAt = world.Clock.GetUtcNow().AddMinutes(-1),
            }));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
    }

    /// <summary>What was asked to wait comes due by the clock; bounded.</summary>
    private static async Task WorkUntilDoneAsync(TellingWorld world, Guid decisionId)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await world.DispatchAsync(decisionId)).State != DispatchState.Done)
        {
            await timer.WaitForNextTickAsync(limit.Token);
            await world.WorkAsync();
        }
    }
}
