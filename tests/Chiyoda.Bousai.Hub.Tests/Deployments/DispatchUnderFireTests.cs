using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>Somebody pulls a plug in the middle of telling many: everybody is told, few twice, and a second copy takes the place of the first.</summary>
[Collection(DeploymentTests.Name)]
[RunsOnce]
public sealed class DispatchUnderFireTests
{
    /// <summary>After the program is ready again; the machine of a test may be busy, the figure is printed.</summary>
    private const int PatienceSeconds = 120;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("BOUSAI_LONG") == "1";

    public static TheoryData<bool, int> Kills => IsLong
        ? new() { { false, 2_000 }, { true, 2_000 }, { false, 20_000 }, { true, 20_000 } }
        : new() { { false, 2_000 }, { true, 2_000 } };

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task KilledSender_ServesEverybodyAfterItsRestart_AndRepeatsFewWithTheSameTopic(bool isPostgres, int recipients)
    {
        await using var fire = await TellingManyAsync(isPostgres, recipients);
        await fire.Push.WaitForRequestsAsync(recipients / 3, TimeSpan.FromSeconds(PatienceSeconds));

        await fire.Set.KillAsync(fire.Sender);
        var before = fire.Push.RequestCount;
        Assert.InRange(before, recipients / 3, recipients - 1);
        await fire.Set.StartAsync(fire.Sender);
        var ready = TimeProvider.System.GetTimestamp();

        await fire.EverybodyIsServedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{(isPostgres ? "PostgreSQL" : "SQLite")}, {recipients} recipients, killed after {before}: all served {TimeProvider.System.GetElapsedTime(ready).TotalSeconds:0.0} s after ready, {fire.Repeats} sent again");
        Assert.InRange(fire.Repeats, 0, recipients / 4);
        fire.EveryRepeatHasTheSameTopic();
    }

    [Fact]
    public async Task TwoWorkers_NeverSendAPageTwice_AndOneTakesOverWhenTheOtherIsKilled()
    {
        await using var fire = await TellingManyAsync(isPostgres: true, 2_000, "worker2");
        await fire.Push.WaitForRequestsAsync(700, TimeSpan.FromSeconds(PatienceSeconds));
        Assert.Equal(0, fire.Repeats);

        await fire.Set.KillAsync("worker2");

        await fire.EverybodyIsServedAsync();
        Assert.InRange(fire.Repeats, 0, 500);
        fire.EveryRepeatHasTheSameTopic();
    }

    [Fact]
    public async Task DatabaseAwayInTheMiddle_CostsTimeAndNobody()
    {
        await using var fire = await TellingManyAsync(isPostgres: true, 2_000);
        await fire.Push.WaitForRequestsAsync(300, TimeSpan.FromSeconds(PatienceSeconds));

        await fire.Set.StopAsync("postgres");
        using (var whileAway = await fire.Hub.PostTelegramAsync(new ByteArrayContent(Floods.Telegram(Floods.Arakawa, 3, TimeProvider.System.GetUtcNow()))))
        {
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, whileAway.StatusCode);
            Assert.Contains("hub.database-away", await whileAway.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Contains("警戒レベル", await fire.Hub.Public.GetStringAsync("/lite", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await fire.Set.StartAsync("postgres");

        await fire.EverybodyIsServedAsync();
        fire.EveryRepeatHasTheSameTopic();
        var verified = await fire.Set.VerifyAsync();
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
    }

    [Fact]
    public async Task JobStorageWipedInTheMiddle_ChangesNothing()
    {
        await using var fire = await TellingManyAsync(isPostgres: true, 2_000);
        await fire.Push.WaitForRequestsAsync(200, TimeSpan.FromSeconds(PatienceSeconds));

        await fire.Set.Database.ExecuteAsync("DROP SCHEMA hangfire CASCADE");

        await fire.EverybodyIsServedAsync();
        Assert.Equal(0, fire.Repeats);
    }

    private static async Task<Fire> TellingManyAsync(bool isPostgres, int recipients, params string[] more)
    {
        Assert.SkipWhen(RequiredServices.SkipReason(ProcessSet.Missing) is not null, ProcessSet.Missing ?? string.Empty);
        var fire = new Fire(new ProcessSet(isPostgres), await LocalPushService.StartAsync(), isPostgres ? "worker" : "hub", recipients);
        await fire.BeginAsync(isPostgres ? ["postgres", "hub1", "worker", .. more] : ["hub"]);
        return fire;
    }

    /// <summary>A released order on its way to many devices.</summary>
    private sealed class Fire(ProcessSet set, LocalPushService push, string sender, int recipients) : IAsyncDisposable
    {
        public ProcessSet Set => set;

        public LocalPushService Push => push;

        public string Sender => sender;

        public HubClient Hub { get; private set; } = null!;

        public int Repeats => Served().Sum(device => device.Value.Count - 1);

        public async Task BeginAsync(string[] names)
        {
            await set.StartAsync(names);
            Hub = set.ClientOf(names.First(name => name.StartsWith("hub", StringComparison.Ordinal)));
            using var desks = new Desks(await set.SignInAsync(Hub, "Recorder"), await set.SignInAsync(Hub, "Releaser"));
            var now = TimeProvider.System.GetUtcNow();
            await Hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
            await SubscribeAsync(await Hub.PushKeyAsync(), (await desks.Author.ProposalAsync()).GetProperty("areas")[0].GetString()!);
            await desks.IssueDraftAsync(now);
        }

        public Task EverybodyIsServedAsync() => Eventually.TrueAsync(
            () => Task.FromResult(Served().Count == recipients), $"all {recipients} are served", PatienceSeconds);

        public void EveryRepeatHasTheSameTopic() => Assert.All(
            Served().Values, requests => Assert.Single(requests.Select(request => request.Header("topic") ?? "none").Distinct()));

        public async ValueTask DisposeAsync()
        {
            await set.DisposeAsync();
            await push.DisposeAsync();
        }

        /// <summary>What each device was sent and took.</summary>
        private Dictionary<PushEndpoint, List<RecordedRequest>> Served() => push.Requests
            .Where(request => request.Status is 201 && request.Endpoint is not null)
            .GroupBy(request => request.Endpoint!).ToDictionary(group => group.Key, group => group.ToList());

        /// <summary>Straight into the database: this many would take minutes by the front door.</summary>
        private async Task SubscribeAsync(string pushKey, string area)
        {
            var keys = SubscriberKeys.Generate();
            await using var db = new Database(set.Database.Postgres, set.Database.File).Open();
            for (var made = 0; made < recipients; made++)
            {
                var url = push.NewSubscriber(pushKey, keys, secure: false).Url.AbsoluteUri;
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
                if (made % 1_000 == 999 || made == recipients - 1)
                {
                    await db.SaveChangesAsync();
                    db.ChangeTracker.Clear();
                }
            }
        }
    }
}
