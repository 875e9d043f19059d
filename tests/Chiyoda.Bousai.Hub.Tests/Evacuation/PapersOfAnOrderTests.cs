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
