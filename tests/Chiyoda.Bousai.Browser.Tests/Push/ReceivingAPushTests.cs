using System.Text.Json;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.Browsers;
using Chiyoda.Bousai.TestServices.PushService;
using Chiyoda.Bousai.WebPush;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Push;

/// <summary>The last word on our encryption: a genuine browser decrypts the message and shows it.</summary>
public sealed class ReceivingAPushTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly VapidKeys _keys = VapidKeys.Generate();
    private LocalPushService _service = null!;
    private PushSite _site = null!;
    private PushSender _sender = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await LocalPushService.StartAsync();
        _site = await PushSite.StartAsync();
        var options = new PushSenderOptions { Subject = "mailto:bousai@example.jp", AllowLoopback = true };
        foreach (var origin in LocalPushService.ChromiumOrigins)
        {
            options.OriginRewrites.Add(new OriginRewrite { From = origin, To = _service.Origin });
        }

        _sender = new PushSender(options, _keys, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        _keys.Dispose();
        await _site.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Firefox_DecryptsAndShowsTheMessage()
    {
        SkipWithout(GenuineBrowser.FirefoxMissing);
        await using var firefox = await GenuineBrowser.StartFirefoxAsync(_service);
        var subscribed = await SubscribeAsync(firefox);

        var tag = await SendAsync(subscribed, "神田川 レベル4 避難指示");

        await AssertShownAsync(subscribed, tag, "神田川 レベル4 避難指示");
        var report = await _service.WaitForReportAsync(r => r.Kind == "ack", Patience);
        Assert.Equal(100, report.Code);
    }

    [Fact]
    public async Task Chromium_DecryptsAndShowsTheMessage()
    {
        SkipWithout(GenuineBrowser.ChromiumMissing);
        await using var chromium = await GenuineBrowser.StartChromiumAsync(_service);
        var subscribed = await SubscribeAsync(chromium);

        var tag = await SendAsync(subscribed, "荒川 レベル3 高齢者等避難");

        await AssertShownAsync(subscribed, tag, "荒川 レベル3 高齢者等避難");
    }

    [Fact]
    public async Task FirefoxWithOtherKeys_CannotReadTheMessageAndSaysSo()
    {
        SkipWithout(GenuineBrowser.FirefoxMissing);
        await using var firefox = await GenuineBrowser.StartFirefoxAsync(_service);
        var subscribed = await SubscribeAsync(firefox);
        var forged = PushSubscription.Create(
            subscribed.Subscription.Endpoint, subscribed.Subscription.P256dh.Span, new byte[PushSubscription.AuthOctets]);

        await SendAsync(subscribed with { Subscription = forged }, "meant for someone else");

        var report = await _service.WaitForReportAsync(r => r.Kind == "ack", Patience);
        Assert.Equal(101, report.Code);
        Assert.Empty(await subscribed.ReadNotificationsAsync());
    }

    [Fact]
    public async Task FirefoxThatUnsubscribes_IsGone()
    {
        SkipWithout(GenuineBrowser.FirefoxMissing);
        await using var firefox = await GenuineBrowser.StartFirefoxAsync(_service);
        var subscribed = await SubscribeAsync(firefox);

        await subscribed.Page.EvaluateAsync<bool>(
            "navigator.serviceWorker.ready.then(r => r.pushManager.getSubscription()).then(s => s.unsubscribe())");
        await _service.WaitForReportAsync(r => r.Kind == "unregister", Patience);

        var outcome = await _sender.SendAsync(
            subscribed.Subscription, Message("gone", "-"), TestContext.Current.CancellationToken);
        Assert.IsType<PushOutcome.Gone>(outcome);
    }

    private static void SkipWithout(string? missing)
    {
        var reason = RequiredServices.SkipReason(missing);
        Assert.SkipWhen(reason is not null, reason ?? "");
    }

    private static PushMessage Message(string title, string tag) => new(
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            web_push = 8030,
            notification = new { title, body = "外神田五丁目", tag, lang = "ja", navigate = "https://bousai.example.jp/" },
        }),
        TimeSpan.FromHours(1),
        PushUrgency.High);

    private Task<SubscribedPage> SubscribeAsync(GenuineBrowser browser) =>
        SubscribedPage.OpenAsync(browser.Session, _site.Url, _keys.PublicKey);

    private async Task<string> SendAsync(SubscribedPage to, string title)
    {
        var tag = Guid.NewGuid().ToString("N");
        var outcome = await _sender.SendAsync(to.Subscription, Message(title, tag), TestContext.Current.CancellationToken);
        Assert.IsType<PushOutcome.Delivered>(outcome);
        return tag;
    }

    private async Task AssertShownAsync(SubscribedPage page, string tag, string title)
    {
        var shown = await _site.WaitForShownAsync(tag, Patience);
        Assert.Equal(title, shown.Title);
        Assert.Equal("外神田五丁目", shown.Body);
        Assert.Equal([title], await page.ReadNotificationsAsync());
        Assert.Empty(page.Page.Errors);
    }
}
