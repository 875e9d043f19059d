using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>A feed server and a hub that asks it, on one clock, which begins five minutes after a full hour: the long lists have just been renewed.</summary>
internal sealed class FeedDay : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly Dictionary<string, string?> _settings;
    private StaffClient? _staff;

    private FeedDay(LocalFeedServer server, MovableClock clock, Dictionary<string, string?>? settings)
    {
        (Server, Clock) = (server, clock);
        _settings = new Dictionary<string, string?>
        {
            ["JmaFeeds:Enabled"] = "true",
            ["JmaFeeds:Base"] = server.Base.AbsoluteUri,
            ["JmaFeeds:Feeds"] = "extra,eqvol",
            ["JmaFeeds:Jitter"] = "00:00:00",
            ["JmaFeeds:Timeout"] = "00:00:03",
        };
        foreach (var (name, value) in settings ?? [])
        {
            _settings[name] = value;
        }
    }

    public LocalFeedServer Server { get; }

    public MovableClock Clock { get; }

    public RunningHub Hub { get; private set; } = null!;

    public string DataDirectory => _data.Path;

    public StaffClient Staff => _staff!;

    /// <param name="prepare">What lies on the server before the hub starts.</param>
    /// <param name="settings">Beside the usual ones.</param>
    /// <param name="isSummed">Whether a 集約通報 that says that nothing holds lies there too: without it the lists alone make nothing known.</param>
    public static async Task<FeedDay> StartAsync(Action<FeedDay>? prepare = null, Dictionary<string, string?>? settings = null, bool isSummed = true)
    {
        var clock = new MovableClock();
        var now = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(now.UtcTicks % TimeSpan.TicksPerHour) + TimeSpan.FromMinutes(5));
        var day = new FeedDay(await LocalFeedServer.StartAsync(clock), clock, settings);
        if (isSummed)
        {
            day.PublishSummary();
        }

        prepare?.Invoke(day);
        await day.StartHubAsync();
        return day;
    }

    /// <summary>A flood forecast of the ward's river, published now, under a name as JMA gives it.</summary>
    public string PublishFlood(int? level, int serial = 1, string list = "extra")
    {
        var at = Clock.GetUtcNow();
        var file = $"{at.UtcDateTime:yyyyMMddHHmmss}_{serial}_VXKO50_{Floods.Kanda}.xml";
        Server.Publish(list, file, Floods.Telegram(Floods.Kanda, level, at, serial));
        return file;
    }

    /// <summary>集約通報, published now: the full state of the ward.</summary>
    public string PublishSummary(int? level = null)
    {
        var at = Clock.GetUtcNow();
        var file = $"{at.UtcDateTime:yyyyMMddHHmmss}_0_VPWS50_010000.xml";
        Server.Publish("extra", file, Alerts.Summary(level, at));
        return file;
    }

    /// <summary>Starts a hub, again on the same data, and waits for its first round.</summary>
    public async Task StartHubAsync()
    {
        var since = Clock.GetUtcNow();
        Hub = await NewHubAsync();
        _staff = await Hub.SignInAsync("Recorder");
        await AskedAsync(since);
    }

    public Task<RunningHub> NewHubAsync() => RunningHub.StartAsync(_data.Path, services => services.AddSingleton<TimeProvider>(Clock), _settings);

    public async Task StopHubAsync()
    {
        _staff?.Dispose();
        await Hub.DisposeAsync();
    }

    /// <summary>Lets time pass and every list be asked once.</summary>
    public async Task RoundAsync(TimeSpan? later = null)
    {
        Clock.Advance(later ?? TimeSpan.FromMinutes(1));
        var since = Clock.GetUtcNow();
        await WishAsync();
        await AskedAsync(since);
    }

    /// <summary>Staff ask for everything now.</summary>
    public async Task WishAsync()
    {
        using var answer = await Staff.Http.PostAsync("/api/v1/feeds/poll", null);
        answer.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> FeedsAsync() => Staff.GetAsync("/api/v1/feeds");

    public async Task<JsonElement> SourceAsync() => (await FeedsAsync()).GetProperty("sources").EnumerateArray().Single(source => source.GetProperty("id").GetString() == "jma-xml");

    public async Task<JsonElement> ListAsync(string name) =>
        (await SourceAsync()).GetProperty("lists").EnumerateArray().Single(list => list.GetProperty("id").GetString() == $"jma-xml/{name}");

    public async Task<string> StateAsync() => (await Hub.GetAsync("/api/v1/warnings")).GetProperty("state").GetString()!;

    /// <summary>All but 集約通報.</summary>
    public async Task<IReadOnlyList<JsonElement>> TelegramsAsync() =>
        [.. (await Staff.GetAsync("/api/v1/telegrams")).GetProperty("items").EnumerateArray().Where(telegram => telegram.GetProperty("type").GetString() != "VPWS50")];

    public Task BecomesAsync(string state) => Eventually.TrueAsync(async () => await StateAsync() == state, $"the warnings become {state}");

    /// <summary>Summaries of what the chronology says of sources, oldest first.</summary>
    public async Task<IReadOnlyList<string>> NotesAsync() =>
    [
        .. (await Staff.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray()
            .Where(entry => entry.GetProperty("kind").GetString()!.StartsWith("feeds.source", StringComparison.Ordinal))
            .OrderBy(entry => entry.GetProperty("sequence").GetInt64()).Select(entry => entry.GetProperty("kind").GetString()!),
    ];

    public async ValueTask DisposeAsync()
    {
        await StopHubAsync();
        await Server.DisposeAsync();
        await TestDatabase.DropAsync(_data.Path);
        _data.Dispose();
    }

    private Task AskedAsync(DateTimeOffset since) => Eventually.TrueAsync(() => IsAskedAsync(since), "every list was asked", seconds: 60);

    private async Task<bool> IsAskedAsync(DateTimeOffset since)
    {
        var lists = (await SourceAsync()).GetProperty("lists").EnumerateArray().Where(list => !list.GetProperty("id").GetString()!.EndsWith("_l", StringComparison.Ordinal)).ToList();
        return lists.Count == 2 && lists.TrueForAll(list => !list.GetProperty("isBeingAsked").GetBoolean()
            && list.GetProperty("askedAt") is { ValueKind: JsonValueKind.String } asked && asked.GetDateTimeOffset() >= since.AddMilliseconds(-1));
    }
}
