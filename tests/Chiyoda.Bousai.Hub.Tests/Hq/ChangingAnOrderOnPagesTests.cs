using System.Net;
using Chiyoda.Bousai.TestHub;
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
}
