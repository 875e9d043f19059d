using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>Draw up, revise, lower, correct, void and the next holder of authority, by people at browsers without script.</summary>
public sealed class ChangingAnOrderOnPagesTests
{
    [Fact]
    public async Task APersonDrawsUpAnOrder_WithoutACriterion_AndTakesAnAreaOut()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var form = await author.GetAsync("/hq/proposals/new");
        Assert.Contains("洪水：神田川", form.Text, StringComparison.Ordinal);

        var refused = await author.SendAsync(form, "handler=Draw", ("what", "Fire/"), ("level", "none"), ("action", "LeaveNow"), ("audience", "Everyone"), ("publicReason", "大規模な火事のため"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("区域を一つ以上選んでください", refused.Text, StringComparison.Ordinal);

        var drawn = await author.SendAsync(
            form, "handler=Draw", ("what", "Fire/"), ("level", "none"), ("action", "LeaveNow"), ("audience", "Everyone"),
            ("publicReason", "大規模な火事のため"), ("zones", "kanda-river"));
        Assert.Contains("案を作りました", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("26 町丁目", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("職員が作成した案です", drawn.Text, StringComparison.Ordinal);

        var revise = await author.GetAsync(drawn.Link("/revise"));
        var revised = await author.SendAsync(revise, "handler=Revise", ("what", "Fire/"), ("level", "none"), ("action", "LeaveNow"),
            ("publicReason", "大規模な火事のため"), ("areas", "13101001003"));
        Assert.Contains("案の内容を変えました", revised.Text, StringComparison.Ordinal);
        Assert.Contains("区域の一覧（1町丁目）", revised.Text.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoweringAPart_ShowsWhatIsInForceBeforeAndAfter_AndAsksItsQuestions()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var order = await Chain.IssueAsync(hub, author, releaser);
        Assert.Contains("受信・作成から発信まで", order.Text, StringComparison.Ordinal);

        var page = await author.GetAsync(order.Address.AbsolutePath + "/change?act=Lower");
        Assert.Contains("水位が危険な高さを下回り", page.Text, StringComparison.Ordinal);
        (string, string)[] asked = [("level", "3"), ("areas", "13101001003"), ("rain", "Yes"), ("site", "Yes"), ("reason", "水位が下がった")];
        var half = await author.SendAsync(page, "handler=Lower", asked);
        Assert.Contains("それぞれに答えてください", half.Text, StringComparison.Ordinal);
        var without = await author.SendAsync(page, "handler=Lower", [.. asked, ("falling", "No")]);
        Assert.Contains("evacuation.grounds-missing", without.Text, StringComparison.Ordinal);
        var submitted = await author.SendAsync(page, "handler=Lower", [.. asked, ("falling", "No"), ("whyNot", "この町丁目だけ水が引いた")]);

        Assert.Contains("引下げの案を提出しました", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("この町丁目だけ水が引いた", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("発信の前と後", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("警戒レベル3 高齢者等避難（1 町丁目）", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("警戒レベル4 避難指示（25 町丁目）", submitted.Text, StringComparison.Ordinal);
        var decided = await Chain.DecideAsync(author, submitted);
        var lowered = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath), level: "3", count: "1");
        Assert.Contains("引下げを発信しました", lowered.Text, StringComparison.Ordinal);
    }

    /// <summary>A release that would be refused shows why, and never that nothing would be left in force.</summary>
    [Fact]
    public async Task WhatWouldBeRefused_SaysWhy_AndForeseesNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        await Chain.IssueAsync(hub, author, releaser);

        var drawn = await author.SendAsync(
            await author.GetAsync("/hq/proposals/new"), "handler=Draw", ("what", "Fire/"), ("level", "none"), ("action", "LeaveNow"),
            ("publicReason", "大規模な火事のため"), ("areas", "13101001003"));

        Assert.Contains("とるべき行動の違う避難情報が発令中です", drawn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("残りません", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("内容を更新する", (await author.GetAsync(drawn.Link("act=Update")[..^"/change?act=Update".Length])).Text, StringComparison.Ordinal);
        Assert.EndsWith("/revise", drawn.Link("/revise"), StringComparison.Ordinal);
    }

    /// <summary>萩市: who hears of a lift must hear what is not lifted. What the releaser reads is what is sent.</summary>
    [Fact]
    public async Task LiftingAPart_NamesTheRest_OnThePageAndInTheMessage()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var subscriber = push.NewSubscriber(await hub.PushKeyAsync());
        await hub.SubscribeAsync(subscriber, "13101001003");
        var order = await Chain.IssueAsync(hub, author, releaser);
        await NotificationAsync(subscriber);

        var asked = await AskLiftAsync(author, order, "13101001003", "この町丁目は水が引いた");

        Assert.Contains("解除のあとも続く避難情報", asked.Text, StringComparison.Ordinal);
        Assert.Contains("（25 町丁目、", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ほかにありません", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ほかに発令中の避難情報はありません", asked.Text, StringComparison.Ordinal);
        var decided = await Chain.DecideAsync(author, asked);
        var lifted = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath), count: "1");
        Assert.Contains("解除を発信しました", lifted.Text, StringComparison.Ordinal);
        var body = (await NotificationAsync(subscriber)).GetProperty("body").GetString()!;
        Assert.Contains("続いている避難情報", body, StringComparison.Ordinal);
        Assert.Contains(body[body.IndexOf("続いている避難情報", StringComparison.Ordinal)..], asked.Text, StringComparison.Ordinal);
        Assert.Contains("（25 町丁目、", (await releaser.GetAsync(decided.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    /// <summary>宮古島: the lift was the error. Who got it hears first that it was wrong; what it let fall away is to be done again.</summary>
    [Fact]
    public async Task AWrongLift_IsCorrected_ToWhoGotIt()
    {
        await using var hub = await RunningHub.StartAsync();
        await using var push = await LocalPushService.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var subscriber = push.NewSubscriber(await hub.PushKeyAsync());
        await hub.SubscribeAsync(subscriber, "13101001003");
        var order = await Chain.IssueAsync(hub, author, releaser);
        await NotificationAsync(subscriber);
        var lift = await AskLiftAsync(author, order, "13101001003", "別の川と取り違えた");
        await Chain.DecideAsync(author, lift);
        var lifted = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(lift.Address.AbsolutePath), count: "1");
        await NotificationAsync(subscriber);

        var form = await author.GetAsync(lifted.Link("act=Correct"));
        Assert.Contains("終えたことが誤りだったときだけ", form.Text, StringComparison.Ordinal);
        var asked = await author.SendAsync(form, "handler=Correct", ("level", "4"), ("areas", "13101001003"), ("reason", "解除は誤りだった"));
        Assert.Contains("訂正の案を提出しました", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("いま発信しようとすると", asked.Text, StringComparison.Ordinal);
        await Chain.DecideAsync(author, asked);
        var corrected = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(asked.Address.AbsolutePath), count: "1");

        Assert.Contains("訂正を発信しました", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("発令中", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("【訂正】", (await NotificationAsync(subscriber)).GetProperty("title").GetString(), StringComparison.Ordinal);
        var id = corrected.Address.Segments[^1];
        var states = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().ToDictionary(
            item => item.GetProperty("id").GetString()!, item => item.GetProperty("state").GetString());
        Assert.Equal("issued", states[id]);
        Assert.Contains("facilities", await TestDatabase.ReadAsync<string>(hub.DataDirectory, "SELECT RuleId FROM tasks_tasks WHERE SubjectVersion = 2 AND State = 'Open'"));
    }

    [Fact]
    public async Task AVoid_IsNeverCalledALift()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var order = await Chain.IssueAsync(hub, author, releaser);

        var asked = await author.SendAsync(await author.GetAsync(order.Address.AbsolutePath + "/change?act=Void"), "handler=Void", ("reason", "訓練の内容を本番で送った"));
        Assert.Contains("【訂正】先の警戒レベル4 避難指示は誤りです", asked.Text, StringComparison.Ordinal);
        Assert.Contains("発令していません", asked.Text, StringComparison.Ordinal);
        var decided = await Chain.DecideAsync(author, asked);
        var voided = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath));

        Assert.Contains("誤発信として取消し済", voided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("解除済", voided.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMayorOutOfReach_TheDeputyIsOffered()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var submitted = await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author));
        Assert.Contains("次に連絡する権限者： 区長", submitted.Text, StringComparison.Ordinal);
        var day = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var noted = await author.SendAsync(submitted, "handler=Attempts", ("by", "mayor"), ("means", "Telephone"), ("day", day), ("time", "0001"), ("result", "応答なし"));
        Assert.Contains("連絡を記録しました", noted.Text, StringComparison.Ordinal);
        var declared = await author.SendAsync(noted, "handler=Unreachable", ("by", "mayor"), ("basis", "地方自治法 第152条第1項"));

        Assert.Contains("区長を連絡不能と宣言", declared.Text, StringComparison.Ordinal);
        Assert.Contains("次に連絡する権限者： 副区長（区長の職務代理者）", declared.Text, StringComparison.Ordinal);
        Assert.Contains("応答なし", declared.Text, StringComparison.Ordinal);
    }

    private static async Task<Screen> AskLiftAsync(Seat author, Screen order, string area, string reason) => await author.SendAsync(
        await author.GetAsync(order.Address.AbsolutePath), "handler=Lift", ("areas", area), ("reason", reason),
        ("falling", "Yes"), ("rain", "Yes"), ("site", "Yes"), ("whyNot", "助言を待たない"));

    private static async Task<JsonElement> NotificationAsync(Subscriber subscriber) =>
        JsonDocument.Parse((await subscriber.NextAsync(TimeSpan.FromSeconds(20))).Text).RootElement.GetProperty("notification");
}
