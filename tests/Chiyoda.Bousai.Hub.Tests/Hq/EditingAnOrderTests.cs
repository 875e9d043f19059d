using System.Net;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>The editor of orders without script: drawing, reasons, channels; and what the drawing asks of the hub.</summary>
public sealed partial class EditingAnOrderTests
{
    [Fact]
    public async Task TheForm_OffersReasons_DrawsTheWard_AndTheProposalShowsEveryChannelWithItsLimit()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var form = await author.GetAsync("/hq/proposals/new");
        Assert.Equal(115, Cells().Count(form.Html));
        Assert.Contains("概略図", form.Text, StringComparison.Ordinal);
        Assert.Contains("実際の境界ではありません", form.Text, StringComparison.Ordinal);
        Assert.Contains("案内できると登録された避難場所がありません", form.Text, StringComparison.Ordinal);

        (string, string)[] measure =
        [
            ("what", "Flood/830304004400"), ("level", "4"), ("action", "GoUp"), ("audience", "Everyone"), ("areas", "13101001003"),
            ("reasonChoice", "川の水位が氾濫危険水位に達し、氾濫するおそれが高まったため"), ("publicReason", "現地で確認"),
        ];
        var refused = await author.SendAsync(form, "handler=Draw", [.. measure, ("shelters", "CHY-001")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("evacuation.shelter-unsound", refused.Text, StringComparison.Ordinal);

        var drawn = await author.SendAsync(form, "handler=Draw", measure);
        Assert.Contains("川の水位が氾濫危険水位に達し、氾濫するおそれが高まったため。現地で確認", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("理由：川の水位が氾濫危険水位に達し、氾濫するおそれが高まったため。現地で確認。", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("Reason: The river has reached the flood danger water level and is likely to overflow.", drawn.Text, StringComparison.Ordinal);
        foreach (var channel in new[] { "緊急速報メール", "SMS", "X（280）", "LINE", "防災行政無線", "プッシュ通知" })
        {
            Assert.Contains(channel, drawn.Text, StringComparison.Ordinal);
        }

        // The title of the emergency mail holds the order and the word of an exercise; the body counts with it.
        Assert.Matches(@"題名 10/15字", drawn.Text);
        Assert.Matches(@"題名と本文 \d+/200字", drawn.Text);
        Assert.Contains("○ 収まります", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("未接続（送りません。文面の確認用）", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTyped_IsReadInEveryLanguageAndChannel_BeforeAnythingIsSaved()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var form = await author.GetAsync("/hq/proposals/new");
        (string, string)[] measure =
        [
            ("what", "Fire/"), ("level", "none"), ("action", "LeaveNow"), ("audience", "Everyone"), ("areas", "13101001003"), ("publicReason", "火事が広がっているため"),
        ];

        var open = await author.PressAsync(form, "handler=Draw", "handler=Preview", [.. measure.Skip(1)]);
        Assert.Equal(HttpStatusCode.BadRequest, open.Status);
        Assert.DoesNotContain("まだ何も保存していません", open.Text, StringComparison.Ordinal);

        var look = await author.PressAsync(form, "handler=Draw", "handler=Preview", measure);
        Assert.Equal(HttpStatusCode.OK, look.Status);
        foreach (var part in new[] { "まだ何も保存していません", "やさしい日本語", "English", "緊急速報メール", "発信したあと", "【訓練】" })
        {
            Assert.Contains(part, look.Text, StringComparison.Ordinal);
        }

        Assert.Contains("value=\"火事が広がっているため\"", look.Html, StringComparison.Ordinal);
        using var reader = await hub.SignInAsync("Viewer");
        Assert.Equal(0, (await reader.GetAsync("/api/v1/proposals")).GetProperty("items").GetArrayLength());

        Assert.Contains("案を作りました", (await author.SendAsync(look, "handler=Draw", measure)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChange_IsReadBeforeItIsAsked_AndItsAskerTakesItBack()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var order = (await Chain.IssueAsync(hub, author, releaser)).Address.AbsolutePath;

        foreach (var (act, said) in new[] { ("Correct", "訂正"), ("Void", "誤り"), ("Lower", "引き下げ") })
        {
            var form = await author.GetAsync($"{order}/change?act={act}");
            (string, string)[] fields = act switch
            {
                "Void" => [],
                "Lower" => [("level", "3"), ("action", "LeaveNow"), ("audience", "ElderlyAndSlow")],
                _ => [("level", "4"), ("action", "LeaveNow"), ("audience", "Everyone"), ("areas", "13101001003"), ("publicReason", "区域の誤り")],
            };
            var look = await author.PressAsync(form, $"handler={act}", "handler=Preview", [.. fields, ("reason", "記録の理由")]);
            Assert.True(look.Status == HttpStatusCode.OK, $"{act}: {look.Text}");
            Assert.Contains("まだ何も保存していません", look.Text, StringComparison.Ordinal);
            Assert.Contains(said, look.Text, StringComparison.Ordinal);
            Assert.Contains(">記録の理由</textarea>", look.Html, StringComparison.Ordinal);

            // No flood has a sentence for staying, so that nobody is asked to choose it.
            Assert.DoesNotContain("StayInPlace", form.Html, StringComparison.Ordinal);
        }

        var asking = await author.GetAsync($"{order}/change?act=Void");
        var asked = await author.SendAsync(asking, "handler=Void", ("reason", "誤発信のため"));
        Assert.Contains("取り下げる（提出した本人）", asked.Text, StringComparison.Ordinal);
        var back = await author.SendAsync(asked, "handler=Withdraw", ("reason", "誤りではなかった"));
        Assert.Contains("取り下げました", back.Text, StringComparison.Ordinal);
        Assert.Contains("差戻し・取下げ", back.Text, StringComparison.Ordinal);
        Assert.Contains("廃案にしました", (await author.SendAsync(back, "handler=Discard", ("reason", "不要"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARing_IsAnsweredWithShares_AndWhatIsNoneIsRefused()
    {
        await using var hub = await RunningHub.StartAsync();
        using var staff = await hub.SignInAsync("Viewer");

        var inside = await staff.GetAsync("/api/v1/areas/inside?ring=0,0%201000,0%201000,2000%200,2000");
        Assert.True(inside.GetProperty("isDerived").GetBoolean());
        Assert.Equal(115, inside.GetProperty("items").GetArrayLength());
        Assert.All(inside.GetProperty("items").EnumerateArray(), item => Assert.Equal(1, item.GetProperty("share").GetDouble()));

        foreach (var ring in new[] { "0,0%201,1", "0,0%201,1%20x,2", "0,0%201,1%202,99999", "0,0%201,1%20NaN,2", string.Join("%20", Enumerable.Repeat("1,1", 101)) })
        {
            await Answers.RefusedAsync(staff.Http.GetAsync($"/api/v1/areas/inside?ring={ring}"), HttpStatusCode.BadRequest, "areas.ring-unreadable");
        }
    }

    [GeneratedRegex("class=\"cell\"")]
    private static partial Regex Cells();
}
