using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Something real happens during an exercise: pages that lie open are covered by themselves, whole, and can be put away.</summary>
public sealed class CoveringAnExerciseTests
{
    private const string InTheMiddle = "!!document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.real-event')";

    private const string Corners = """
        [[9, 9], [innerWidth - 9, 9], [9, innerHeight - 9], [innerWidth - 9, innerHeight - 9]]
          .map(([x, y]) => `${document.elementFromPoint(x, y)?.closest('.real-event') ? "covered" : "bare"} ${x} ${y} of ${document.documentElement.clientWidth} ${document.documentElement.clientHeight}`)
        """;

    [Fact]
    public async Task OpenPages_AreCoveredWhole_UntilSomebodyFoldsIt()
    {
        using var pack = new ConfigCopy().Verified();
        await using var live = await RunningHub.StartAsync(live: pack);
        await using var stage = await ExerciseStage.InChromiumAsync(settings: new Dictionary<string, string?>
        {
            ["Exercise:LiveStatus"] = new Uri(live.Url, "status.json").AbsoluteUri,
            ["Exercise:LookEvery"] = "00:00:01",
        });
        var staff = await StaffDesk.SignInAsync(stage, "viewer", "Viewer");
        var resident = await stage.Browser.Session.OpenAsync(stage.At("/"));
        Assert.Empty(await CoversAsync(staff.Page));

        await live.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, TimeProvider.System.GetUtcNow()));
        await Task.WhenAll(staff.Page.WaitForAsync(InTheMiddle), resident.WaitForAsync(InTheMiddle));

        foreach (var (page, name) in new[] { (staff.Page, "hq"), (resident, "portal") })
        {
            await Album.TakeAsync(page, $"real-event-{name}-360", Album.Size.Phone);
            await page.EmulateColorSchemeAsync(ColorScheme.Dark);
            await Album.TakeAsync(page, $"real-event-{name}-1440-dark", Album.Size.Desk);
            await page.EmulateColorSchemeAsync(ColorScheme.Light);
            var corners = await page.EvaluateAsync<string[]>(Corners) ?? [];
            Assert.All(corners, corner => Assert.StartsWith("covered", corner, StringComparison.Ordinal));

            await page.ClickAsync(".real-event summary");
            Assert.False(await page.EvaluateAsync<bool>(InTheMiddle));
            Assert.Contains("訓練中止", Assert.Single(await CoversAsync(page)), StringComparison.Ordinal);
            await Album.TakeAsync(page, $"real-event-{name}-folded-360", Album.Size.Phone);
        }
    }

    private static async Task<string[]> CoversAsync(BrowserPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.real-event')].map(each => each.querySelector('summary').textContent)") ?? [];
}
