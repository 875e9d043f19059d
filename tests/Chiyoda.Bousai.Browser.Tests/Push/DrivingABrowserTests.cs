using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Push;

/// <summary>The hands and eyes that the other browser tests rely on, tried on a page of a few lines.</summary>
public class DrivingABrowserTests
{
    [Theory]
    [InlineData("Firefox")]
    [InlineData("Chromium")]
    public async Task PageIsClickedTypedIntoSizedAndSeen(string name)
    {
        var missing = RequiredServices.SkipReason(
            name == "Firefox" ? GenuineBrowser.FirefoxMissing : GenuineBrowser.ChromiumMissing);
        Assert.SkipWhen(missing is not null, missing ?? "");
        await using var site = await PushSite.StartAsync();
        await using var browser = name == "Firefox"
            ? await GenuineBrowser.StartFirefoxAsync()
            : await GenuineBrowser.StartChromiumAsync();
        var page = await browser.Session.OpenAsync(site.Url);

        await page.TypeAsync("#place", "外神田 level 4");
        await page.ClickAsync("#go");
        await page.WaitForTextAsync("外神田 level 4");
        Assert.Equal("ja", await page.EvaluateAsync<string>("navigator.language"));
        Assert.Equal("Asia/Tokyo", await page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone"));

        await page.SetViewportAsync(360, 640);
        Assert.Equal(360, await page.EvaluateAsync<int>("innerWidth"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await page.ScreenshotAsync())[..4]);

        await page.EmulateColorSchemeAsync(ColorScheme.Dark);
        await page.WaitForAsync("matchMedia('(prefers-color-scheme: dark)').matches");
        await page.EmulateColorSchemeAsync(ColorScheme.Light);
        await page.WaitForAsync("!matchMedia('(prefers-color-scheme: dark)').matches");

        await page.EvaluateAsync<object>("localStorage.setItem('who', 'first')");
        var other = await (await browser.NewSessionAsync()).OpenAsync(site.Url);
        Assert.Null(await other.EvaluateAsync<string>("localStorage.getItem('who')"));
        Assert.Equal("first", await page.EvaluateAsync<string>("localStorage.getItem('who')"));

        await Assert.ThrowsAsync<BrowserException>(() => page.EvaluateAsync<int>("(() => { throw new Error('thrown') })()"));
        await Assert.ThrowsAsync<TimeoutException>(() => page.WaitForAsync("false", TimeSpan.FromMilliseconds(100)));

        Assert.Empty(page.Errors);
        await page.ClickAsync("#fail");
        await page.WaitForAsync("document.getElementById('missing').textContent === 'fail'");
        Assert.Contains(page.Errors, error => error.Contains("nowhere", StringComparison.Ordinal));

        await page.SetOfflineAsync(true);
        Assert.False(await page.EvaluateAsync<bool>("fetch('/', { cache: 'no-store' }).then(() => true, () => false)"));
        await page.SetOfflineAsync(false);
        Assert.True(await page.EvaluateAsync<bool>("fetch('/', { cache: 'no-store' }).then(() => true, () => false)"));
    }

    [Fact]
    public async Task PageWithoutScripts_IsStillReadAndClicked()
    {
        var missing = RequiredServices.SkipReason(GenuineBrowser.ChromiumMissing);
        Assert.SkipWhen(missing is not null, missing ?? "");
        await using var site = await PushSite.StartAsync();
        await using var browser = await GenuineBrowser.StartChromiumAsync();
        var page = await browser.Session.OpenAsync(site.Url);

        await page.DisableScriptsAsync();
        await page.ReloadAsync();
        await page.TypeAsync("#place", "外神田");
        await page.ClickAsync("#go");

        Assert.Equal("not yet", await page.TextAsync("#done"));
    }
}
