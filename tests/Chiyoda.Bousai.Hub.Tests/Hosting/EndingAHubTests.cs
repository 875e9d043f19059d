using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>A supervisor asks the hub to end (SIGTERM): it ends in order within 10 s, whatever it is in the middle of.</summary>
public sealed class EndingAHubTests
{
    private const int Recipients = 500;

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Feeds__Key"] = HubClient.FeedKey,
        ["Push__AllowLoopback"] = "true",
        ["Limits__Trusted"] = "127.0.0.1/32,::1/128",
    };

    /// <summary>Half of the devices take their time, some are never answered by their push service.</summary>
    [Fact]
    public async Task InTheMiddleOfTellingMany_ItLetsGoOfItsPages_AndTheNextStartServesTheRest()
    {
        using var folder = new TemporaryFolder();
        await using var push = await LocalPushService.StartAsync();
        var endpoints = await BeginAsync(folder.Path, push);

        await using (var hub = await HubProcess.ServeAsync(folder.Path, Settings))
        {
            await push.WaitForRequestsAsync(Recipients / 5, Patience);
            var since = Stopwatch.GetTimestamp();
            var ended = await hub.TerminateAsync();

            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, EndsWithin);
            Assert.Equal(0, ended.Status);
            Assert.DoesNotContain("   at ", ended.Output + ended.Error, StringComparison.Ordinal);
        }

        Assert.InRange(Served(push).Count, 1, Recipients - 1);
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(0, await HeldAsync(folder.Path, now));

        endpoints.ForEach(endpoint => endpoint.Fault = null);
        await using (await HubProcess.ServeAsync(folder.Path, Settings))
        {
            await Eventually.TrueAsync(() => Task.FromResult(Served(push).Count == Recipients), "everybody is served", (int)Patience.TotalSeconds);
        }

        // What was taken twice took the place of the first: the topic is the same.
        Assert.All(Served(push).Values, requests => Assert.Single(requests.Select(request => request.Header("topic") ?? "none").Distinct()));
        await TestDatabase.DropAsync(folder.Path);
    }

    /// <summary>At whatever moment of its start: while it reads the pack, makes the database, or opens its door.</summary>
    [Theory]
    [InlineData(150)]
    [InlineData(400)]
    [InlineData(800)]
    [InlineData(1_300)]
    [InlineData(2_000)]
    [InlineData(3_000)]
    public async Task DuringItsStart_ItEndsWithoutAStack(int milliseconds)
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubProcess.StartServingAsync(folder.PathOf("new"), Settings);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        var since = Stopwatch.GetTimestamp();

        var ended = await hub.TerminateAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, EndsWithin);

        // Before the program has its first moment, the system ends it.
        Assert.True(ended.Status is 0 or 128 + 15, $"{ended.Status} after {milliseconds} ms: {ended.Error}");
        Assert.DoesNotContain("   at ", ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", ended.Output + ended.Error, StringComparison.OrdinalIgnoreCase);
        await TestDatabase.DropAsync(folder.PathOf("new"));
    }

    /// <summary>Hundreds of hubs begin and end in one run of the tests; each that stays makes the next ones slower.</summary>
    [Fact]
    public async Task InAProcessThatGoesOn_NothingHoldsIt()
    {
        var trace = await EndOneAsync();

        // The library of jobs remembers the newest hub of the process.
        await EndOneAsync();
        await Eventually.TrueAsync(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return Task.FromResult(!trace.IsAlive);
            },
            "the ended hub is collected");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> EndOneAsync()
    {
        await using var hub = await RunningHub.StartAsync();
        using var answer = await hub.Public.GetAsync("/status.json", TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        return hub.Trace;
    }

    /// <summary>Leaves a database with an order that is released and not told yet, and many devices that asked for it.</summary>
    private static async Task<List<PushEndpoint>> BeginAsync(string data, LocalPushService push)
    {
        // A hub without a worker: everything is there, nothing is sent.
        await using var hub = await RunningHub.StartAsync(data, settings: new Dictionary<string, string?> { ["Hub:Roles"] = "web,ingest" });
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var area = (await desks.Author.ProposalAsync()).GetProperty("areas")[0].GetString()!;
        var endpoints = await SubscribeAsync(data, push, await hub.PushKeyAsync(), area);
        await desks.IssueDraftAsync(now);
        return endpoints;
    }

    private static async Task<List<PushEndpoint>> SubscribeAsync(string data, LocalPushService push, string pushKey, string area)
    {
        var keys = SubscriberKeys.Generate();
        var database = await TestDatabase.OfAsync(data);
        await using var db = new Database(database.Postgres, database.File).Open();
        var endpoints = new List<PushEndpoint>();
        for (var made = 0; made < Recipients; made++)
        {
            var device = push.NewSubscriber(pushKey, keys, secure: false);
            device.Endpoint.Fault = made % 2 == 0 ? null : made % 25 == 1 ? new PushFault.Hang() : new PushFault.Slow(TimeSpan.FromSeconds(1));
            endpoints.Add(device.Endpoint);
            var url = device.Url.AbsoluteUri;
            db.Add(new Subscription(Guid.NewGuid())
            {
                Endpoint = url,
                EndpointHash = SHA256.HashData(Encoding.UTF8.GetBytes(url)),
                P256dh = keys.P256dh,
                Auth = keys.Auth,
                Places = [new SubscribedPlace(area, PlaceRelation.Lives)],
                Language = "ja",
                Orders = [3, 4, 5],
                UpdatedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1),
            });
        }

        await db.SaveChangesAsync();
        return endpoints;
    }

    private static async Task<int> HeldAsync(string data, DateTimeOffset now)
    {
        var database = await TestDatabase.OfAsync(data);
        await using var db = new Database(database.Postgres, database.File).Open();
        var pages = db.DispatchPages.Where(page => !page.IsDone).Select(page => page.LeaseUntil).ToList();
        Assert.NotEmpty(pages);
        return pages.Count(until => until > now);
    }

    private static Dictionary<PushEndpoint, List<RecordedRequest>> Served(LocalPushService push) => push.Requests
        .Where(request => request.Status is 201 && request.Endpoint is not null)
        .GroupBy(request => request.Endpoint!).ToDictionary(group => group.Key, group => group.ToList());
}
