using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Facilities;

/// <summary>From an order to a list of whom to call, ticked off by two people on telephones, until the order changes.</summary>
public sealed class CallingFacilitiesTests
{
    [Fact]
    public async Task OneActMakesTheList_ItIsTickedOff_AndTotalsStandOnEveryPage()
    {
        using var pack = new ConfigCopy();
        pack.Replace("facilities.csv", "F-008,station,岩本町駅（地下鉄）,13101012000,,,,,,", "F-008,station,岩本町駅（地下鉄）,13101012000,,-2,000-0000-0001,,000-0000-0003,desk@example.jp");
        await using var hub = await RunningHub.StartAsync(pack: pack.Path);
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var order = await author.GetAsync((await Chain.IssueAsync(hub, author, releaser)).Address.AbsolutePath);
        Assert.Contains("連絡一覧はまだ作られていません", order.Text, StringComparison.Ordinal);

        var list = await author.SendAsync(order, "handler=Calls");

        Assert.EndsWith("/calls", list.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("未連絡 5 不在 0 連絡済 0 避難完了 0", list.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:000-0000-0001\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("電話 未登録", list.Text, StringComparison.Ordinal);
        Assert.Contains("mailto:desk@example.jp?subject=" + Uri.EscapeDataString("【訓練】警戒レベル4 避難指示"), WebUtility.HtmlDecode(list.Html), StringComparison.Ordinal);
        Assert.Contains("とるべき行動：地下・低い階から高い階へ", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync(list.Address.AbsolutePath + "?handler=Calls", list.Form("handler=Calls").Fields)).Status);

        var theirs = await releaser.GetAsync(list.Address.AbsolutePath);
        var absent = await author.PostAsync(list.Address.AbsolutePath + "?handler=Note", With(FieldsOf(list, "岩本町駅"), ("state", "Absent")));
        Assert.Contains("岩本町駅（地下鉄）：不在", absent.Text, StringComparison.Ordinal);

        // The second person still sees the older state: nothing is overwritten.
        var late = await releaser.PostAsync(list.Address.AbsolutePath + "?handler=Note", With(FieldsOf(theirs, "岩本町駅"), ("state", "Reached"), ("note", "駅務室")));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("facilities.stale-version", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"駅務室\"", late.Html, StringComparison.Ordinal);
        var told = await releaser.PostAsync(list.Address.AbsolutePath + "?handler=Note", With(FieldsOf(late, "岩本町駅"), ("state", "Evacuated"), ("note", "駅務室")));
        Assert.Contains("未連絡 4 不在 0 連絡済 0 避難完了 1", told.Text, StringComparison.Ordinal);
        Assert.Contains("「駅務室」", told.Text, StringComparison.Ordinal);

        foreach (var path in new[] { "/hq", "/hq/facilities", order.Address.AbsolutePath })
        {
            Assert.Contains("未連絡 4 不在 0 連絡済 0 避難完了 1", (await author.GetAsync(path)).Text, StringComparison.Ordinal);
        }

        var fax = await author.GetAsync(order.Address.AbsolutePath + "/calls/fax");
        Assert.Contains("三井記念病院 御中", fax.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("岩本町駅", fax.Text, StringComparison.Ordinal);
        var chronology = await author.GetAsync("/hq/chronology");
        Assert.Contains("施設への連絡: 岩本町駅（地下鉄）（駅） 避難完了「駅務室」", chronology.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("000-0000-0001", chronology.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallsMadeBeforeTheOrder_GoOnWithIt_AndAChangeOfTheOrderBeginsARoundOfItsOwn()
    {
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now.AddMinutes(-2)));
        var proposal = (await desks.Author.ProposalAsync()).GetProperty("id").GetString()!;

        // Two people who press at once make one list.
        var both = await Task.WhenAll(MakeAsync(desks.Author, new { proposalId = proposal }), MakeAsync(desks.Releaser, new { proposalId = proposal }));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(answer => answer.StatusCode).Order());
        var before = await desks.Author.GetAsync($"/api/v1/facilities/calls?proposal={proposal}");
        var calls = before.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["F-006", "F-007", "F-008", "F-010", "F-015"], calls.Select(call => call.GetProperty("facilityId").GetString()));
        await Answers.OkAsync(NoteAsync(desks.Author, calls[0], "reached"));

        var order = (await desks.IssueDraftAsync(now)).GetProperty("orderId").GetString()!;

        var during = await desks.Author.GetAsync($"/api/v1/facilities/calls?order={order}");
        Assert.Equal(before.GetProperty("id").GetString(), during.GetProperty("id").GetString());
        Assert.True(during.GetProperty("isCurrent").GetBoolean());
        Assert.Equal((4, 1), (during.GetProperty("totals").GetProperty("notCalled").GetInt32(), during.GetProperty("totals").GetProperty("reached").GetInt32()));

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, now.AddMinutes(-1), 2));
        await desks.IssueDraftAsync(now);

        Assert.False((await desks.Author.GetAsync($"/api/v1/facilities/calls?order={order}")).GetProperty("isCurrent").GetBoolean());
        using var again = await MakeAsync(desks.Author, new { orderId = order });
        var after = await again.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEqual(before.GetProperty("id").GetString(), after.GetProperty("id").GetString());
        Assert.Equal(5, after.GetProperty("totals").GetProperty("notCalled").GetInt32());
        foreach (var answer in both)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task WhatCannotBeCalled_IsRefusedWithItsCode_AndTheRegisterIsRead_PageByPage()
    {
        await using var hub = await RunningHub.StartAsync();
        using var recorder = await hub.SignInAsync("Recorder");

        Assert.Equal("facilities.unknown-subject", await RefusalAsync(MakeAsync(recorder, new { orderId = Guid.NewGuid() })));
        Assert.Equal("facilities.unknown-subject", await RefusalAsync(MakeAsync(recorder, new { })));
        Assert.Equal("facilities.unknown-call", await RefusalAsync(recorder.Http.PostAsJsonAsync($"/api/v1/facilities/calls/{Guid.NewGuid()}/note", new { version = 1, state = "reached" })));
        var page = await recorder.GetAsync("/api/v1/facilities?skip=10&limit=3");
        Assert.Equal(["F-011", "F-012", "F-013"], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(16, page.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await recorder.Http.GetAsync(new Uri("/api/v1/facilities?limit=501", UriKind.Relative))).StatusCode);
    }

    private static Task<HttpResponseMessage> MakeAsync(StaffClient client, object about) => client.Http.PostAsJsonAsync("/api/v1/facilities/calls", about);

    private static Task<HttpResponseMessage> NoteAsync(StaffClient client, JsonElement call, string state) => client.Http.PostAsJsonAsync(
        $"/api/v1/facilities/calls/{call.GetProperty("id").GetString()}/note", new { version = StaffClient.VersionOf(call), state });

    private static async Task<string> RefusalAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    /// <summary>The form of one facility, as the card of that name has it.</summary>
    private static Dictionary<string, string> FieldsOf(Screen screen, string name)
    {
        var card = screen.Html[screen.Html.IndexOf($"<h2>{name}", StringComparison.Ordinal)..];
        return (screen with { Html = card }).Form("handler=Note").Fields;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> fields, params (string Name, string Value)[] typed)
    {
        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
        {
            all[name] = value;
        }

        return all;
    }
}
