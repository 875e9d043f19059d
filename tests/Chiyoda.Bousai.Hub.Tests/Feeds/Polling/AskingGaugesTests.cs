using System.Globalization;
using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>Water levels for staff, from an address and from a folder; what cannot be is unknown.</summary>
public sealed class AskingGaugesTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task ReadingsFromAnAddressAndAFolder_AreShownToStaff_AndToNobodyElse()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        using var folder = new TemporaryFolder();
        var now = _clock.GetUtcNow();
        server.Put("/gauges.json", Encoding.UTF8.GetBytes($$"""
            [{"station":"k1","name":"水道橋","time":"{{Time(now.AddMinutes(-12))}}","level":2.10},
             {"station":"k1","name":"水道橋","time":"{{Time(now.AddMinutes(-2))}}","level":2.45},
             {"station":"k2","name":"和泉橋","time":"{{Time(now.AddMinutes(-2))}}","level":null,"condition":"欠測"}]
            """));
        folder.Write("levels.csv", Encoding.UTF8.GetBytes($"station,name,time,level,condition\nn1,一ツ橋,{Time(now.AddMinutes(-2))},99.9,\nn1,一ツ橋,not a time,1.0,\n"));
        await using var hub = await RunningHub.StartAsync(
            adjust: services => services.AddSingleton<TimeProvider>(_clock),
            settings: new Dictionary<string, string?> { ["Gauges:Addresses"] = new Uri(server.Base, "/gauges.json").AbsoluteUri, ["Gauges:Folder"] = folder.Path });
        using var viewer = await hub.SignInAsync("Viewer");
        JsonElement[] gauges = [];
        await Eventually.TrueAsync(
            async () => (gauges = [.. (await viewer.GetAsync("/api/v1/feeds/gauges")).GetProperty("items").EnumerateArray()]).Length == 3, "the readings are there");

        Assert.Equal(("known", 2.45, "rising", 0.35), (
            gauges[0].GetProperty("state").GetString(), gauges[0].GetProperty("levelMeters").GetDouble(),
            gauges[0].GetProperty("trends")[0].GetProperty("direction").GetString(), gauges[0].GetProperty("trends")[0].GetProperty("changeMeters").GetDouble()));
        Assert.Equal(("unknown", "missing"), (gauges[1].GetProperty("state").GetString(), gauges[1].GetProperty("reason").GetString()));
        Assert.Equal(("unknown", "outOfRange"), (gauges[2].GetProperty("state").GetString(), gauges[2].GetProperty("reason").GetString()));
        Assert.Contains("水道橋", await viewer.Http.GetStringAsync("/hq/sources"), StringComparison.Ordinal);
        Assert.DoesNotContain("水道橋", await hub.Public.GetStringAsync("/"), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("old", (await viewer.GetAsync("/api/v1/feeds/gauges")).GetProperty("items")[0].GetProperty("reason").GetString());
    }

    /// <summary>日本橋川 has no telegram of its own: its gauge proposes, a gauge that falls silent takes nothing back, and falling water does.</summary>
    [Fact]
    public async Task LevelAtAGauge_Proposes_AndSilenceTakesNothingBack()
    {
        using var config = new ConfigCopy();
        config.Replace("criteria/nihonbashi-river.json", "\"criteria\": []", Criterion);
        using var folder = new TemporaryFolder();
        Write(folder, 2.0);
        await using var hub = await RunningHub.StartAsync(
            adjust: services => services.AddSingleton<TimeProvider>(_clock), settings: new Dictionary<string, string?> { ["Gauges:Folder"] = folder.Path }, pack: config.Path);
        using var author = await hub.SignInAsync("Recorder");
        await ReadsAsync(author, 2.0);
        Assert.Empty(await author.ProposalsAsync());

        await PassAsync(author, folder, 3.1);
        var proposal = await author.ProposalAsync();
        Assert.Equal(("日本橋川", 4), (proposal.GetProperty("causeName").GetString(), proposal.GetProperty("level").GetInt32()));
        Assert.StartsWith("一ツ橋の水位 3.10 m", proposal.GetProperty("criteria")[0].GetProperty("observed").GetString(), StringComparison.Ordinal);
        var page = await author.Http.GetStringAsync($"/hq/proposals/{proposal.GetProperty("id").GetString()}");
        Assert.Contains("一ツ橋の水位 A.P. 3.00 m 以上", page, StringComparison.Ordinal);
        Assert.Contains("レベル4の基準 3.00 m：", page, StringComparison.Ordinal);
        Assert.Contains("基準に達しています", page, StringComparison.Ordinal);

        await PassAsync(author, folder, null);
        await author.ProposalAsync();
        await Answers.OkAsync(author.ActAsync(proposal, "discard", new { version = 1, reason = "現地を確認し、あふれるおそれはない" }));
        await PassAsync(author, folder, 3.2);
        Assert.Empty(await author.ProposalsAsync());

        await PassAsync(author, folder, 2.4);
        await PassAsync(author, folder, 3.3);
        await author.ProposalAsync();
        await PassAsync(author, folder, 2.3);
        Assert.Empty(await author.ProposalsAsync());
    }

    /// <summary>Addresses that are due in different rounds, or on different nodes, are heard as one: what is not due yet was answered.</summary>
    [Fact]
    public async Task AddressesThatAreDueInTurn_KeepTheSourceHeard()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        using var data = new TemporaryFolder();
        server.Put("/a.json", Encoding.UTF8.GetBytes($$"""[{"station":"k1","name":"水道橋","time":"{{Time(_clock.GetUtcNow())}}","level":2.10}]"""));
        server.Put("/b.json", Encoding.UTF8.GetBytes($$"""[{"station":"k2","name":"和泉橋","time":"{{Time(_clock.GetUtcNow())}}","level":2.10}]"""));
        var (a, b) = (new Uri(server.Base, "/a.json").AbsoluteUri, new Uri(server.Base, "/b.json").AbsoluteUri);

        await RunAsync(a, "gauges/0");
        _clock.Advance(TimeSpan.FromSeconds(60));
        var second = _clock.GetUtcNow();
        await RunAsync($"{a} {b}", "gauges/1");
        _clock.Advance(TimeSpan.FromSeconds(65));
        await RunAsync($"{a} {b}", "gauges/0", second);

        async Task RunAsync(string addresses, string asked, DateTimeOffset? heard = null)
        {
            var since = _clock.GetUtcNow();
            await using var hub = await RunningHub.StartAsync(
                data.Path, services => services.AddSingleton<TimeProvider>(_clock), new Dictionary<string, string?> { ["Gauges:Addresses"] = addresses, ["Gauges:Every"] = "00:02:00" });
            using var viewer = await hub.SignInAsync("Viewer");
            JsonElement source = default;
            await Eventually.TrueAsync(
                async () =>
                {
                    source = (await viewer.GetAsync("/api/v1/feeds")).GetProperty("sources").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "gauges");
                    return source.GetProperty("lists").EnumerateArray().Any(list => list.GetProperty("id").GetString() == asked
                        && list.GetProperty("answeredAt") is { ValueKind: JsonValueKind.String } at && at.GetDateTimeOffset() >= since.AddMilliseconds(-1))
                        && (heard is null || source.GetProperty("heardAt").GetDateTimeOffset() >= heard.Value.AddMilliseconds(-1));
                },
                $"{asked} was asked");
        }
    }

    private const string Criterion = """
        "criteria": [{
          "id": "nihonbashi-river-4", "source": "gauge", "when": { "station": "n1", "name": "一ツ橋", "atLeastMeters": 3.0 }, "zone": "nihonbashi-river",
          "proposes": { "kind": "order", "level": 4, "action": "go-up", "audience": "everyone" },
          "reason": { "ja": "日本橋川の水位が上がったため", "ja-easy": "日本橋川（にほんばしがわ）の みずが ふえています", "en": "The Nihonbashi River is rising" },
          "legalBasis": "災害対策基本法 第60条第1項", "manualCitation": "試験", "effectiveFrom": "2026-01-01", "effectiveUntil": null }]
        """;

    /// <summary>Ten minutes pass, the gauge reads anew, and the hub has looked.</summary>
    private async Task PassAsync(StaffClient staff, TemporaryFolder folder, double? level)
    {
        _clock.Advance(TimeSpan.FromMinutes(10));
        Write(folder, level);
        using var asked = await staff.Http.PostAsync(new Uri("/api/v1/feeds/poll", UriKind.Relative), null);
        Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync());
        await ReadsAsync(staff, level);
    }

    private static Task ReadsAsync(StaffClient staff, double? level) => Eventually.TrueAsync(
        async () => (await staff.GetAsync("/api/v1/feeds/gauges")).GetProperty("items").EnumerateArray()
            .Any(gauge => level is { } known ? gauge.GetProperty("levelMeters").ValueKind == JsonValueKind.Number && gauge.GetProperty("levelMeters").GetDouble() == known
                : gauge.GetProperty("reason").GetString() == "missing"),
        $"the gauge reads {level}");

    private void Write(TemporaryFolder folder, double? level) => folder.Write(
        "levels.csv", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"station,name,time,level,condition\nn1,一ツ橋,{Time(_clock.GetUtcNow().AddMinutes(-1))},{level},{(level is null ? "欠測" : string.Empty)}\n")));

    private static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
