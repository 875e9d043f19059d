using System.Globalization;
using System.Net;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Notices;

/// <summary>The composer without script: from an empty page to a sent notice in at most eight presses, and back.</summary>
public sealed class NoticesOnPagesTests
{
    [Fact]
    public async Task FromEmptyToSent_InEightPresses_ByTwoPeople_AndCorrected()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var second = await Seat.TakeAsync(hub, "Releaser");
        var presses = 0;

        // 1 the menu, 2 the template, 3 the areas, 4 submit.
        var list = await author.GetAsync((await author.GetAsync("/hq")).Link("/hq/notices"));
        presses++;
        var form = await author.GetAsync(list.Link("template=stay-where-you-are"));
        presses++;
        var submitted = await author.SendAsync(form, "handler=Submit", [.. When(), ("scope", "ward")]);
        presses += 2;
        Assert.Contains("提出しました", submitted.Text, StringComparison.Ordinal);
        Assert.Contains("すぐに帰り始めないでください", submitted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(submitted.Actions, action => action.EndsWith("handler=Release", StringComparison.Ordinal));

        // 5 the board leads there, 6 looked, 7 the whole ward, 8 release.
        var look = await second.GetAsync((await second.GetAsync("/hq")).Link("/hq/notices/"));
        presses++;
        Assert.Contains("区内全域", look.Text, StringComparison.Ordinal);
        Assert.Contains("通知が届く端末", look.Text, StringComparison.Ordinal);
        var sent = await second.SendAsync(look, "handler=Release", ("looked", "true"), ("confirm", "WholeWard"));
        presses += 3;
        Assert.Contains("発信しました", sent.Text, StringComparison.Ordinal);
        Assert.Contains("掲載中", sent.Text, StringComparison.Ordinal);
        Assert.True(presses <= 8, $"{presses} presses");

        var edit = await author.GetAsync(sent.Link("/edit"));
        var refused = await author.SendAsync(edit, "handler=Correct", [.. When(), ("scope", "ward"), ("reason", "期限の誤り。避難指示のため")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("「避難指示」は避難情報の言葉なので", refused.Text, StringComparison.Ordinal);
        var asked = await author.SendAsync(refused, "handler=Correct", [.. When(hours: 8), ("scope", "ward"), ("reason", "期限の誤り")]);
        Assert.Contains("訂正を提出しました", asked.Text, StringComparison.Ordinal);
        var corrected = await second.SendAsync(await second.GetAsync(asked.Address.AbsolutePath), "handler=Release", ("looked", "true"), ("confirm", "WholeWard"));
        Assert.Contains("発信しました", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("理由：期限の誤り", corrected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWrongInAForm_IsSaidBesideIt_AndTypedTextStays()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var second = await Seat.TakeAsync(hub, "Releaser");
        var form = await author.GetAsync("/hq/notices/new?template=line-suspended");

        var unreadable = await author.SendAsync(form, "handler=Submit", ("slots[line]", "東西線"), ("slots[outlook]", "未定"), ("scope", "ward"), ("day", "きょう"), ("time", "17:00"));
        Assert.Contains("hq.notice-time-unreadable", unreadable.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"東西線\"", WebUtility.HtmlDecode(unreadable.Html), StringComparison.Ordinal);
        var nowhere = await author.SendAsync(unreadable, "handler=Submit", [("slots[line]", "東西線"), ("slots[outlook]", "未定"), ("scope", "areas"), .. When()]);
        Assert.Contains("notices.areas-missing", nowhere.Text, StringComparison.Ordinal);

        var submitted = await author.SendAsync(nowhere, "handler=Submit", [("slots[line]", "東西線"), ("slots[outlook]", "未定"), ("scope", "areas"), ("zones", "kanda-river"), .. When()]);
        Assert.Contains("町丁目", submitted.Text, StringComparison.Ordinal);
        var unlooked = await second.SendAsync(await second.GetAsync(submitted.Address.AbsolutePath), "handler=Release", ("looked", "false"));
        Assert.Contains("hq.notice-not-confirmed", unlooked.Text, StringComparison.Ordinal);
        var returned = await second.SendAsync(unlooked, "handler=Return", ("reason", "路線名を正式に"));
        Assert.Contains("差戻しの理由：路線名を正式に", returned.Text, StringComparison.Ordinal);
        var edit = await author.GetAsync(returned.Link("/edit"));
        var revised = await author.SendAsync(edit, "handler=Revise", [("slots[line]", "東京メトロ東西線"), ("slots[outlook]", "未定"), ("scope", "ward"), .. When()]);
        Assert.Contains("東京メトロ東西線が運転を見合わせています", revised.Text, StringComparison.Ordinal);
        var dropped = await author.SendAsync(await author.SendAsync(revised, "handler=Submit"), "handler=Discard", ("reason", "運転再開"));
        Assert.Contains("何も発信していません", dropped.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"/hq/notices/{Guid.NewGuid()}")).Status);
    }

    private static (string Name, string Value)[] When(int hours = 6)
    {
        var until = TimeProvider.System.GetUtcNow().AddHours(hours).ToOffset(TimeSpan.FromHours(9));
        return [("day", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("time", until.ToString("HHmm", CultureInfo.InvariantCulture))];
    }
}
