using System.Net;
using System.Security.Cryptography.X509Certificates;
using Chiyoda.Bousai.TestServices.PushService.Autopush;
using Chiyoda.Bousai.TestServices.PushService.Gcm;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>
/// A push service on 127.0.0.1: strict where the real ones are, for senders (RFC 8030), for Firefox (its websocket) and for
/// Chromium (check-in, registration, message stream). Every port is a free one.
/// </summary>
public sealed class LocalPushService : IAsyncDisposable
{
    /// <summary>The origins that Chromium builds into its endpoints; a sender under test rewrites them to <see cref="Origin"/>.
    /// The first is that of unbranded builds, which is handed out here.</summary>
    public static readonly IReadOnlyList<Uri> ChromiumOrigins = [new("https://jmt17.google.com"), new("https://fcm.googleapis.com")];

    private const int MostBodyOctets = 64 * 1024;

    private readonly WebApplication _app;
    private readonly PushLedger _ledger;

    private LocalPushService(WebApplication app, PushLedger ledger, X509Certificate2 certificate)
    {
        _app = app;
        _ledger = ledger;
        Certificate = certificate;
        var ports = app.Urls.Select(url => new Uri(url)).ToArray();
        (Origin, SecureOrigin, MessageStream) = (ports[0], ports[1], ports[2]);
    }

    /// <summary><c>http://127.0.0.1:port</c>, spoken to in HTTP/1.1.</summary>
    public Uri Origin { get; }

    /// <summary><c>https://127.0.0.1:port</c>, spoken to in HTTP/2 or HTTP/1.1, under <see cref="Certificate"/>.</summary>
    public Uri SecureOrigin { get; }

    /// <summary>Where Chromium keeps its connection open.</summary>
    public Uri MessageStream { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>base64(SHA-256(SubjectPublicKeyInfo)) of <see cref="Certificate"/>.</summary>
    public string CertificateHash => LoopbackCertificate.SubjectPublicKeyHash(Certificate);

    /// <summary>Every message posted so far, in order of arrival; empty when requests are not kept.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _ledger.Requests;

    public int RequestCount => _ledger.RequestCount;

    /// <summary>The most requests that were being answered at one moment.</summary>
    public int MostInFlight => _ledger.MostInFlight;

    /// <summary>What Firefox told about messages and subscriptions.</summary>
    public IReadOnlyList<BrowserReport> BrowserReports => _ledger.Reports;

    public static async Task<LocalPushService> StartAsync(LocalPushServiceOptions? options = null)
    {
        options ??= new LocalPushServiceOptions();
        var certificate = LoopbackCertificate.Create(options.Clock.GetUtcNow());
        var ledger = new PushLedger(options.Clock, options.KeepRequests);
        var gcm = new GcmHttp(ledger, options.Clock);
        var push = new PushHttp(ledger, options.Clock);

        // Empty: neither configuration files nor variables of the program under test may move the ports.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyOctets;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificate);
            });
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.UseHttps(certificate);
                listen.Run(connection => new McsConnection(ledger, gcm, options.Clock, connection).RunAsync());
            });
        });

        var app = builder.Build();
        app.UseWebSockets();
        app.Run(context => RouteAsync(context, ledger, gcm, push));
        await app.StartAsync();
        return new LocalPushService(app, ledger, certificate);
    }

    /// <summary>A subscriber that reads what arrives, without a browser.</summary>
    /// <param name="applicationServerKey">The key its subscription is tied to; <c>null</c> takes any.</param>
    /// <param name="keys">Keys to share between subscribers; <c>null</c> makes a pair.</param>
    /// <param name="secure">At <see cref="SecureOrigin"/> instead of <see cref="Origin"/>.</param>
    public Subscriber NewSubscriber(string? applicationServerKey = null, SubscriberKeys? keys = null, bool secure = false)
    {
        var origin = secure ? SecureOrigin : Origin;
        var endpoint = _ledger.Add(
            token => new Uri(origin, $"/wpush/v2/{token}"), applicationServerKey, [origin.GetLeftPart(UriPartial.Authority)]);
        return new Subscriber(endpoint, keys ?? SubscriberKeys.Generate());
    }

    /// <summary>The endpoint behind a subscription that a browser made.</summary>
    public PushEndpoint Find(Uri url) =>
        _ledger.Find(url.Segments[^1]) ?? throw new ArgumentException($"{url} is not an endpoint of this service.", nameof(url));

    /// <summary>Holds every request from now on until the gate is opened or disposed.</summary>
    public PushGate Hold()
    {
        var gate = new PushGate();
        _ledger.Gate = gate;
        return gate;
    }

    /// <summary>Waits until so many messages were posted, answered or not.</summary>
    public Task WaitForRequestsAsync(int count, TimeSpan timeout) =>
        _ledger.Changed.WaitUntilAsync(() => RequestCount >= count, timeout, () => $"{count} requests; there were {RequestCount}");

    /// <summary>Waits for what Firefox tells about a message or subscription.</summary>
    public async Task<BrowserReport> WaitForReportAsync(Func<BrowserReport, bool> isMeant, TimeSpan timeout)
    {
        await _ledger.Changed.WaitUntilAsync(
            () => BrowserReports.Any(isMeant), timeout, () => $"a report; there were {string.Join(", ", BrowserReports)}");
        return BrowserReports.First(isMeant);
    }

    public async ValueTask DisposeAsync()
    {
        _ledger.Gate?.Open();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        Certificate.Dispose();
    }

    private static Task RouteAsync(HttpContext context, PushLedger ledger, GcmHttp gcm, PushHttp push)
    {
        var path = context.Request.Path.Value ?? "/";
        if (context.WebSockets.IsWebSocketRequest)
        {
            return AcceptFirefoxAsync(context, ledger);
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        return path switch
        {
            "/checkin" => gcm.CheckInAsync(context),
            "/register" => gcm.RegisterAsync(context),
            _ => push.HandleAsync(context, path[(path.LastIndexOf('/') + 1)..]),
        };
    }

    private static async Task AcceptFirefoxAsync(HttpContext context, PushLedger ledger)
    {
        var wanted = context.WebSockets.WebSocketRequestedProtocols.Contains("push-notification") ? "push-notification" : null;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(wanted);
        var origin = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await new AutopushConnection(ledger, socket, origin).RunAsync(stopping);
    }
}
