using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.Browser.Tests.Push;

/// <summary>A page that subscribes and a worker that shows what it is pushed and tells this site so: the least that a
/// browser needs to prove that a message reached a person.</summary>
internal sealed class PushSite : IAsyncDisposable
{
    private const string PageMarkup =
        """
        <!doctype html><html lang="ja"><meta charset="utf-8"><title>push</title>
        <h1>push</h1><label>place <input id="place"></label><button id="go" onclick="done.textContent = place.value">go</button>
        <output id="done">not yet</output><button id="fail" onclick="missing.textContent = this.id; nowhere()">fail</button><p id="missing"></p>
        <style>@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } }</style>
        """;

    private const string WorkerScript =
        """
        self.addEventListener('install', () => self.skipWaiting());
        self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
        self.addEventListener('push', event => event.waitUntil((async () => {
          const { notification } = event.data.json();
          await self.registration.showNotification(notification.title,
            { body: notification.body, tag: notification.tag, lang: notification.lang });
          await fetch('/shown', { method: 'POST', body: JSON.stringify(notification) });
        })()));
        """;

    private readonly WebApplication _app;
    private readonly Channel<ShownNotification> _shown;

    private PushSite(WebApplication app, Channel<ShownNotification> shown)
    {
        _app = app;
        _shown = shown;
        Url = new Uri(app.Urls.Single());
    }

    public Uri Url { get; }

    public static async Task<PushSite> StartAsync()
    {
        var shown = Channel.CreateUnbounded<ShownNotification>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, shown.Writer));
        await app.StartAsync();
        return new PushSite(app, shown);
    }

    /// <summary>Waits for the worker to say that it has shown the notification with this tag, whatever else it shows before.</summary>
    public async Task<ShownNotification> WaitForShownAsync(string tag, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        await foreach (var shown in _shown.Reader.ReadAllAsync(limit.Token))
        {
            if (shown.Tag == tag)
            {
                return shown;
            }
        }

        throw new TimeoutException($"The worker showed nothing tagged {tag}.");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, ChannelWriter<ShownNotification> shown)
    {
        switch (context.Request.Path.Value)
        {
            case "/":
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(PageMarkup);
                break;
            case "/worker.js":
                context.Response.ContentType = "text/javascript; charset=utf-8";
                await context.Response.WriteAsync(WorkerScript);
                break;
            case "/shown":
                var told = await JsonSerializer.DeserializeAsync<ShownNotification>(context.Request.Body, JsonSerializerOptions.Web);
                await shown.WriteAsync(told!);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
