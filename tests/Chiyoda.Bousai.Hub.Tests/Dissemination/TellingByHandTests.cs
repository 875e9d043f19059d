using System.Net;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Dissemination;

/// <summary>Ways out that the hub does not serve: the released words to copy, and who told them when. Nothing pretends to be sent.</summary>
public sealed class TellingByHandTests
{
    [Fact]
    public async Task AReleasedOrder_HasItsWordsToCopy_AndIsNotedAsTold_OncePerDecision()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var path = (await Chain.IssueAsync(hub, author, releaser)).Address.AbsolutePath;
        var order = await author.GetAsync(path);
        Assert.Contains("まだ放送・入力していません", order.Text, StringComparison.Ordinal);
        Assert.Contains("こちらは、千代田区です。\n【訓練】警戒レベル4 避難指示", order.Text, StringComparison.Ordinal);
        Assert.Contains("警戒レベル4 避難指示を発令しました。", order.Text, StringComparison.Ordinal);
        Assert.Contains("繰り返します。\n【訓練】警戒レベル4 避難指示", order.Text, StringComparison.Ordinal);
        Assert.Contains("訓練レベル4避難指示", order.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("放送済|入力済", order.Text);

        var noted = await author.SendAsync(order, "handler=ByHand", ("channel", "loudspeaker"));
        Assert.Contains("防災行政無線への放送・入力を記録しました", noted.Text, StringComparison.Ordinal);
        Assert.Matches(@"\d+:\d\d 放送済", noted.Text);
        var again = await author.SendAsync(order, "handler=ByHand", ("channel", "loudspeaker"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single((await author.GetAsync("/hq/chronology")).Text.Split("手で入力・放送: 防災行政無線").Skip(1));

        // A way that the ward does not use is told by hand all the same; one that the hub serves is not.
        Assert.Contains("Xへの放送・入力を記録しました", (await author.SendAsync(order, "handler=ByHand", ("channel", "x"))).Text, StringComparison.Ordinal);
        Assert.Matches(@"\d+:\d\d 入力済", (await author.GetAsync(path)).Text);
        var served = await author.SendAsync(order, "handler=ByHand", ("channel", "webpush"));
        Assert.Equal(HttpStatusCode.BadRequest, served.Status);
        Assert.Contains("dissemination.not-by-hand", served.Text, StringComparison.Ordinal);

        var change = await author.GetAsync($"{path}/change?act=Correct");
        var asked = await author.SendAsync(
            change, "handler=Correct", ("level", "4"), ("action", "GoUp"), ("audience", "Everyone"), ("areas", "13101001003"), ("publicReason", "区域の誤りのため"), ("reason", "区域を誤った"));
        var corrected = await Chain.ReleaseAsync(releaser, await releaser.GetAsync((await Chain.DecideAsync(author, asked)).Address.AbsolutePath), count: "1");
        Assert.DoesNotMatch("放送済|入力済", corrected.Text);
        var late = await author.SendAsync(order, "handler=ByHand", ("channel", "loudspeaker"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("dissemination.text-superseded", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsUrgentAndUntoldForTenMinutes_IsLate()
    {
        var clock = new StandingClock();
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(clock));
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var decided = await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author)), at: clock.GetUtcNow());
        var order = await Chain.ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath));

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.DoesNotContain("放送・入力が遅れています", (await author.GetAsync(order.Address.AbsolutePath)).Text, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(1));
        var late = await author.GetAsync(order.Address.AbsolutePath);
        Assert.Equal(2, late.Text.Split("放送・入力が遅れています").Length - 1);
        var told = await author.SendAsync(late, "handler=ByHand", ("channel", "loudspeaker"));
        Assert.Single(told.Text.Split("放送・入力が遅れています").Skip(1));
    }

    [Fact]
    public async Task ANotice_IsToldByHandToo_ButNeverByAnEmergencyMail()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var second = await Seat.TakeAsync(hub, "Releaser");
        var until = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).AddHours(6);
        var submitted = await author.SendAsync(
            await author.GetAsync("/hq/notices/new?template=stay-where-you-are"), "handler=Submit", ("scope", "ward"),
            ("day", until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("time", until.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain("手で放送・入力する経路", submitted.Text, StringComparison.Ordinal);
        var sent = await second.SendAsync(await second.GetAsync(submitted.Address.AbsolutePath), "handler=Release", ("looked", "true"), ("confirm", "WholeWard"));

        Assert.Contains("こちらは、千代田区です。\n【訓練】", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("緊急速報メール", sent.Text, StringComparison.Ordinal);
        var noted = await author.SendAsync(await author.GetAsync(sent.Address.AbsolutePath), "handler=ByHand", ("channel", "loudspeaker"));
        Assert.Matches(@"\d+:\d\d 放送済", noted.Text);
    }
}
