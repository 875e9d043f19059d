using Chiyoda.Bousai.TestServices.Browsers;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>When an open page showed something, and when somebody pressed something, by the page's own clock, which is that of the hub's machine.</summary>
internal static class Sight
{
    /// <summary>From now on the page notes when it first shows what the selector names; a reload would forget it.</summary>
    public static async Task WatchForAsync(this BrowserPage page, string selector) => await page.CallAsync<object>(
        """
        selector => {
          const main = document.getElementById('main');
          window.seenAt = null;
          new MutationObserver((_, observer) => {
            if (!main.querySelector(selector)) return;
            window.seenAt = Date.now();
            observer.disconnect();
          }).observe(main, { childList: true, subtree: true });
        }
        """,
        selector);

    /// <summary>When the page showed it.</summary>
    public static async Task<DateTimeOffset> SeenAtAsync(this BrowserPage page)
    {
        await page.WaitForAsync("window.seenAt");
        return DateTimeOffset.FromUnixTimeMilliseconds(await page.EvaluateAsync<long>("window.seenAt"));
    }

    /// <summary>From now on the session notes when an element is clicked, across the page that follows.</summary>
    public static async Task WatchPressAsync(this BrowserPage page, string selector) => await page.CallAsync<object>(
        "selector => document.querySelector(selector).addEventListener('click', () => sessionStorage.setItem('pressedAt', Date.now()))", selector);

    /// <summary>When it was clicked.</summary>
    public static async Task<DateTimeOffset> PressedAtAsync(this BrowserPage page) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await page.EvaluateAsync<long>("Number(sessionStorage.getItem('pressedAt'))"));
}
