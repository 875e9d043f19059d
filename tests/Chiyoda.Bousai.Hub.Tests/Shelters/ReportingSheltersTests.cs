using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Shelters;

/// <summary>What is reported of a place stands where a decision is made, on the public pages, and with what was to be done.</summary>
public sealed class ReportingSheltersTests
{
    private const string Kojimachi = "CHY-001";

    private const string Kudan = "CHY-002";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task AnOpening_StandsInTheProposal_OnTheOrdersPages_AndDoesTheTask_UntilItIsTooOld()
    {
        using var config = FitForFloods();
        await using var hub = await StartAsync(config);
        using var desks = await Desks.OpenAsync(hub);
        using var shelter = await hub.SignInAsync("ShelterOperator");
        var draft = await DrawUpAsync(desks.Author);
        Assert.Equal(JsonValueKind.Null, (await ChoiceAsync(desks.Author, draft, Kojimachi)).GetProperty("report").ValueKind);

        await Answers.OkAsync(ReportAsync(shelter, new { shelter = Kojimachi, state = "open", freePersons = 120 }));
        var choice = await ChoiceAsync(desks.Author, draft, Kojimachi);
        Assert.Equal(("open", 120), (Text(choice.GetProperty("report"), "state"), choice.GetProperty("report").GetProperty("freePersons").GetInt32()));
        using var seat = await Seat.TakeAsync(hub, "Viewer");
        var page = await seat.GetAsync($"/hq/proposals/{Text(draft, "id")}");
        Assert.Matches("麹町小学校.*開設（.*現在）.*120人", page.Text);

        await desks.IssueDraftAsync(_clock.GetUtcNow());
        await SeeAsync(hub, "開設中");
        Assert.Equal(2, await OpenTasksAsync(desks.Author)); // opened before it was ordered: who reports again has done it
        await Answers.OkAsync(ReportAsync(shelter, new { shelter = Kudan, state = "open", asOf = _clock.GetUtcNow().AddHours(-5) }));
        Assert.Equal(2, await OpenTasksAsync(desks.Author)); // what was forgotten this morning opens no door tonight
        await Answers.OkAsync(ReportAsync(shelter, new { shelter = Kojimachi, state = "full" }));
        await SeeAsync(hub, "満員です");
        Assert.Equal(1, await OpenTasksAsync(desks.Author));
        Assert.Contains("避難所: 麹町小学校 満員", await hub.Public.GetStringAsync("/api/v1/chronology"), StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromHours(3) + TimeSpan.FromMinutes(1));
        var listed = await ListedAsync(hub, Kojimachi);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.String), (listed.GetProperty("state").ValueKind, listed.GetProperty("asOf").ValueKind));
        Assert.Matches("麹町小学校.*不明（最後は .* 満員）", (await (await Seat.TakeAsync(hub, "Viewer")).GetAsync("/hq/shelters")).Text);
    }

    [Fact]
    public async Task Reports_AreTakenOnce_InTheOrderOfTheirTimes_AndOfRegisteredPlacesAlone()
    {
        await using var hub = await StartAsync(null);
        using var shelter = await hub.SignInAsync("ShelterOperator");
        using var viewer = await hub.SignInAsync("Viewer");
        var at = _clock.GetUtcNow().AddMinutes(-10);
        Assert.Equal(JsonValueKind.Null, (await ListedAsync(hub, Kudan)).GetProperty("state").ValueKind);

        await Answers.OkAsync(ReportAsync(shelter, new { shelter = Kudan, state = "open", asOf = at }));
        await Answers.OkAsync(ReportAsync(shelter, new { shelter = Kudan, state = "open", asOf = at }));
        await Answers.RefusedAsync(ReportAsync(shelter, new { shelter = Kudan, state = "closed", asOf = at.AddMinutes(-1) }), HttpStatusCode.Conflict, "shelters.older-report");
        await Answers.RefusedAsync(ReportAsync(shelter, new { shelter = Kudan, state = "open", asOf = _clock.GetUtcNow().AddMinutes(2) }), HttpStatusCode.BadRequest, "shelters.in-the-future");
        await Answers.RefusedAsync(ReportAsync(shelter, new { shelter = "CHY-999", state = "open" }), HttpStatusCode.NotFound, "shelters.unknown-shelter");
        await Answers.RefusedAsync(ReportAsync(shelter, new { shelter = Kudan, state = "ajar" }), HttpStatusCode.BadRequest, "hub.bad-request");
        await Answers.RefusedAsync(ReportAsync(viewer, new { shelter = Kudan, state = "open" }), HttpStatusCode.Forbidden, "access.no-role");

        Assert.Equal("open", Text(await ListedAsync(hub, Kudan), "state"));
        var told = (await hub.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Where(entry => Text(entry, "kind") == "shelters.reported");
        Assert.Single(told);
    }

    /// <summary>What comes by telephone is typed by headquarters, with the time at which it was so.</summary>
    [Fact]
    public async Task Headquarters_TypesWhatCameByTelephone()
    {
        await using var hub = await StartAsync(null);
        using var seat = await Seat.TakeAsync(hub, "Recorder");
        var page = await seat.GetAsync("/hq/shelters");
        Assert.Contains("不明（報告なし）", page.Text, StringComparison.Ordinal);

        var unreadable = await seat.SendAsync(page, "handler=Report", ("id", Kudan), ("state", "Open"), ("time", "25:99"));
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.Status);
        var clock = _clock.GetUtcNow().AddMinutes(-3).ToOffset(TimeSpan.FromHours(9)).ToString("HHmm", System.Globalization.CultureInfo.InvariantCulture);
        var done = await seat.SendAsync(page, "handler=Report", ("id", Kudan), ("state", "Open"), ("free", "80"), ("time", clock));

        Assert.Contains("九段小学校：開設を記録しました", done.Text, StringComparison.Ordinal);
        Assert.Matches("九段小学校 開設（.*現在）.*空き 80人", done.Text);
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        Assert.DoesNotContain("handler=Report", (await viewer.GetAsync("/hq/shelters")).Html, StringComparison.Ordinal);
    }

    private async Task<RunningHub> StartAsync(ConfigCopy? config) =>
        await RunningHub.StartAsync(pack: config?.Path, adjust: services => services.AddSingleton<TimeProvider>(_clock));

    private static ConfigCopy FitForFloods()
    {
        var config = new ConfigCopy();
        foreach (var id in new[] { Kojimachi, Kudan })
        {
            var row = File.ReadLines(config.PathOf("shelters.csv")).Single(line => line.Contains($",{id},", StringComparison.Ordinal));
            var cells = row.Split(',');
            cells[11] = "1";
            config.Replace("shelters.csv", row, string.Join(',', cells));
        }

        return config;
    }

    private static async Task<JsonElement> DrawUpAsync(StaffClient author)
    {
        using var drawn = await author.DrawUpAsync(new
        {
            hazard = "flood",
            cause = Floods.Kanda,
            level = 4,
            action = "goUp",
            areas = new[] { "13101001003" },
            reason = "水位が上がっているため",
            shelters = new[] { Kojimachi, Kudan },
        });
        Assert.True(drawn.StatusCode == HttpStatusCode.Created, await drawn.Content.ReadAsStringAsync());
        return await drawn.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> ReportAsync(StaffClient person, object report) => person.Http.PostAsJsonAsync("/api/v1/shelters/reports", report);

    private static async Task<JsonElement> ChoiceAsync(StaffClient reader, JsonElement draft, string id) =>
        (await reader.GetAsync($"/api/v1/proposals/{Text(draft, "id")}")).GetProperty("consequences").GetProperty("shelters").EnumerateArray().Single(choice => Text(choice, "id") == id);

    private static async Task<JsonElement> ListedAsync(RunningHub hub, string id) =>
        (await hub.GetAsync("/api/v1/shelters")).GetProperty("items").EnumerateArray().Single(shelter => Text(shelter, "id") == id);

    private static async Task<int> OpenTasksAsync(StaffClient reader) =>
        (await reader.GetAsync("/api/v1/tasks")).GetProperty("open").EnumerateArray().Count(task => Text(task, "rule").StartsWith("open-shelters:", StringComparison.Ordinal));

    private static Task SeeAsync(RunningHub hub, string words) => Eventually.TrueAsync(
        async () => (await hub.Public.GetStringAsync("/")).Contains(words, StringComparison.Ordinal), $"the public page says {words}");

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
