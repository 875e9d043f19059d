using Chiyoda.Bousai.TestServices.Browsers;
using Chiyoda.Bousai.WebPush;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Push;

/// <summary>A page open in a browser, subscribed with the browser's own keys.</summary>
internal sealed record SubscribedPage(BrowserPage Page, PushSubscription Subscription)
{
    private const string Subscribe =
        """
        async key => {
          await navigator.serviceWorker.register('/worker.js');
          const registration = await navigator.serviceWorker.ready;
          return (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
        }
        """;

    public static async Task<SubscribedPage> OpenAsync(BrowserSession session, Uri site, string applicationServerKey)
    {
        await session.GrantNotificationsAsync(site);
        var page = await session.OpenAsync(site);
        var made = await page.CallAsync<Made>(Subscribe, applicationServerKey);
        Assert.True(
            PushSubscription.TryParse(made?.Endpoint, made?.Keys.P256dh, made?.Keys.Auth, out var subscription, out var refusal),
            $"What the browser made is refused: {refusal}.");
        return new SubscribedPage(page, subscription);
    }

    /// <summary>Titles of the notifications that stand on the screen now.</summary>
    public async Task<string[]> ReadNotificationsAsync() => await Page.EvaluateAsync<string[]>(
        "navigator.serviceWorker.ready.then(r => r.getNotifications()).then(all => all.map(n => n.title))") ?? [];

    private sealed record Made(string Endpoint, MadeKeys Keys);

    private sealed record MadeKeys(string P256dh, string Auth);
}
