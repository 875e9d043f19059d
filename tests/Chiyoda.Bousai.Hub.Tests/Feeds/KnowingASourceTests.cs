using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds;

/// <summary>Known, stale, unknown: a silent source never means that there is nothing (design rule 7).</summary>
public sealed class KnowingASourceTests
{
    /// <summary>Public pages are looked at every half minute without an entry, in seconds.</summary>
    private const int PublishedWithin = 60;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 2, 0, 0, TimeSpan.FromHours(9)));

    [Fact]
    public async Task FreshHub_KnowsNothing_AndSaysSo()
    {
        await using var hub = await StartAsync();

        var warnings = await hub.GetAsync("/api/v1/warnings");

        Assert.Equal("unknown", warnings.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, warnings.GetProperty("asOf").ValueKind);
        Assert.Empty(warnings.GetProperty("items").EnumerateArray());
        Assert.Equal("unknown", (await hub.GetAsync("/status.json")).GetProperty("warningsState").GetString());
    }

    [Fact]
    public async Task OneTelegram_IsListed_ButIsNoFullState()
    {
        await using var hub = await StartAsync();

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _clock.GetUtcNow()));

        Assert.Equal(("unknown", 1), await StateAsync(hub));
    }

    [Fact]
    public async Task HeartbeatAlone_IsNoFullState_UnlessTheSourceVouchesForIt()
    {
        await using var hub = await StartAsync();

        await hub.HeartbeatAsync(complete: false);
        Assert.Equal(("unknown", 0), await StateAsync(hub));
        await hub.HeartbeatAsync(complete: true);

        Assert.Equal(("known", 0), await StateAsync(hub));
    }

    [Fact]
    public async Task EveryFamilyReceivedOnce_IsAFullState()
    {
        await using var hub = await StartAsync();
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Config, "exercises/heavy-rain"), "*.xml").Where(file => Path.GetFileName(file)[..2] is "01" or "02").Order(StringComparer.Ordinal)];
        Assert.Equal(7, files.Length);
        foreach (var file in files.SkipLast(1))
        {
            await hub.PublishTelegramAsync(await File.ReadAllBytesAsync(file));
            Assert.Equal("unknown", (await StateAsync(hub)).State);
        }

        await hub.PublishTelegramAsync(await File.ReadAllBytesAsync(files[^1]));

        Assert.Equal(("known", 1), await StateAsync(hub));
    }

    /// <summary>集約通報 that lists the ward is the full state of all families that it sums up, with something in force or without.</summary>
    [Theory]
    [InlineData(null, 0)]
    [InlineData(4, 1)]
    public async Task SummaryThatListsTheWard_IsAFullState(int? level, int items)
    {
        await using var hub = await StartAsync();
        await hub.PublishTelegramAsync(Alerts.Summary(level, _clock.GetUtcNow(), municipality: "1320100"));
        Assert.Equal(("unknown", 0), await StateAsync(hub));

        await hub.PublishTelegramAsync(Alerts.Summary(level, _clock.GetUtcNow()));

        Assert.Equal(("known", items), await StateAsync(hub));
        using var viewer = await hub.SignInAsync("Viewer");
        var feeds = await viewer.GetAsync("/api/v1/feeds");
        Assert.Empty(feeds.GetProperty("missingFamilies").EnumerateArray());
        Assert.True(feeds.GetProperty("sources")[0].GetProperty("isComplete").GetBoolean());
    }

    [Fact]
    public async Task SummaryBeforeAGap_SaysNothingAfterIt()
    {
        await using var hub = await StartAsync();
        await hub.PublishTelegramAsync(Alerts.Summary(null, _clock.GetUtcNow()));
        var known = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(10));

        await hub.HeartbeatAsync(complete: false);
        Assert.Equal("stale", (await StateAsync(hub)).State);
        Assert.Equal(known, (await hub.GetAsync("/api/v1/warnings")).GetProperty("asOf").GetDateTimeOffset());
        await hub.PublishTelegramAsync(Alerts.Summary(null, _clock.GetUtcNow()));

        Assert.Equal("known", (await StateAsync(hub)).State);
    }

    /// <summary>A 津波警報 that was missed must not show as none: neither a sign of life nor families of other warnings say anything of it.</summary>
    [Fact]
    public async Task Tsunami_IsNoneByTheWordOfTheSource_OrByATelegramOfAllRegions_AndByNothingLess()
    {
        await using var hub = await StartAsync();
        await hub.HeartbeatAsync(complete: false);
        Assert.Equal(("unknown", false), await TsunamiAsync(hub));
        await hub.PublishTelegramAsync(Alerts.Summary(null, _clock.GetUtcNow()));
        Assert.Equal("known", (await StateAsync(hub)).State);
        Assert.Equal(("unknown", false), await TsunamiAsync(hub));

        await hub.PublishTelegramAsync(Alerts.Tsunami("62", "330", _clock.GetUtcNow()));
        Assert.Equal(("known", true), await TsunamiAsync(hub));
        _clock.Advance(TimeSpan.FromMinutes(10));
        await hub.HeartbeatAsync(complete: false);
        Assert.Equal(("stale", false), await TsunamiAsync(hub));
        await hub.HeartbeatAsync(complete: true);

        Assert.Equal(("known", true), await TsunamiAsync(hub));
    }

    /// <summary>A quiet day sends nothing of earthquakes: «none» is said for the time of unbroken contact alone.</summary>
    [Fact]
    public async Task Earthquakes_AreNoneSinceContactBegan_AndNotBefore()
    {
        await using var hub = await StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        await SaysAsync("/earthquakes", "地震・津波の情報");
        await SaysAsync("/hq/earthquakes", "「ない」とは言えません");
        await hub.HeartbeatAsync(complete: true);

        await SaysAsync("/earthquakes", "02:00 からは、千代田区のポータルが受け取った地震の情報はありません。それより前の地震は確認できていません");
        await SaysAsync("/hq/earthquakes", "02:00 から受信した地震の情報はありません。それより前の地震は確認できていません。");

        Task SaysAsync(string page, string words) => Eventually.TrueAsync(
            async () => (page.StartsWith("/hq", StringComparison.Ordinal) ? await viewer.Http.GetStringAsync(page) : Plain(await hub.Public.GetStringAsync(page))).Contains(words, StringComparison.Ordinal),
            $"{page} says {words}", PublishedWithin);
    }

    /// <summary>Stale and unknown are two words for staff; neither ever reads as «none», on any page.</summary>
    [Theory]
    [InlineData(4, "stale")]
    [InlineData(40, "unknown")]
    public async Task NotKnown_NeverReadsAsNone_OnAnyPageOrInAnyAnswer(int minutes, string state)
    {
        string[] none = ["発表されていません", "出（で）ていません", "Nothing has been announced", "No warnings", "発表中のものはありません", "すべて届いています"];
        await using var hub = await StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        await hub.HeartbeatAsync(complete: true);
        await Eventually.TrueAsync(async () => Plain(await hub.Public.GetStringAsync("/")).Contains(none[0], StringComparison.Ordinal), "the first page says none while it is known", PublishedWithin);

        _clock.Advance(TimeSpan.FromMinutes(minutes));

        foreach (var page in new[] { "/", "/lite", "/warnings", "/tsunami", "/earthquakes", "/en", "/en/warnings", "/en/tsunami", "/ja-easy", "/ja-easy/tsunami", "/hq", "/hq/warnings", "/hq/tsunami", "/hq/earthquakes" })
        {
            await Eventually.TrueAsync(
                async () => !none.Any((page.StartsWith("/hq", StringComparison.Ordinal) ? await viewer.Http.GetStringAsync(page) : Plain(await hub.Public.GetStringAsync(page))).Contains),
                $"{page} does not read as none", PublishedWithin);
        }

        var warnings = await hub.GetAsync("/api/v1/warnings");
        var feeds = await viewer.GetAsync("/api/v1/feeds");
        await Eventually.TrueAsync(async () => (await hub.GetAsync("/status.json")).GetProperty("warningsState").GetString() == state, "the status says it");
        Assert.Equal(
            [state, state, state, state],
            [warnings.GetProperty("state").GetString(), warnings.GetProperty("tsunamiState").GetString(), feeds.GetProperty("state").GetString(), feeds.GetProperty("sources")[0].GetProperty("state").GetString()]);
    }

    /// <summary>3 min of silence make it stale, 30 min more unknown; what was last seen is listed in every state.</summary>
    [Theory]
    [InlineData(180, "known")]
    [InlineData(181, "stale")]
    [InlineData(33 * 60, "stale")]
    [InlineData((33 * 60) + 1, "unknown")]
    public async Task SilentSource_GoesFromKnownToStaleToUnknown(int seconds, string state)
    {
        await using var hub = await StartAsync();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _clock.GetUtcNow()));
        await hub.HeartbeatAsync(complete: true);
        var heard = _clock.GetUtcNow();

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal((state, 1), await StateAsync(hub));
        Assert.Equal(heard, (await hub.GetAsync("/api/v1/warnings")).GetProperty("asOf").GetDateTimeOffset());
    }

    /// <summary>Hundreds of telegrams a second do not all wait for the one row of their source; a second is the grain of what is known.</summary>
    [Fact]
    public async Task TelegramsOfOneSecond_AreOneSignOfLife()
    {
        await using var hub = await StartAsync();
        await hub.HeartbeatAsync(complete: true);
        var first = _clock.GetUtcNow();
        DateTimeOffset?[] heard = new DateTimeOffset?[3];

        for (var telegram = 0; telegram < heard.Length; telegram++)
        {
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _clock.GetUtcNow(), telegram));
            heard[telegram] = (await hub.GetAsync("/api/v1/warnings")).GetProperty("asOf").GetDateTimeOffset();
            _clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal([first, first, first.AddSeconds(1)], heard);
    }

    /// <summary>Warnings may have been issued and lifted while nobody listened: one sign of life makes nothing known.</summary>
    [Fact]
    public async Task SourceThatIsHeardAgain_IsKnownOnlyWhenEverythingCameAnew()
    {
        await using var hub = await StartAsync();
        await hub.HeartbeatAsync(complete: true);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("unknown", (await StateAsync(hub)).State);

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _clock.GetUtcNow()));
        Assert.Equal(("unknown", 1), await StateAsync(hub));
        await hub.HeartbeatAsync(complete: false);
        Assert.Equal(("unknown", 1), await StateAsync(hub));
        await hub.HeartbeatAsync(complete: true);

        Assert.Equal(("known", 1), await StateAsync(hub));
    }

    [Fact]
    public async Task AfterAShortGap_ItIsStale_UntilEveryFamilyWasSaidAgain()
    {
        await using var hub = await StartAsync();
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Config, "exercises/heavy-rain"), "*.xml").Where(file => Path.GetFileName(file)[..2] is "01" or "02")];
        foreach (var file in files)
        {
            await hub.PublishTelegramAsync(await File.ReadAllBytesAsync(file));
        }

        var known = _clock.GetUtcNow();
        Assert.Equal("known", (await StateAsync(hub)).State);
        _clock.Advance(TimeSpan.FromMinutes(10));

        // The same octets: the source says that they still hold.
        foreach (var file in files)
        {
            await hub.HeartbeatAsync(complete: false);
            Assert.Equal("stale", (await StateAsync(hub)).State);
            Assert.Equal(known, (await hub.GetAsync("/api/v1/warnings")).GetProperty("asOf").GetDateTimeOffset());
            await hub.PublishTelegramAsync(await File.ReadAllBytesAsync(file));
        }

        Assert.Equal("known", (await StateAsync(hub)).State);
    }

    /// <summary>The watched folder is read from its beginning at each start: old files are no sign of life of their source.</summary>
    [Fact]
    public async Task OldFilesInTheFolder_MakeNothingKnownAfterARestart()
    {
        using var data = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        folder.Write("old.xml", Floods.Telegram(Floods.Kanda, 4, _clock.GetUtcNow()));
        await using (var before = await StartAsync(data, folder))
        {
            await TakenAsync(before, 1);
            await before.HeartbeatAsync(complete: true);
            Assert.Equal("known", (await StateAsync(before)).State);
        }

        _clock.Advance(TimeSpan.FromHours(1));
        await using var hub = await StartAsync(data, folder);
        for (var look = 0; look < 3; look++)
        {
            await LookAsync();
            Assert.Equal("unknown", (await StateAsync(hub)).State);
        }

        folder.Write("new.xml", Floods.Telegram(Floods.Kanda, 5, _clock.GetUtcNow()));
        await TakenAsync(hub, 2);

        // A sign of life; what was sent in the hour between is not known by it.
        await Eventually.TrueAsync(
            async () =>
            {
                using var viewer = await hub.SignInAsync("Viewer");
                return (await viewer.GetAsync("/api/v1/feeds")).GetProperty("sources")[0].GetProperty("state").GetString() == "known";
            },
            "a new file is a sign of life");
        Assert.Equal("unknown", (await StateAsync(hub)).State);
    }

    [Fact]
    public async Task HeartbeatOfAnUnknownSource_IsRefused()
    {
        await using var hub = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feeds/heartbeat") { Content = JsonContent.Create(new { source = "nobody", complete = true }) };
        request.Headers.Add("X-Feed-Key", RunningHub.FeedKey);

        await Answers.RefusedAsync(hub.Public.SendAsync(request), HttpStatusCode.BadRequest, "feeds.unknown-source");
    }

    [Fact]
    public async Task HeartbeatWithoutTheKey_IsRefused()
    {
        await using var hub = await StartAsync();

        await Answers.RefusedAsync(hub.Public.PostAsJsonAsync("/api/v1/feeds/heartbeat", new { complete = true }), HttpStatusCode.Unauthorized, "feeds.wrong-key");

        Assert.Equal("unknown", (await StateAsync(hub)).State);
    }

    private Task<RunningHub> StartAsync(TemporaryFolder? data = null, TemporaryFolder? folder = null) => RunningHub.StartAsync(
        data?.Path,
        services => services.AddSingleton<TimeProvider>(_clock),
        folder is null ? null : new Dictionary<string, string?> { ["Feeds:Folder"] = folder.Path });

    /// <summary>Lets the hub look into the folder once.</summary>
    private async Task LookAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    private async Task TakenAsync(RunningHub hub, int telegrams)
    {
        using var viewer = await hub.SignInAsync("Viewer");
        await Eventually.TrueAsync(
            async () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(5));
                return (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").GetArrayLength() == telegrams;
            },
            "the folder's files are taken");
    }

    private static async Task<(string State, bool ReadsAsNone)> TsunamiAsync(RunningHub hub)
    {
        var state = (await hub.GetAsync("/api/v1/warnings")).GetProperty("tsunamiState").GetString()!;
        const string None = "津波予報区には発表されていません";
        using var viewer = await hub.SignInAsync("Viewer");
        Assert.Equal(state == "known", (await viewer.Http.GetStringAsync("/hq/tsunami")).Contains(None, StringComparison.Ordinal));
        return (state, state == "known");
    }

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", string.Empty));

    private static async Task<(string State, int Items)> StateAsync(RunningHub hub)
    {
        var warnings = await hub.GetAsync("/api/v1/warnings");
        return (warnings.GetProperty("state").GetString()!, warnings.GetProperty("items").GetArrayLength());
    }
}
