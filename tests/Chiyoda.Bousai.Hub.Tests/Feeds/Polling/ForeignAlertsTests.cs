using System.Globalization;
using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>Alerts of services abroad are shown to staff, for information, until they end; nothing follows from them.</summary>
public sealed class ForeignAlertsTests
{
    private const string List = "/cap/index.atom";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task AlertsAreShownToStaffUntilTheyEnd_AndNothingFollows()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        var (flood, storm, test) = (Alert("flood", "Flood abroad"), Alert("storm", "Storm abroad"), Alert("test", "Test abroad").Replace("Actual", "Test", StringComparison.Ordinal));
        Put(server, "flood", flood);
        Put(server, "test", test);
        PutList(server, Link(server, "flood"), Link(server, "test"), $"<content type=\"text/xml\">{storm}</content>", "<link href=\"file:///etc/hostname\"/>", "<link href=\"https://elsewhere.example.org/a.cap\"/>");
        await using var hub = await StartAsync(server);
        using var staff = await hub.SignInAsync("Recorder");

        await ShownAsync(staff, "Flood abroad", "Storm abroad");

        var first = (await ItemsAsync(staff))[0];
        Assert.Equal(
            ("cap", "cap/0", "alerts@example.org", "Severe", "none", "Alert"),
            (Text(first, "sourceId"), Text(first, "list"), Text(first, "sender"), Text(first, "severity"), Text(first, "signature"), Text(first, "msgType")));

