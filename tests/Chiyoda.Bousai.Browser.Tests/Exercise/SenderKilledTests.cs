using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.Browsers;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>The sender dies after the browser was told and before it could write that down: the repeat replaces what is shown.</summary>
public sealed class SenderKilledTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task RepeatAfterTheKill_LeavesOneNotificationInFirefox()
    {
        var missing = RequiredServices.SkipReason(GenuineBrowser.FirefoxMissing);
        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
        await using var push = await LocalPushService.StartAsync();
        await using var firefox = await GenuineBrowser.StartFirefoxAsync(push);
        await using var set = new ProcessSet(isPostgres: false);
        await set.StartAsync("hub");
        var hub = set.ClientOf("hub");
        using var desks = new Desks(await set.SignInAsync(hub, "Recorder"), await set.SignInAsync(hub, "Releaser"));
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        var area = (await desks.Author.ProposalAsync()).GetProperty("areas")[0].GetString()!;
        var resident = await Resident.RegisterAsync(hub, firefox, area);

        var held = push.Hold();
        await desks.IssueDraftAsync(now);
        await held.WaitForHeldAsync(1, Patience);
        await using (await set.Database.HoldPagesAsync())
        {
            held.Open();
            await resident.NoticeAsync("避難指示");
            await set.KillAsync("hub");
        }

        await set.StartAsync("hub");
        await push.WaitForRequestsAsync(2, Patience);
        await push.WaitForReportAsync(report => report.Kind == "ack" && push.BrowserReports.Count(other => other.Kind == "ack") == 2, Patience);

        await resident.NoticeAsync("避難指示");
        Assert.Single(push.Requests.Select(request => request.Header("topic")).Distinct());
    }
}
