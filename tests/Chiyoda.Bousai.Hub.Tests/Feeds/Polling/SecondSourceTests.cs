using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>What another source than JMA says of an earthquake is shown as unconfirmed, once, until JMA speaks; nothing follows from it.</summary>
public sealed class SecondSourceTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task GreatEarthquake_IsShownUnconfirmed_AndProposesNothing()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        server.Put("/v2/history", History(Quake("a", scale: 70), Tsunami("b")));
        await using var hub = await StartAsync(server);
        using var viewer = await hub.SignInAsync("Viewer");

        await ShownAsync(viewer, 2);

        var unconfirmed = await viewer.GetAsync("/api/v1/feeds/unconfirmed");
        Assert.Equal("気象庁以外の情報源・未確認", unconfirmed.GetProperty("mark").GetString());
        var quake = unconfirmed.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "earthquake");
        Assert.Equal(("東京湾", "7"), (quake.GetProperty("hypocenter").GetProperty("name").GetString(), quake.GetProperty("maxIntensity").GetString()));
        var page = await viewer.Http.GetStringAsync("/hq/sources");
        Assert.Contains("気象庁以外の情報源・未確認", page, StringComparison.Ordinal);
        Assert.Contains("<b>東京湾内湾: 津波警報</b>", page, StringComparison.Ordinal);
        await PublicAsync(hub, "/earthquakes", "未確認・気象庁の発表ではありません", "P2P地震情報", "東京湾");
        await PublicAsync(hub, "/tsunami", "未確認・気象庁の発表ではありません", "P2P地震情報", "東京湾内湾");
        var entries = (await hub.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Where(entry => entry.GetProperty("kind").GetString() == "feeds.unconfirmed-received");
        Assert.All(entries, entry => Assert.Contains("気象庁の発表ではありません", entry.GetProperty("summary").GetString()!, StringComparison.Ordinal));
        Assert.Equal(2, entries.Count());
        Assert.Empty((await viewer.GetAsync("/api/v1/proposals")).GetProperty("items").EnumerateArray());
        Assert.Empty((await hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
        Assert.Equal("unknown", (await hub.GetAsync("/api/v1/warnings")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task TsunamiElsewhere_IsNotShownAsTheWards()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        server.Put("/v2/history", History(Tsunami("b", "北海道太平洋沿岸東部")));
        await using var hub = await StartAsync(server);
        using var viewer = await hub.SignInAsync("Viewer");
        await ShownAsync(viewer, 1);

        const string Told = "千代田区の津波予報区（東京湾内湾）は含まれていません";
        var item = Assert.Single(await ItemsAsync(viewer));
        Assert.Equal("""[{"name":"東京湾内湾","standing":"notNamed","grade":null}]""", item.GetProperty("wardRegions").GetRawText());
        Assert.Equal("""[{"name":"北海道太平洋沿岸東部","grade":"Warning","isWard":false}]""", item.GetProperty("areas").GetRawText());
        Assert.Contains($"<b>{Told}</b><br><span class=\"quiet\">ほかの予報区: 北海道太平洋沿岸東部（津波警報）</span>", await viewer.Http.GetStringAsync("/hq/sources"), StringComparison.Ordinal);
        await PublicAsync(hub, "/tsunami", $"<strong>この情報に{Told}</strong>", "北海道太平洋沿岸東部");
        var entry = (await hub.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Single(each => each.GetProperty("kind").GetString() == "feeds.unconfirmed-received");
        Assert.EndsWith($"津波　{Told}、ほかの予報区: 北海道太平洋沿岸東部（津波警報）", entry.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The socket may repeat, the history repeats always, and each event has several reports.</summary>
    [Fact]
    public async Task SameReportBySocketAndHistory_IsOne_AndTheNewestOfAnEventIsShown()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        server.Put("/v2/history", History(Quake("first", scale: 45)));
        await using var hub = await StartAsync(server, socket: true);
        using var viewer = await hub.SignInAsync("Viewer");
        await ShownAsync(viewer, 1);
        await Eventually.TrueAsync(() => Task.FromResult(server.Listeners == 1), "the hub listens");

        await server.TellAsync("{\"code\":555,\"id\":\"peers\"}"u8.ToArray());
        await server.TellAsync("not json"u8.ToArray());
        await server.TellAsync(Encoding.UTF8.GetBytes(Quake("first", scale: 45)));
        await server.TellAsync(Encoding.UTF8.GetBytes(Quake("second", scale: 50, issuedLater: TimeSpan.FromMinutes(2))));

        await Eventually.TrueAsync(
            async () => (await ItemsAsync(viewer)) is [var one] && one.GetProperty("id").GetString() == "second" && one.GetProperty("maxIntensity").GetString() == "5+", "the newest report is shown alone");
        server.HangUp();
        await Eventually.TrueAsync(() => Task.FromResult(server.Listeners == 1), "the hub listens again");
    }

    [Fact]
    public async Task WhatJmaTells_IsNotShownTwice()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        server.Put("/v2/history", History(Quake("a", scale: 40), Quake("b", scale: 30, name: "青森県東方沖")));
        await using var hub = await StartAsync(server);
        using var viewer = await hub.SignInAsync("Viewer");
        await ShownAsync(viewer, 2);

        await PublicAsync(hub, "/earthquakes", "東京湾", "青森県東方沖");

        await hub.PublishTelegramAsync(Hypocenter("東京湾", OccurredAt.AddSeconds(12)));

        Assert.Equal("b", Assert.Single(await ItemsAsync(viewer)).GetProperty("id").GetString());

        // Any change for the public renders its pages at once; without one they are renewed every half minute.
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _clock.GetUtcNow()));
        var page = string.Empty;
        await Eventually.TrueAsync(async () => (page = await hub.Public.GetStringAsync("/earthquakes")).Split("東京湾").Length == 2 && page.Contains("<article", StringComparison.Ordinal), "the earthquake is told once, as JMA's");
        var unconfirmed = page[page.IndexOf("unconfirmed", StringComparison.Ordinal)..page.IndexOf("<article", StringComparison.Ordinal)];
        Assert.Contains("青森県東方沖", unconfirmed, StringComparison.Ordinal);
        Assert.DoesNotContain("東京湾", unconfirmed, StringComparison.Ordinal);
    }

    private DateTimeOffset OccurredAt
    {
        get
        {
            var at = _clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).AddMinutes(-30);
            return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
        }
    }

    private Task<RunningHub> StartAsync(LocalFeedServer server, bool socket = false) => RunningHub.StartAsync(
        adjust: services => services.AddSingleton<TimeProvider>(_clock),
        settings: new Dictionary<string, string?>
        {
            ["P2PQuake:Enabled"] = "true",
            ["P2PQuake:Base"] = new Uri(server.Base, "/v2/").AbsoluteUri,
            ["P2PQuake:Socket"] = socket ? server.Socket.AbsoluteUri : string.Empty,
        });

    private static async Task<JsonElement[]> ItemsAsync(StaffClient viewer) => [.. (await viewer.GetAsync("/api/v1/feeds/unconfirmed")).GetProperty("items").EnumerateArray()];

    private static Task PublicAsync(RunningHub hub, string page, params string[] words) => Eventually.TrueAsync(
        async () => await hub.Public.GetStringAsync(page) is var text && words.All(word => text.Contains(word, StringComparison.Ordinal)), $"{page} says {string.Join(' ', words)}");

    private static Task ShownAsync(StaffClient viewer, int count) => Eventually.TrueAsync(async () => (await ItemsAsync(viewer)).Length == count, $"{count} reports are shown");

    private static byte[] History(params string[] reports) => Encoding.UTF8.GetBytes($"[{string.Join(',', reports)},{{\"code\":556,\"id\":\"eew\"}}]");

    private static string Time(DateTimeOffset at) => at.ToString("yyyy/MM/dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private string Quake(string id, int scale, string name = "東京湾", TimeSpan issuedLater = default) => $$"""
        {"id":"{{id}}","code":551,"time":"{{Time(OccurredAt)}}.958","issue":{"source":"気象庁","time":"{{Time(OccurredAt.AddMinutes(3) + issuedLater)}}","type":"DetailScale","correct":"None"},
         "earthquake":{"time":"{{Time(OccurredAt)}}","hypocenter":{"name":"{{name}}","latitude":35.5,"longitude":139.8,"depth":30,"magnitude":7.3},"maxScale":{{scale}},"domesticTsunami":"Checking","foreignTsunami":"Unknown"},
         "points":[{"pref":"東京都","addr":"大手町","isArea":false,"scale":{{scale}} }],"comments":{"freeFormComment":""} }
        """;

    private string Tsunami(string id, string region = "東京湾内湾") => $$"""
        {"id":"{{id}}","code":552,"time":"{{Time(OccurredAt)}}.1","cancelled":false,"issue":{"source":"気象庁","time":"{{Time(OccurredAt.AddMinutes(4))}}","type":"Focus"},
         "areas":[{"name":"{{region}}","grade":"Warning","immediate":false}]}
        """;

    private static byte[] Hypocenter(string name, DateTimeOffset at) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
        <Control><Title>震源に関する情報</Title><DateTime>{at.AddMinutes(3).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</DateTime><Status>通常</Status><EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
        <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>震源に関する情報</Title><ReportDateTime>{at.AddMinutes(3):yyyy-MM-dd'T'HH:mm:sszzz}</ReportDateTime><TargetDateTime>{at:yyyy-MM-dd'T'HH:mm:sszzz}</TargetDateTime>
        <EventID>{at:yyyyMMddHHmmss}</EventID><InfoType>発表</InfoType><Serial/><InfoKind>震源速報</InfoKind><InfoKindVersion>1.0_1</InfoKindVersion><Headline><Text/></Headline></Head>
        <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/" xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/"><Earthquake><OriginTime>{at:yyyy-MM-dd'T'HH:mm:00zzz}</OriginTime><ArrivalTime>{at:yyyy-MM-dd'T'HH:mm:00zzz}</ArrivalTime>
        <Hypocenter><Area><Name>{name}</Name><Code type="震央地名">350</Code><jmx_eb:Coordinate description="北緯３５．５度 東経１３９．８度 深さ ３０ｋｍ">+35.5+139.8-30000/</jmx_eb:Coordinate></Area></Hypocenter>
        <jmx_eb:Magnitude type="Mj" description="Ｍ７．３">7.3</jmx_eb:Magnitude></Earthquake></Body></Report>
        """);
}
