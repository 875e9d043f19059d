using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Incidents;

/// <summary>A telegram suggests, people set headquarters up, orders make work, and 解散 ends what was only drafted.</summary>
public sealed class HeadquartersOnTheWorstNightTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task SuggestedSetUpWorkedAndDissolved()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);

        // A telegram suggests a posture, once, and sets nothing up.
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddSeconds(1), 2));
        var offered = await desks.Author.GetAsync("/api/v1/incidents");
        Assert.Equal(JsonValueKind.Null, offered.GetProperty("active").ValueKind);
        Assert.Equal("first", Assert.Single(offered.GetProperty("suggestions").EnumerateArray()).GetProperty("posture").GetString());

        // Two people set it up at the same moment: one does.
        var opening = new { name = "台風に伴う大雨", beganAt = _now.AddHours(-1), posture = "first", by = "mayor", at = _now, reason = "神田川の氾濫危険警報" };
        var answers = await Task.WhenAll(
            desks.Author.Http.PostAsJsonAsync("/api/v1/incidents", opening), desks.Releaser.Http.PostAsJsonAsync("/api/v1/incidents", opening));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var standing = await desks.Author.GetAsync("/api/v1/incidents");
        Assert.Empty(standing.GetProperty("suggestions").EnumerateArray());
        var incident = standing.GetProperty("active");

        // What is weaker than the posture is not suggested any more.
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now.AddSeconds(2), 3));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddSeconds(3), 4));
        Assert.Empty((await desks.Author.GetAsync("/api/v1/incidents")).GetProperty("suggestions").EnumerateArray());

        // An order makes work, and its lift ends what is idle without it.
        await Answers.OkAsync(desks.Author.SubmitAsync((await desks.Author.ProposalsAsync()).First(each => each.GetProperty("level").GetInt32() == 4)));
        await desks.ReleaseSubmittedAsync(_now);
        Assert.Equal(
            ["facilities", "first-report", "open-shelters", "posture-report", "re-evaluate", "reach", "report-governor", "transcription"],
            (await TitlesAsync(desks)).Order(StringComparer.Ordinal));
        var again = await StepAsync(desks, "継続・引上げ", "finish", new { version = 1, note = "継続とした" });
        Assert.Equal("done", again.GetProperty("state").GetString());
        Assert.Equal(2, (await TaskAsync(desks, "継続・引上げ")).GetProperty("round").GetInt32());
        await StepAsync(desks, "転記", "take", new { version = 1 });
        await Answers.RefusedAsync(
            desks.Author.Http.PostAsJsonAsync(await PathAsync(desks, "転記", "finish"), new { version = 1 }), HttpStatusCode.Conflict, "tasks.stale-version");

        await Answers.RefusedAsync(
            CloseAsync(desks, incident, isAware: false), HttpStatusCode.Conflict, "incidents.orders-in-force");
        using (var asked = await desks.Author.AskLiftAsync((await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0], "水位が下がった"))
        {
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        }

        await desks.ReleaseSubmittedAsync(_now);
        var left = await TitlesAsync(desks);
        Assert.DoesNotContain("re-evaluate", left);
        Assert.DoesNotContain("facilities", left);
        Assert.Contains("report-governor", left);
        Assert.Contains("report-lift", left);

        // 解散 discards what was not issued, decided or not, and drafts of notices; the law's reports stay due.
        var fire = new { hazard = "fire", action = "leaveNow", areas = new[] { "13101001003" }, reason = "大規模な火事のため" };
        using var drawn = await desks.Author.DrawUpAsync(fire);
        await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));
        await Answers.OkAsync(desks.Author.DecideAsync(await desks.Author.ProposalAsync("submitted"), _now));
        using var second = await desks.Author.DrawUpAsync(fire);
        await hub.PublishTelegramAsync(Alerts.Rain(4, _now.AddSeconds(9)));
        Assert.NotEmpty((await desks.Author.GetAsync("/api/v1/notices/open")).GetProperty("items").EnumerateArray());
        await Answers.OkAsync(CloseAsync(desks, incident, isAware: false));
        Assert.Empty(await desks.Author.ProposalsAsync());
        Assert.Empty(await desks.Author.ProposalsAsync("decided"));
        Assert.Empty((await desks.Author.GetAsync("/api/v1/notices/open")).GetProperty("items").EnumerateArray());
        Assert.Contains("report-governor", await TitlesAsync(desks));
        Assert.Equal("closed", (await desks.Author.GetAsync("/api/v1/incidents")).GetProperty("past")[0].GetProperty("state").GetString());

        // Every entry between 設置 and 解散 names it, and none after.
        Assert.Equal(["incidents.opened", "incidents.closed"], (await FirstAndLastOfAsync(hub, incident)).ToArray());
    }

    [Fact]
    public async Task ASuggestion_IsNotFollowed_WithAReason()
    {
        await using var hub = await RunningHub.StartAsync();
        using var staff = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        var suggestion = (await staff.GetAsync("/api/v1/incidents")).GetProperty("suggestions")[0];
        var path = $"/api/v1/incidents/suggestions/{suggestion.GetProperty("id").GetString()}/dismiss";

        await Answers.OkAsync(staff.Http.PostAsJsonAsync(path, new { version = 1, reason = "予測のみで水位は低い" }));
        await Answers.RefusedAsync(staff.Http.PostAsJsonAsync(path, new { version = 2, reason = "もう一度" }), HttpStatusCode.Conflict, "incidents.closed");

        Assert.Empty((await staff.GetAsync("/api/v1/incidents")).GetProperty("suggestions").EnumerateArray());
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddSeconds(1), 2));
        Assert.Empty((await staff.GetAsync("/api/v1/incidents")).GetProperty("suggestions").EnumerateArray());
    }

    /// <summary>The plan was rewritten while headquarters stood: it can still be dissolved.</summary>
    [Fact]
    public async Task APostureThatThePlanHasNoMore_IsDissolved()
    {
        using var folder = new TemporaryFolder();
        using var pack = new ConfigCopy();
        pack.Replace("incidents.json", "\"id\": \"watch\"", "\"id\": \"listen\"");
        pack.Replace("incidents.json", "\"posture\": \"watch\"", "\"posture\": \"listen\"");
        await using (var hub = await RunningHub.StartAsync(folder.Path))
        {
            using var staff = await hub.SignInAsync("Recorder");
            using var opened = await staff.Http.PostAsJsonAsync(
                "/api/v1/incidents", new { name = "大雨", beganAt = _now.AddHours(-1), posture = "watch", by = "mayor", at = _now, reason = "大雨警報" });
            Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        }

        await using var later = await RunningHub.StartAsync(folder.Path, pack: pack.Path);
        using var desks = await Desks.OpenAsync(later);
        var incident = (await desks.Author.GetAsync("/api/v1/incidents")).GetProperty("active");

        var closed = await Answers.OkAsync(CloseAsync(desks, incident, isAware: false));

        Assert.Equal("watch", closed.GetProperty("posture").GetString());
    }

    private Task<HttpResponseMessage> CloseAsync(Desks desks, JsonElement incident, bool isAware) => desks.Author.Http.PostAsJsonAsync(
        $"/api/v1/incidents/{incident.GetProperty("id").GetString()}/close",
        new { version = incident.GetProperty("version").GetInt32(), by = "mayor", at = TimeProvider.System.GetUtcNow(), reason = "危険が去った", isAware });

    private static async Task<IReadOnlyList<JsonElement>> OpenAsync(Desks desks) =>
        [.. (await desks.Author.GetAsync("/api/v1/tasks")).GetProperty("open").EnumerateArray()];

    private static async Task<IReadOnlyList<string>> TitlesAsync(Desks desks) => [.. (await OpenAsync(desks)).Select(task => task.GetProperty("rule").GetString()!)];

    private static async Task<JsonElement> TaskAsync(Desks desks, string title) =>
        (await OpenAsync(desks)).First(task => task.GetProperty("title").GetString()!.Contains(title, StringComparison.Ordinal));

    private static async Task<string> PathAsync(Desks desks, string title, string step) =>
        $"/api/v1/tasks/{(await TaskAsync(desks, title)).GetProperty("id").GetString()}/{step}";

    private static async Task<JsonElement> StepAsync(Desks desks, string title, string step, object body) =>
        await Answers.OkAsync(desks.Author.Http.PostAsJsonAsync(await PathAsync(desks, title, step), body));

    private static async Task<IEnumerable<string>> FirstAndLastOfAsync(RunningHub hub, JsonElement incident)
    {
        using var staff = await hub.SignInAsync("Viewer");
        var entries = (await staff.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray().ToList();
        var named = entries.Where(entry => entry.GetProperty("incident").ValueKind == JsonValueKind.String).ToList();
        Assert.All(named, entry => Assert.Equal(incident.GetProperty("id").GetString(), entry.GetProperty("incident").GetString()));
        var first = named[0].GetProperty("sequence").GetInt64();
        Assert.Equal(named.Count, entries.Count(entry => entry.GetProperty("sequence").GetInt64() is var at && at >= first && at <= named[^1].GetProperty("sequence").GetInt64()));
        return [named[0].GetProperty("kind").GetString()!, named[^1].GetProperty("kind").GetString()!];
    }
}
