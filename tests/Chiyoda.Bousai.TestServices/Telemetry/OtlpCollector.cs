using System.Collections.Concurrent;
using System.Text;
using Chiyoda.Bousai.TestServices.PushService.Gcm;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.TestServices.Telemetry;

/// <summary>
/// A collector on loopback that takes OTLP over HTTP as protocol buffers, and tells what it was sent.
/// https://opentelemetry.io/docs/specs/otlp/#otlphttp, field numbers by opentelemetry-proto 1.x.
/// </summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Unit, string Scope)> _metrics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _spans = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<byte[]> _octets = [];

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.MapPost("/v1/metrics", context => TakeAsync(context, Metrics));
        _app.MapPost("/v1/traces", context => TakeAsync(context, Spans));
    }

    public Uri Url => new(_app.Urls.First());

    /// <summary>Names of metrics with their unit and the meter they are of.</summary>
    public IReadOnlyDictionary<string, (string Unit, string Scope)> MetricNames => _metrics;

    /// <summary>Names of spans, and how many came.</summary>
    public IReadOnlyDictionary<string, int> SpanNames => _spans;

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Whether any octets that came hold a text.</summary>
    public bool Holds(string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        return _octets.Any(octets => octets.AsSpan().IndexOf(sought) >= 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, Action<ProtoReader> read)
    {
        if (context.Request.ContentType != "application/x-protobuf")
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var octets = body.ToArray();
        _octets.Enqueue(octets);
        read(new ProtoReader(octets));
        context.Response.ContentType = "application/x-protobuf";
    }

    private void Metrics(ProtoReader request)
    {
        foreach (var scope in request.Messages(1).SelectMany(resource => resource.Messages(2)))
        {
            var name = scope.Messages(1).FirstOrDefault()?.Text(1) ?? string.Empty;
            foreach (var metric in scope.Messages(2))
            {
                _metrics[metric.Text(1) ?? string.Empty] = (metric.Text(3) ?? string.Empty, name);
            }
        }
    }

    private void Spans(ProtoReader request)
    {
        foreach (var span in request.Messages(1).SelectMany(resource => resource.Messages(2)).SelectMany(scope => scope.Messages(2)))
        {
            _spans.AddOrUpdate(span.Text(5) ?? string.Empty, 1, (_, count) => count + 1);
        }
    }
}
