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
