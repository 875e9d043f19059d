using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds;

/// <summary>The same bytes twice change nothing.</summary>
public sealed class SameTelegramTwiceTests
{
    [Fact]
    public async Task SecondReceipt_NamesTheFirst_AndChangesNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        var octets = Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow());
        var first = await hub.PublishTelegramAsync(octets);
        var before = await StateAsync(viewer);

        var second = await hub.PublishTelegramAsync(octets);

        Assert.Equal(("accepted", "duplicate"), (first.Outcome, second.Outcome));
        Assert.Equal(first.TelegramId, second.TelegramId);
        Assert.Equal(before, await StateAsync(viewer));
    }

    [Fact]
    public async Task RepeatAfterARestart_IsStillADuplicate()
    {
        using var folder = new TemporaryFolder();
        var octets = Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow());
        await using (var before = await RunningHub.StartAsync(folder.Path))
        {
            await before.PublishTelegramAsync(octets);
        }

        await using var hub = await RunningHub.StartAsync(folder.Path);

        Assert.Equal("duplicate", (await hub.PublishTelegramAsync(octets)).Outcome);
    }

    [Fact]
    public async Task OneOctetMore_IsAnotherTelegram()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        var octets = Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow());
        await hub.PublishTelegramAsync(octets);

        var second = await hub.PublishTelegramAsync((byte[])[.. octets, (byte)'\n']);

        Assert.Equal("accepted", second.Outcome);
        Assert.Single(await viewer.ProposalsAsync());
    }

    private static async Task<string> StateAsync(StaffClient viewer) => string.Concat(
        (await viewer.GetAsync("/api/v1/chronology")).GetProperty("head").GetRawText(),
        (await viewer.GetAsync("/api/v1/telegrams")).GetRawText(),
        (await viewer.GetAsync("/api/v1/proposals")).GetRawText(),
        (await viewer.GetAsync("/api/v1/warnings")).GetProperty("items").GetRawText());
}
