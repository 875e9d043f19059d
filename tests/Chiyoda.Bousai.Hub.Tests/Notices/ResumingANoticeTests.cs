using System.Net;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Notices;

/// <summary>A notice that was held goes on by a person who shows again that it is they.</summary>
public sealed class ResumingANoticeTests
{
    [Fact]
    public async Task SixMinutesAfterSigningIn_LettingItGoOnAsksForThePassword()
    {
        await using var world = await NoticeWorld.StartAsync();
        await world.SubscribeAsync(NoticeWorld.Here);
        var id = await world.PublishAsync();
        await world.QuietAsync();
        Assert.NotEqual(0, await TestDatabase.ExecuteAsync(world.Hub.DataDirectory, "UPDATE dissemination_dispatches SET State = 'Held', HoldReason = '試験'"));
        var (login, password) = await world.Hub.AddAccountAsync("releaser-for-later", "Releaser");
        using var seat = Seat.Take(world.Hub);
        await seat.SignInAsync(login, password);
        world.Clock.Advance(TimeSpan.FromMinutes(6));

        var notice = await seat.GetAsync($"/hq/notices/{id}");
        Assert.Contains("name=\"password\"", notice.Html, StringComparison.Ordinal);
        var refused = await seat.SendAsync(notice, "handler=Resume");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("access.step-up-needed", refused.Text, StringComparison.Ordinal);

        Assert.Contains("止めていた配信を再開しました", (await seat.SendAsync(notice, "handler=Resume", ("password", password))).Text, StringComparison.Ordinal);
    }
}