        // The alerts are kept before the round is over and its source counts as heard.
        var source = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                source = (await staff.GetAsync("/api/v1/feeds")).GetProperty("sources").EnumerateArray().Single(each => Text(each, "id") == "cap");
                return Text(source, "state") == "known";
            },
            "the source is known");
        Assert.Contains(Text(Assert.Single(source.GetProperty("lists").EnumerateArray()), "refusal"), new[] { "feeds.link-malformed", "feeds.link-elsewhere" });
        var page = await staff.Http.GetStringAsync("/hq/sources");
        Assert.All(["海外の機関の警報・参考情報", "Flood abroad", "案の根拠にはなりません", "署名なし"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Test abroad", page, StringComparison.Ordinal);
        Assert.Empty((await staff.GetAsync("/api/v1/proposals")).GetProperty("items").EnumerateArray());
        Assert.Empty((await hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
        Assert.Equal("unknown", Text(await hub.GetAsync("/api/v1/warnings"), "state"));
        Assert.DoesNotContain("abroad", await hub.Public.GetStringAsync("/warnings"), StringComparison.Ordinal);

        // Unchanged lists are not read again, and no alert is fetched twice.
        await RoundAsync(staff, server);
        Assert.Contains(server.Requests, request => request.Path == List && request.Status == 304 && request.IfNoneMatch.Length > 0);

        Put(server, "cancel", Alert("cancel", "Over", "Cancel", flood));
        Put(server, "update", Alert("update", "Storm abroad, weaker", "Update", storm));
        PutList(server, Link(server, "cancel"), Link(server, "update"), Link(server, "flood"));
        await RoundAsync(staff, server);
        await ShownAsync(staff, "Storm abroad, weaker");
        Assert.Equal((1, 1), (server.Asked("/cap/flood.cap"), server.Asked("/cap/cancel.cap")));

        _clock.Advance(TimeSpan.FromHours(7));
        await ShownAsync(staff);
    }

    [Fact]
    public async Task WhatCame_IsInTheChronologyForStaffOnce_WithWhatItEnds()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        var flood = Alert("flood", "Flood abroad");
        Put(server, "flood", flood);
        Put(server, "test", Alert("test", "Test abroad").Replace("Actual", "Test", StringComparison.Ordinal));
        PutList(server, Link(server, "flood"), Link(server, "test"));
        await using var hub = await StartAsync(server);
        using var staff = await hub.SignInAsync("Recorder");
        await ShownAsync(staff, "Flood abroad");

        // The same octets at another address.
        Put(server, "again", flood);
        PutList(server, Link(server, "again"));
        await RoundAsync(staff, server);
        Put(server, "cancel", Alert("cancel", "Over", "Cancel", flood));
        PutList(server, Link(server, "cancel"));
        await RoundAsync(staff, server);
        await ShownAsync(staff);

        Assert.Equal(1, server.Asked("/cap/again.cap"));
        Assert.Equal(
            [
                "海外の機関の警報・参考情報を受信（1件）: Flood abroad／Abroad／alerts@example.org／flood",
                "海外の機関の警報・参考情報を受信（1件）: ［取消］Over／Abroad／alerts@example.org／cancel（対象 flood）",
            ],
            (await EntriesAsync(staff.GetAsync)).Select(entry => Text(entry, "summary")));
        Assert.Empty(await EntriesAsync(hub.GetAsync));
        var page = await staff.Http.GetStringAsync("/hq/chronology");
        Assert.Contains("<a href=\"/hq/sources#foreign\">海外の機関の警報・参考情報を受信（1件）", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListOfSixtyAlerts_IsThreeEntries_EachOfOneShortLine()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        var words = new string('w', 500);
        PutList(server, [.. Enumerable.Range(0, 60).Select(number => $"<id>{number}</id><content type=\"text/xml\">{Alert($"a{number}{words}", $"E{number}\n{words}")}</content>")]);
        await using var hub = await StartAsync(server);
        using var staff = await hub.SignInAsync("Recorder");

        await Eventually.TrueAsync(async () => (await ItemsAsync(staff)).Length == 60, "all are shown", seconds: 60);

        var lines = (await EntriesAsync(staff.GetAsync)).Select(entry => Text(entry, "summary")).ToList();
        Assert.Equal(["（25件）", "（25件）", "（10件）"], lines.Select(line => line[line.IndexOf('（', StringComparison.Ordinal)..(line.IndexOf('）', StringComparison.Ordinal) + 1)]));
        Assert.Equal(["ほか22件", "ほか22件", "ほか7件"], lines.Select(line => line.Split(' ')[^1]));
        Assert.All(lines, line => Assert.True(line.Length < 600 && !line.Contains('\n', StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task BrokenList_MarksTheSource_AndWhatWasShownStays()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        Put(server, "flood", Alert("flood", "Flood abroad"));
        PutList(server, Link(server, "flood"));
        await using var hub = await StartAsync(server);
        using var staff = await hub.SignInAsync("Recorder");
        await ShownAsync(staff, "Flood abroad");
        foreach (var (fault, error) in new (FeedFault, string)[]
        {
            (new FeedFault.Status(500), "feeds.status-500"), (new FeedFault.PackedBomb(), "feeds.too-large"), (new FeedFault.RedirectToItself(), "feeds.redirected"),
            (new FeedFault.Body("<rss version=\"2.0\">"u8.ToArray()), "cap.not-xml"), (new FeedFault.Body("<html/>"u8.ToArray()), "cap.not-atom"), (new FeedFault.LengthTooGreat(), "feeds.cut-short"),
        })
        {
            server.Fail(List, fault);

            await RoundAsync(staff, server);

            await Eventually.TrueAsync(async () => Text(await StateAsync(staff), "error") == error, $"the list is marked with {error}");
            await ShownAsync(staff, "Flood abroad");
        }

        server.Heal(List);
        await RoundAsync(staff, server, TimeSpan.FromMinutes(31));
        await Eventually.TrueAsync(async () => Text(await StateAsync(staff), "error").Length == 0, "the list answers again");
    }

    [Fact]
    public async Task Exercise_TakesNoLiveListAbroad()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHub.StartAsync(
            settings: new Dictionary<string, string?> { ["ForeignAlerts:Addresses"] = "https://alerts.example.org/cap.xml" }));

        Assert.Contains("ForeignAlerts:Addresses", refused.Message, StringComparison.Ordinal);
    }

    private Task<RunningHub> StartAsync(LocalFeedServer server) => RunningHub.StartAsync(
        adjust: services => services.AddSingleton<TimeProvider>(_clock),
        settings: new Dictionary<string, string?> { ["ForeignAlerts:Addresses"] = new Uri(server.Base, List).AbsoluteUri, ["ForeignAlerts:Timeout"] = "00:00:05" });

    /// <summary>Lets the pause pass and the list be asked.</summary>
    private async Task RoundAsync(StaffClient staff, LocalFeedServer server, TimeSpan? later = null)
    {
        var asked = server.Asked(List);
        _clock.Advance(later ?? TimeSpan.FromMinutes(5));
        using var answer = await staff.Http.PostAsync("/api/v1/feeds/poll", null);
        answer.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(async () => server.Asked(List) > asked && !(await StateAsync(staff)).GetProperty("isBeingAsked").GetBoolean(), "the list is asked", seconds: 60);
    }

    private static async Task<JsonElement> StateAsync(StaffClient staff) => (await staff.GetAsync("/api/v1/feeds")).GetProperty("sources").EnumerateArray()
        .Single(source => Text(source, "id") == "cap").GetProperty("lists").EnumerateArray().Single();

    private static async Task<JsonElement[]> ItemsAsync(StaffClient staff) => [.. (await staff.GetAsync("/api/v1/feeds/foreign")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement[]> EntriesAsync(Func<string, Task<JsonElement>> get) =>
        [.. (await get("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray().Where(entry => Text(entry, "kind") == "feeds.foreign-received")];

    private static Task ShownAsync(StaffClient staff, params string[] events) => Eventually.TrueAsync(
        async () => (await ItemsAsync(staff)).Select(item => Text(item, "event")).Order(StringComparer.Ordinal).SequenceEqual(events.Order(StringComparer.Ordinal)), $"«{string.Join("», «", events)}» are shown", seconds: 60);

    private static void Put(LocalFeedServer server, string name, string alert) => server.Put($"/cap/{name}.cap", Encoding.UTF8.GetBytes(alert));

    private static string Link(LocalFeedServer server, string name) => $"<id>{name}</id><link href=\"{new Uri(server.Base, $"/cap/{name}.cap")}\"/>";

    private static void PutList(LocalFeedServer server, params string[] entries) => server.Put(
        List, Encoding.UTF8.GetBytes($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>f</id><title>t</title>{string.Concat(entries.Select(entry => $"<entry>{entry}</entry>"))}</feed>"));

    private string Alert(string identifier, string what, string type = "Alert", string? of = null)
    {
        var now = _clock.GetUtcNow();
        var references = of is null ? string.Empty : $"<references>alerts@example.org,{Inner(of, "identifier")},{Inner(of, "sent")}</references>";
        return $"""
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{identifier}</identifier><sender>alerts@example.org</sender><sent>{Time(now)}</sent><status>Actual</status><msgType>{type}</msgType><scope>Public</scope>{references}<info><language>en</language><category>Met</category><event>{what}</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty><expires>{Time(now.AddHours(6))}</expires><area><areaDesc>Abroad</areaDesc></area></info></alert>
            """;
    }

    private static string Inner(string xml, string name) => xml.Split($"<{name}>")[1].Split($"</{name}>")[0];

    private static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.Zero).ToString("yyyy-MM-ddTHH:mm:ss'-00:00'", CultureInfo.InvariantCulture);

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
