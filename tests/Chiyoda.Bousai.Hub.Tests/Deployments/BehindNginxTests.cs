using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.TestHub;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>Hubs behind a real nginx with the shipped configuration: what residents, staff and feeders meet in production.</summary>
[RunsOnce]
public sealed class BehindNginxTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Configuration_IsValid_WithoutAWarning()
    {
        var (status, said) = await Nginx.CheckAsync();

        Assert.True(status == 0, said);
        Assert.DoesNotContain("[warn]", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ComesOverTls_WithEveryHeaderOnce()
    {
        await using var hub = await StartAsync();
        await using var nginx = await Nginx.StartAsync([AddressOf(hub), Nginx.Nowhere], SiteOf(hub));

        using var page = await nginx.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (page.StatusCode, page.Version));
        Assert.All(PolicyHeaders, name => Assert.Single(page.Headers.GetValues(name)));
        Assert.False(page.Headers.Contains("X-Bousai-Mirror"));
        Assert.Equal(await hub.Public.GetStringAsync("/", TestContext.Current.CancellationToken), await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var http = new HttpClient(nginx.NewHandler()) { BaseAddress = nginx.Plain };
        using var redirect = await http.GetAsync("/lite", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MovedPermanently, "https://127.0.0.1/lite"), (redirect.StatusCode, redirect.Headers.Location?.AbsoluteUri));
    }

    /// <summary>Two hubs that know nothing of each other: a client that were sent from one to the other would not be known there.</summary>
    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task LiveConnection_StaysWithTheHubItNegotiatedWith_AndIsRung(HttpTransportType transport)
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        await using var nginx = await Nginx.StartAsync([AddressOf(one), AddressOf(other)], SiteOf(one));
        var rung = new List<TaskCompletionSource<LiveRing>>();
        var pages = new List<HubConnection>();
        try
        {
            for (var i = 0; i < 5; i++)
            {
                var ring = new TaskCompletionSource<LiveRing>(TaskCreationOptions.RunContinuationsAsynchronously);
                var page = Connect(nginx, transport);
                pages.Add(page);
                rung.Add(ring);
                page.On<LiveRing>("Ring", heard => ring.TrySetResult(heard));
                await page.StartAsync(TestContext.Current.CancellationToken);
            }

            await one.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now));
            await other.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now));

            await Task.WhenAll(rung.Select(ring => ring.Task)).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
        finally
        {
            foreach (var page in pages)
            {
                await page.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Limits_HoldPerClient_WhateverTheClientClaimsToBe()
    {
        await using var hub = await StartAsync(signInsPerMinute: 1);
        await using var nginx = await Nginx.StartAsync([AddressOf(hub), Nginx.Nowhere], SiteOf(hub));

        Assert.Equal(HttpStatusCode.Unauthorized, await nginx.TrySignInAsync("203.0.113.5"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await nginx.TrySignInAsync("203.0.113.6"));
    }

    [Fact]
    public async Task Bodies_AreLimitedAsInTheHub_AndTelegramsPass()
    {
        await using var hub = await StartAsync();
        await using var nginx = await Nginx.StartAsync([AddressOf(hub), Nginx.Nowhere], SiteOf(hub));
        using var large = new StringContent(new string('x', 70_000), Encoding.UTF8, "application/json");
        using var refused = await nginx.Client.PutAsync($"/api/v1/subscriptions/{Guid.NewGuid()}", large, TestContext.Current.CancellationToken);
        using var octets = new ByteArrayContent([.. Floods.Telegram(Floods.Kanda, 3, _now), .. Enumerable.Repeat((byte)' ', 200_000)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/telegrams") { Version = HttpVersion.Version20, Content = octets };
        request.Headers.Add("X-Feed-Key", RunningHub.FeedKey);

        using var taken = await nginx.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("accepted", await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneHubGone_TheOtherAnswersEverything()
    {
        await using var hub = await StartAsync();
        await using var gone = await StartAsync();
        await using var nginx = await Nginx.StartAsync([AddressOf(gone), AddressOf(hub)], SiteOf(hub));
        await gone.StopAsync();

        for (var i = 0; i < 10; i++)
        {
            using var page = await nginx.Client.GetAsync("/", TestContext.Current.CancellationToken);
            using var api = await nginx.Client.GetAsync("/api/v1/warnings", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, api.StatusCode));
            Assert.False(page.Headers.Contains("X-Bousai-Mirror"));
        }
    }

    [Fact]
    public async Task BothHubsGone_TheMirrorShowsTheLastPages_WithTheTimeTheyAreFrom()
    {
        await using var hub = await StartAsync();
        await using var nginx = await Nginx.StartAsync([AddressOf(hub), Nginx.Nowhere], SiteOf(hub));
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now));
        var order = (await desks.IssueDraftAsync(_now)).GetProperty("orderId").GetString()!;
        await Eventually.TrueAsync(
            async () => File.Exists(Path.Combine(SiteOf(hub), "index.html")) && (await File.ReadAllTextAsync(Path.Combine(SiteOf(hub), "index.html"))).Contains(order, StringComparison.Ordinal),
            "the mirror holds the order");
        var newest = await hub.Public.GetStringAsync("/", TestContext.Current.CancellationToken);

        await hub.StopAsync();

        using var page = await nginx.Client.GetAsync("/", TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(order, text, StringComparison.Ordinal);
        Assert.Equal(TimeOf(newest), TimeOf(text));
        Assert.NotNull(page.Content.Headers.LastModified);
        Assert.Equal("yes", Assert.Single(page.Headers.GetValues("X-Bousai-Mirror")));
        Assert.All(PolicyHeaders, name => Assert.Single(page.Headers.GetValues(name)));
        foreach (var (path, type) in new[]
        {
            ("/lite", "text/html"), ("/en/", "text/html"), ("/en/lite", "text/html"), ("/status.json", "application/json"), ("/manifest.webmanifest", "application/manifest+json"),
            ("/dist/portal.css?v=1", "text/css"), ("/service-worker.js", "text/javascript"), ("/dist/icon.svg", "image/svg+xml"),
        })
        {
            using var file = await nginx.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.OK, type), (path, file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        }

        using var post = await nginx.Client.PostAsync("/", null, TestContext.Current.CancellationToken);
        using var elsewhere = await nginx.Client.GetAsync("/nowhere", TestContext.Current.CancellationToken);
        using var api = await nginx.Client.GetAsync("/api/v1/warnings", TestContext.Current.CancellationToken);
        using var staff = await nginx.Client.GetAsync("/hq", TestContext.Current.CancellationToken);
        Assert.False(post.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, elsewhere.StatusCode);
        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.BadGateway), (api.StatusCode, staff.StatusCode));
    }

    [Fact]
    public async Task HubsThatHang_AreNotWaitedFor()
    {
        await using var hub = await StartAsync();
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = silent.LocalEndpoint.ToString()!;
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(Path.Combine(SiteOf(hub), "lite.html"))), "the mirror is written");
        await using var nginx = await Nginx.StartAsync([address, address], SiteOf(hub));
        var since = TimeProvider.System.GetTimestamp();

        using var page = await nginx.Client.GetAsync("/lite", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.Contains("X-Bousai-Mirror"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Logs_HoldNoSecretOfAResident_EvenWhenTheHubsAreGone()
    {
        await using var nginx = await Nginx.StartAsync([Nginx.Nowhere, Nginx.Nowhere], "/nonexistent");
        var secret = Guid.NewGuid().ToString();
        using var content = new StringContent("{}", new MediaTypeHeaderValue("application/json"));

        using var answer = await nginx.Client.PutAsync($"/api/v1/subscriptions/{secret}?endpoint=https://push.example.net/abc", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        await Eventually.TrueAsync(() => Task.FromResult(nginx.Logs.Contains("PUT /api/v1/subscriptions/- 502", StringComparison.Ordinal)), "the request is logged");
        Assert.DoesNotContain(secret, nginx.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain("push.example.net", nginx.Logs, StringComparison.Ordinal);
    }

    private static readonly string[] PolicyHeaders =
    [
        "Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "X-Frame-Options", "Cache-Control",
    ];

    private static Task<RunningHub> StartAsync(int signInsPerMinute = 100)
    {
        Nginx.Require();
        return RunningHub.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Hub:Proxies"] = "127.0.0.1",
            ["Limits:Trusted"] = string.Empty,
            ["Limits:SignInsPerMinute"] = $"{signInsPerMinute}",
        });
    }

    private static HubConnection Connect(Nginx nginx, HttpTransportType transport) => new HubConnectionBuilder()
        .WithUrl(new Uri(nginx.Url, "/live/public"), options =>
        {
            options.Transports = transport;
            options.HttpMessageHandlerFactory = _ => nginx.NewHandler();
            options.WebSocketConfiguration = socket => socket.RemoteCertificateValidationCallback = nginx.Trusts;
        })
        .Build();

    private static string AddressOf(RunningHub hub) => hub.Url.Authority;

    private static string SiteOf(RunningHub hub) => Path.Combine(hub.DataDirectory, "site");

    /// <summary>When a page says it is from.</summary>
    private static string TimeOf(string html)
    {
        const string Mark = "<time data-now datetime=\"";
        var at = html.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        Assert.True(at > Mark.Length, "The page says no time.");
        return html[at..html.IndexOf('"', at)];
    }
}
