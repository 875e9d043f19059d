using System.Net;
using System.Text;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>What holds for every page of headquarters, with something in force and something unreadable.</summary>
public sealed class EveryPageTests
{
    [Fact]
    public async Task EveryPage_SaysExercise_HasNothingInline_AndIsKeptNowhere()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        var order = await Chain.IssueAsync(hub, author, releaser);
        await hub.PublishTelegramAsync(Encoding.UTF8.GetBytes("<Report><b>cut"));
        await hub.PublishTelegramAsync(Alerts.Rain(4, TimeProvider.System.GetUtcNow()));
        var facilities = await author.GetAsync("/hq/facilities");
        var situation = await author.GetAsync("/hq");
        var telegrams = await author.GetAsync("/hq/telegrams");

        string[] paths =
        [
            "/hq/sign-in", "/hq/denied", "/hq/account", "/hq", "/hq/proposals", situation.Link("/hq/proposals/"), order.Address.AbsolutePath,
            "/hq/relays", "/hq/backtests", situation.Link("/hq/notices/"), "/hq/chronology", "/hq/chronology?before=5", "/hq/sources", "/hq/telegrams", telegrams.Link("/hq/telegrams/"), "/hq/desks",
            "/hq/warnings", "/hq/earthquakes", "/hq/tsunami", "/hq/call-outs", "/hq/facilities", facilities.Link("/hq/facilities/calls/"), $"/hq/facilities/calls/{Guid.NewGuid()}", $"{order.Address.AbsolutePath}/calls", $"{order.Address.AbsolutePath}/calls/fax",
            situation.Link("/hq/proposals/") + "/calls", $"/hq/orders/{Guid.NewGuid()}/calls", $"/hq/proposals/{Guid.NewGuid()}/calls", $"/hq/orders/{Guid.NewGuid()}/calls/fax",
            $"/hq/proposals/{Guid.NewGuid()}", $"/hq/orders/{Guid.NewGuid()}", $"/hq/telegrams/{Guid.NewGuid()}",
        ];
        foreach (var path in paths)
        {
            var screen = await author.GetAsync(path);
            Assert.Equal(path, screen.Address.PathAndQuery);
            Assert.Contains("<title>【訓練】", screen.Html, StringComparison.Ordinal);
            Assert.Contains("class=\"hq exercise\"", screen.Html, StringComparison.Ordinal);
            Assert.Contains("<strong>訓練</strong>", screen.Html, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=", screen.Html);
            Assert.Contains("no-store", screen.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.DoesNotContain("@", screen.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsNotThere_IsSaidOnAPage()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");

        foreach (var path in new[] { "proposals", "orders", "telegrams" })
        {
            var missing = await viewer.GetAsync($"/hq/{path}/{Guid.NewGuid()}");
            Assert.Equal(HttpStatusCode.NotFound, missing.Status);
            Assert.Contains("見つかりません", missing.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NewHub_SaysWhatItDoesNotKnow_AndNeverNone()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");

        var before = await viewer.GetAsync("/hq");
        Assert.Contains("不明 気象庁防災情報XML", before.Text, StringComparison.Ordinal);
        Assert.Contains("大雨（VPWW55）", before.Text, StringComparison.Ordinal);
        Assert.Contains("ほかに「ない」とは言えません", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("発表中のものはありません", before.Text, StringComparison.Ordinal);

        await hub.HeartbeatAsync(complete: true);
        var after = await viewer.GetAsync("/hq");
        Assert.Contains("届いています 気象庁防災情報XML", after.Text, StringComparison.Ordinal);
        Assert.Contains("発表中のものはありません", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableTelegram_StandsFirst_WithItsReason_AndItsOriginalAsText()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, TimeProvider.System.GetUtcNow()));
        await hub.PublishTelegramAsync(Encoding.UTF8.GetBytes("<Report><script>alert(1)</script>"));

        Assert.Contains("読めない電文が 1 通あります", (await viewer.GetAsync("/hq")).Text, StringComparison.Ordinal);
        var list = await viewer.GetAsync("/hq/telegrams");
        Assert.Contains("途中で切れているか壊れています", list.Text, StringComparison.Ordinal);
        var original = await viewer.GetAsync(list.Link("/hq/telegrams/"));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", original.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", original.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chronology_IsReadBackwards_PageByPage()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        for (var n = 1; n <= 60; n++)
        {
            await hub.PublishTelegramAsync(Encoding.UTF8.GetBytes($"no telegram {n}"));
        }

        var newest = await viewer.GetAsync("/hq/chronology");
        Assert.Contains("id=\"entry-60\"", newest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"entry-10\"", newest.Html, StringComparison.Ordinal);
        Assert.Contains("hub verify", newest.Text, StringComparison.Ordinal);

        var older = await viewer.GetAsync(newest.Link("before="));
        Assert.Contains("id=\"entry-10\"", older.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"entry-1\"", older.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"entry-11\"", older.Html, StringComparison.Ordinal);

        var back = await viewer.GetAsync(older.Link("after="));
        Assert.Contains("id=\"entry-60\"", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desks_FrameTwoDesksAndAPhone_AndAreNoDeskOfTheirOwn()
    {
        await using var hub = await RunningHub.StartAsync();
        using var seat = Seat.Take(hub);

        var desks = await seat.GetAsync("/hq/desks");
        Assert.Equal(HttpStatusCode.OK, desks.Status);
        Assert.Contains("<iframe src=\"/desk/author/hq\"", desks.Html, StringComparison.Ordinal);
        Assert.Contains("<iframe src=\"/desk/releaser/hq\"", desks.Html, StringComparison.Ordinal);
        Assert.Contains("<iframe src=\"/\"", desks.Html, StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", desks.Headers["Content-Security-Policy"], StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await seat.GetAsync("/desk/author/hq/desks")).Status);
    }
}
