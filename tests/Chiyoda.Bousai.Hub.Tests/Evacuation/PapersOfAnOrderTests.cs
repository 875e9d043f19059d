using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>The papers of an order: what the law asks for, what is typed elsewhere and by whom, and the six fields for everybody.</summary>
public sealed class PapersOfAnOrderTests
{
    [Fact]
    public async Task AnOrderAndItsLift_HaveTheirPapers_AndTheSheetShowsWhatDiffersSinceTheLastEntry()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var orderId = (await desks.IssueDraftAsync(now)).GetProperty("orderId").GetString()!;

        var papers = await desks.Author.GetAsync($"/api/v1/orders/{orderId}/documents");
        Assert.Equal(["report", "announcement"], papers.GetProperty("documents").EnumerateArray().Select(paper => paper.GetProperty("duty").GetString()));
        Assert.Equal("東京都知事", papers.GetProperty("documents")[0].GetProperty("addressee").GetString());
        Assert.Contains("第60条第4項", papers.GetProperty("documents")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var sheet = papers.GetProperty("transcripts")[0];
        Assert.Equal(("避難指示", "発令"), (Row(sheet, 0), Row(sheet, 1)));
        Assert.Equal(["不明", "不明"], [Row(sheet, 4), Row(sheet, 5)]);
        Assert.False(sheet.GetProperty("isEntered").GetBoolean());
        Assert.False(sheet.GetProperty("isLate").GetBoolean());

        await Eventually.TrueAsync(async () => (await hub.Public.GetStringAsync("/")).Contains("<summary>公示文</summary>", StringComparison.Ordinal), "the announcement is public");

        var csv = await hub.Public.GetByteArrayAsync("/api/v1/orders.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(csv.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("発令区分,発令／解除,発令・解除日時,発令地区（町丁目）,対象世帯（戸）数,対象人数", lines[0]);
        Assert.StartsWith("避難指示,発令,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",不明,不明", lines[1], StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await EnterAsync(desks.Author, orderId, 2)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterAsync(desks.Author, orderId, 1, "nowhere")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EnterAsync(desks.Author, Guid.NewGuid().ToString(), 1)).StatusCode);
        Assert.Equal("open", await TranscriptionAsync(desks.Author));
        var entered = await Answers.OkAsync(EnterAsync(desks.Author, orderId, 1));
        Assert.Equal("done", await TranscriptionAsync(desks.Author));
        Assert.True(entered.GetProperty("isEntered").GetBoolean());
        Assert.Equal(entered.GetProperty("enteredAt").GetString(), (await Answers.OkAsync(EnterAsync(desks.Author, orderId, 1))).GetProperty("enteredAt").GetString());

        var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0];
        Assert.Equal(HttpStatusCode.Accepted, (await desks.Author.AskLiftAsync(order, "水位が下がり雨もやんだ")).StatusCode);
        await desks.ReleaseSubmittedAsync(now);
        papers = await desks.Author.GetAsync($"/api/v1/orders/{orderId}/documents");
        Assert.Contains("第60条第5項の規定により公示", papers.GetProperty("documents")[1].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        sheet = papers.GetProperty("transcripts")[0];
        Assert.Equal(("避難指示", "解除", "発令"), (Row(sheet, 0), Row(sheet, 1), sheet.GetProperty("rows")[1].GetProperty("previous").GetString()));
        Assert.Equal(JsonValueKind.Null, sheet.GetProperty("rows")[0].GetProperty("previous").ValueKind);
        Assert.False(sheet.GetProperty("isEntered").GetBoolean());
        Assert.Equal(1, sheet.GetProperty("enteredVersion").GetInt32());

        await Eventually.TrueAsync(async () => (await hub.Public.GetStringAsync("/")).Contains("第60条第5項の規定により公示", StringComparison.Ordinal), "the end is announced in public");
        var page = WebUtility.HtmlDecode(await desks.Author.Http.GetStringAsync($"/hq/orders/{orderId}/documents"));
        Assert.Contains("公示　警戒レベル4 避難指示の解除", page, StringComparison.Ordinal);
        Assert.Contains("まだ転記していません", page, StringComparison.Ordinal);
        Assert.Contains("<del>発令</del>", page, StringComparison.Ordinal);
        Assert.Contains("転記済", await desks.Author.Http.GetStringAsync("/hq/chronology"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PapersOfAnEarlierVersion_StayAsTheyWere_AndSaySo()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var orderId = (await desks.IssueDraftAsync(now)).GetProperty("orderId").GetString()!;
        var first = (await desks.Author.GetAsync($"/api/v1/orders/{orderId}/documents")).GetProperty("documents").GetRawText();
        await Answers.OkAsync(EnterAsync(desks.Author, orderId, 1));
        var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items")[0];
        Assert.Equal(HttpStatusCode.Accepted, (await desks.Author.AskLiftAsync(order, "水位が下がり雨もやんだ")).StatusCode);
        await desks.ReleaseSubmittedAsync(now);

        var papers = await desks.Author.GetAsync($"/api/v1/orders/{orderId}/documents?version=1");
        Assert.Equal((1, 2), (papers.GetProperty("version").GetInt32(), papers.GetProperty("presentVersion").GetInt32()));
        Assert.Equal(first, papers.GetProperty("documents").GetRawText());
        Assert.False(papers.GetProperty("transcripts")[0].GetProperty("isLate").GetBoolean());
        Assert.Equal("発令", Row(papers.GetProperty("transcripts")[0], 1));
        foreach (var none in new[] { 0, 3, -1 })
        {
            await Answers.RefusedAsync(
                desks.Author.Http.GetAsync($"/api/v1/orders/{orderId}/documents?version={none}"), HttpStatusCode.NotFound, "evacuation.unknown-order");
        }

        var page = WebUtility.HtmlDecode(await desks.Author.Http.GetStringAsync($"/hq/orders/{orderId}/documents?version=1"));
        Assert.Matches(@"第1版（.*\d+:\d\d）の書類です。現在は第2版です。", page);
        Assert.Contains($"/hq/orders/{orderId}/documents?version=2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("を入力し終えた", page, StringComparison.Ordinal);
        var present = WebUtility.HtmlDecode(await desks.Author.Http.GetStringAsync($"/hq/orders/{orderId}/documents"));
        Assert.DoesNotContain("の書類です。現在は", present, StringComparison.Ordinal);
        Assert.Contains("を入力し終えた", present, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desks.Author.Http.GetAsync($"/hq/orders/{orderId}/documents?version=3")).StatusCode);
    }

    [Fact]
    public async Task AReport_IsDoneByNotingMeansHearerAndTime_AndByNothingElse()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var orderId = (await desks.IssueDraftAsync(now)).GetProperty("orderId").GetString()!;
        var task = await TaskAsync(desks.Author, "report-governor");
        await Answers.RefusedAsync(
            desks.Author.Http.PostAsJsonAsync($"/api/v1/tasks/{task.GetProperty("id").GetString()}/finish", new { version = 1, note = "した" }), HttpStatusCode.Conflict, "tasks.report-missing");

        Task<HttpResponseMessage> ReportAsync(object at, string heardBy = "東京都総合防災部", string duty = "report", int version = 1) =>
            desks.Author.Http.PostAsJsonAsync($"/api/v1/orders/{orderId}/reported", new { version, duty, means = "telephone", heardBy, at });
        await Answers.RefusedAsync(ReportAsync(now.AddMinutes(-3)), HttpStatusCode.BadRequest, "evacuation.report-time");
        await Answers.RefusedAsync(ReportAsync(now.AddHours(1)), HttpStatusCode.BadRequest, "evacuation.report-time");
        await Answers.RefusedAsync(ReportAsync(now, heardBy: " 　"), HttpStatusCode.BadRequest, "evacuation.report-hearer");
        await Answers.RefusedAsync(ReportAsync(now, duty: "information"), HttpStatusCode.BadRequest, "evacuation.report-not-due");
        await Answers.RefusedAsync(ReportAsync(now, duty: "announcement"), HttpStatusCode.BadRequest, "evacuation.report-not-due");
        await Answers.RefusedAsync(ReportAsync(now, version: 2), HttpStatusCode.NotFound, "evacuation.unknown-order");
        Assert.Equal(HttpStatusCode.BadRequest, (await ReportAsync(now, heardBy: new string('あ', 101))).StatusCode);
        Assert.Equal("open", (await TaskAsync(desks.Author, "report-governor")).GetProperty("state").GetString());

        var at = TimeProvider.System.GetUtcNow();
        var report = await Answers.OkAsync(ReportAsync(at));
        Assert.Equal("東京都総合防災部", report.GetProperty("heardBy").GetString());
        await Answers.OkAsync(ReportAsync(at));
        task = await TaskAsync(desks.Author, "report-governor");
        Assert.Equal("done", task.GetProperty("state").GetString());
        Assert.Contains("電話で 東京都総合防災部 へ", task.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal("telephone", (await desks.Author.GetAsync($"/api/v1/orders/{orderId}/documents")).GetProperty("reports")[0].GetProperty("means").GetString());
        foreach (var address in new[] { $"/hq/orders/{orderId}", $"/hq/orders/{orderId}/documents" })
        {
            Assert.Contains("電話で 東京都総合防災部 へ報告", WebUtility.HtmlDecode(await desks.Author.Http.GetStringAsync(address)), StringComparison.Ordinal);
        }

        var chronology = WebUtility.HtmlDecode(await desks.Author.Http.GetStringAsync("/hq/chronology"));
        Assert.Single(chronology.Split("知事へ報告: 第1版").Skip(1));
    }

    /// <summary>Telling the prefecture of level 3 is not the report of level 4 that was due before it.</summary>
    [Fact]
    public async Task OneDuty_DoesNotCloseAnother_OfAnEarlierVersion()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var orderId = (await desks.IssueDraftAsync(now)).GetProperty("orderId").GetString()!;
        foreach (var act in new[] { "lower", "update" })
        {
            var order = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Single();
            using var asked = await desks.Author.AskChangeAsync(order, act, act == "lower" ? new { level = 3 } : new { publicReason = "言い直し" });
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            await desks.ReleaseSubmittedAsync(now);
        }

        async Task<int> OpenAsync(string rule) => (await desks.Author.GetAsync("/api/v1/tasks")).GetProperty("open").EnumerateArray().Count(task => task.GetProperty("rule").GetString() == rule);
        Task<HttpResponseMessage> ReportAsync(object body) => desks.Author.Http.PostAsJsonAsync($"/api/v1/orders/{orderId}/reported", body);
        var before = (Governor: await OpenAsync("report-governor"), Tokyo: await OpenAsync("inform-tokyo"));
        Assert.True(before.Governor > 0 && before.Tokyo > 0, $"{before}");

        await Answers.RefusedAsync(ReportAsync(new { version = 3, heardBy = "東京都" }), HttpStatusCode.BadRequest, "hub.bad-request");
        await Answers.OkAsync(ReportAsync(new { version = 3, duty = "information", means = "telephone", heardBy = "東京都" }));
        await Answers.OkAsync(ReportAsync(new { version = 3, duty = "information", means = "telephone", heardBy = "東京都" }));

        Assert.Equal((before.Governor, 0), (await OpenAsync("report-governor"), await OpenAsync("inform-tokyo")));
        var chronology = WebUtility.HtmlDecode(await desks.Author.Http.GetStringAsync("/hq/chronology"));
        Assert.Single(chronology.Split("都道府県へ情報提供: 第3版").Skip(1));
    }

    private static async Task<JsonElement> TaskAsync(StaffClient staff, string rule)
    {
        var tasks = await staff.GetAsync("/api/v1/tasks");
        return tasks.GetProperty("open").EnumerateArray().Concat(tasks.GetProperty("ended").EnumerateArray())
            .Single(task => task.GetProperty("rule").GetString() == rule);
    }

    /// <summary>Where the task of typing the order elsewhere stands.</summary>
    private static async Task<string?> TranscriptionAsync(StaffClient staff)
    {
        var tasks = await staff.GetAsync("/api/v1/tasks");
        return tasks.GetProperty("open").EnumerateArray().Concat(tasks.GetProperty("ended").EnumerateArray())
            .Single(task => task.GetProperty("rule").GetString() == "transcription").GetProperty("state").GetString();
    }

    private static string? Row(JsonElement sheet, int index) => sheet.GetProperty("rows")[index].GetProperty("text").GetString();

    private static Task<HttpResponseMessage> EnterAsync(StaffClient staff, string order, int version, string sheet = "tokyo") =>
        staff.Http.PostAsJsonAsync($"/api/v1/orders/{order}/transcribed", new { transcript = sheet, version });
}
