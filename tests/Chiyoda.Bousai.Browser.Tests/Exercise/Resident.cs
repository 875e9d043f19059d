using System.Globalization;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Somebody who works in the ward, with the portal open and notifications allowed.</summary>
internal sealed class Resident(BrowserPage page)
{
    private static readonly TimeSpan PatienceWithPush = TimeSpan.FromSeconds(40);

    public BrowserPage Page => page;

    /// <summary>Opens the first page, asks for notifications about one town on the page that it leads to, and comes back.</summary>
    public static async Task<Resident> RegisterAsync(HubClient hub, GenuineBrowser browser, string area)
    {
        await browser.Session.GrantNotificationsAsync(hub.Url);
        var page = await browser.Session.OpenAsync(new Uri(hub.Url, "/"));
        await page.ClickAsync("nav.tiles a[href='/notify']");
        await page.WaitForAsync("location.pathname === '/notify' && !document.querySelector('form').hidden");
        await page.SetValueAsync("#area", area);
        await page.ClickAsync("input[name=relation][value=works]");
        await page.ClickAsync("button[type=submit]");
        await page.WaitForAsync("!document.querySelector('[data-result=done]').hidden", PatienceWithPush);
        await Soundness.AssertAsync(page);

        await page.ClickAsync("nav.tiles a[href='/']");
        await page.WaitForAsync("location.pathname === '/' && document.querySelector('.calm')");
        return new Resident(page);
    }

    /// <summary>From now on the page notes when it first shows what the selector names; a reload would forget it.</summary>
    public Task WatchForAsync(string selector) => page.WatchForAsync(selector);

    /// <inheritdoc cref="Sight.SeenAtAsync"/>
    public Task<DateTimeOffset> SeenAtAsync() => page.SeenAtAsync();

    /// <summary>Waits for the notification whose title holds a word, and gives it as the browser shows it.</summary>
    public async Task<Notice> NoticeAsync(string word)
    {
        Notice[] shown = [];
        await Eventually.TrueAsync(
            async () =>
            {
                shown = await NoticesAsync();
                return shown.Any(notice => notice.Title.Contains(word, StringComparison.Ordinal));
            },
            string.Create(CultureInfo.InvariantCulture, $"the browser shows a notification with {word}"),
            seconds: 30);
        return Assert.Single(shown);
    }

    private async Task<Notice[]> NoticesAsync() => await page.EvaluateAsync<Notice[]>(
        """
        navigator.serviceWorker.ready.then(worker => worker.getNotifications())
          .then(all => all.map(({ title, body, lang, tag }) => ({ title, body, lang, tag })))
        """) ?? [];
}

/// <summary>A notification that stands on the screen.</summary>
internal sealed record Notice(string Title, string Body, string Lang, string Tag);
