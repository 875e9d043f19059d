using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>Two people take a proposal to an order and the order to its end, on pages without script.</summary>
public sealed class ThroughTheChainTests
{
    [Fact]
    public async Task TwoPeople_IssueAndLift_AndEveryStepSaysWhatComesNext()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");

        var draft = await Chain.OpenProposalAsync(hub, author);
        Assert.Contains("警戒レベル4 避難指示", draft.Text, StringComparison.Ordinal);
        Assert.Contains("飯田橋三丁目 13101001003", draft.Text, StringComparison.Ordinal);
        Assert.Contains("居住者 不明", draft.Text, StringComparison.Ordinal);
        Assert.Contains("● 該当", draft.Text, StringComparison.Ordinal);
        Assert.Contains("【訓練】Alert Level 4", draft.Text, StringComparison.Ordinal);

        var submitted = await Chain.SubmitAsync(author, draft);
        Assert.Contains("提出しました", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("地方自治法 第152条第1項", submitted.Text, StringComparison.Ordinal);

        // Nobody declared the mayor out of reach: the recorder is asked, and what was confirmed stays with the decision.
        var doubted = await Chain.DecideAsync(author, submitted, by: "deputy-mayor");
        Assert.Equal(HttpStatusCode.Conflict, doubted.Status);
        Assert.Contains("evacuation.principal-not-declared", doubted.Text, StringComparison.Ordinal);
        var decided = await Chain.DecideAsync(author, doubted, by: "deputy-mayor", acting: true);
        Assert.Contains("区長の連絡不能の宣言なし（確認のうえ記録）", decided.Text, StringComparison.Ordinal);
        Assert.Contains("副区長（区長の職務代理者）", decided.Text, StringComparison.Ordinal);
        Assert.Contains("発信は、ほかの人が行います", decided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(decided.Actions, action => action.Contains("Release", StringComparison.Ordinal));

        var order = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath));
        Assert.StartsWith("/hq/orders/", order.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("発信しました", order.Text, StringComparison.Ordinal);
        Assert.Contains("発令中", order.Text, StringComparison.Ordinal);
        Assert.Contains("26 町丁目", (await author.GetAsync("/hq")).Text, StringComparison.Ordinal);

        var asked = await author.SendAsync(await author.GetAsync(order.Address.AbsolutePath), "handler=Lift",
            ("falling", "Yes"), ("rain", "Yes"), ("site", "No"), ("whyNot", "現地は夜明けに確かめる"), ("reason", "水位が下がり、雨もやんだ"));
        Assert.Contains("解除の案を提出しました", asked.Text, StringComparison.Ordinal);
        Assert.Contains("水位が下がり、雨もやんだ", asked.Text, StringComparison.Ordinal);
        Assert.Contains("現地は夜明けに確かめる", asked.Text, StringComparison.Ordinal);
        var toLift = await Chain.DecideAsync(author, asked);
        var lifted = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(toLift.Address.AbsolutePath));
        Assert.Contains("解除済", lifted.Text, StringComparison.Ordinal);
        Assert.Contains("発令中の避難情報はありません", (await author.GetAsync("/hq")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitter_SeesWhoMayRelease_AndIsRefusedWhenTheFormIsForged()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Releaser");
        using var colleague = await Seat.TakeAsync(hub, "Releaser");
        var decided = await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author)));

        Assert.Contains("あなたはこの案の提出者なので、発信できません", decided.Text, StringComparison.Ordinal);
        Assert.Contains("試験 Releaser", decided.Text, StringComparison.Ordinal);

        var page = await colleague.GetAsync(decided.Address.AbsolutePath);
        var forged = page.Form("handler=Release");
        var (_, own) = decided.Form("handler=Return");
        var refused = await author.PostAsync(forged.Action, new(own) { ["level"] = "4", ["areas"] = page.AreasToReadBack("26") });
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("evacuation.releaser-is-submitter", refused.Text, StringComparison.Ordinal);
        Assert.Contains("提出した本人は発信できません", refused.Text, StringComparison.Ordinal);
        Assert.Contains("発令中の避難情報はありません", (await author.GetAsync("/hq")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "26")]
    [InlineData("none", "26")]
    [InlineData("4", "25")]
    [InlineData("4", "")]
    [InlineData("", "26")]
    public async Task Releaser_WhoReadsBackSomethingElse_ReleasesNothing(string level, string count)
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var decided = await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author)));

        var refused = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath), level, count);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("hq.readback-differs", refused.Text, StringComparison.Ordinal);
        Assert.Contains("決裁済・発信待ち", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecisionThatIsThereAlready_IsSubmittedAndRecordedInOneAct_AndARefusedOneLeavesTheSubmission()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var draft = await Chain.OpenProposalAsync(hub, author);

        var refused = await author.SendAsync(draft, "handler=Decide", ("by", "mayor"), ("means", "Telephone"), ("day", "2099-01-01"), ("time", "0900"));

        Assert.Contains("evacuation.decision-in-the-future", refused.Text, StringComparison.Ordinal);
        Assert.Contains("提出済・決裁待ち", refused.Text, StringComparison.Ordinal);
        var decided = await Chain.DecideAsync(author, refused);
        Assert.Contains("決裁済・発信待ち", decided.Text, StringComparison.Ordinal);
        var entries = (await author.GetAsync("/hq/chronology")).Text;
        Assert.Contains("evacuation.submitted", entries, StringComparison.Ordinal);
        Assert.Contains("evacuation.decided", entries, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_NeedsAReason_LosesItsDecision_AndIsSubmittedAgain()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var decided = await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author)));
        var seen = await releaser.GetAsync(decided.Address.AbsolutePath);

        var blank = await releaser.SendAsync(seen, "handler=Return", ("reason", "　"));
        Assert.Contains("理由を書いてください", blank.Text, StringComparison.Ordinal);
        var returned = await releaser.SendAsync(blank, "handler=Return", ("reason", "区域を見直す"));

        Assert.Contains("差し戻しました", returned.Text, StringComparison.Ordinal);
        Assert.Contains("区域を見直す", returned.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>権限者</dt>", returned.Html, StringComparison.Ordinal);
        Assert.Contains(returned.Actions, action => action.EndsWith("handler=Submit", StringComparison.Ordinal));
    }
}
