using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chiyoda.Bousai.TestServices.Staff;

/// <summary>
/// A carrier of SMS and voice on 127.0.0.1, strict: it believes a signature made over time and body with its secret, not older than five minutes; it
/// wants the key of the header to be the id of the body; and it sends a key once.
/// </summary>
public sealed class LocalWebhook : IAsyncDisposable
{
    public const string Secret = "a-webhook-secret-for-tests";

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly ConcurrentQueue<CarriedCall> _calls = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<string, byte> _keys = new(StringComparer.Ordinal);

    private LocalWebhook(WebApplication app, TimeProvider clock)
    {
        (_app, _clock) = (app, clock);
        app.Run(TakeAsync);
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>What was carried, each key once.</summary>
    public IReadOnlyList<CarriedCall> Calls => [.. _calls];

    /// <summary>Requests that repeated a key that was carried.</summary>
    public int Repeats { get; private set; }

    public IReadOnlyList<string> Faults => [.. _faults];

    /// <summary>Status of the answer, when it is not 202: nothing is carried then.</summary>
    public int? Status { get; set; }

    /// <summary>When set, calls are carried and the answer waits for it: as when the sender dies in between.</summary>
    public Task AnswerAfter { get; set; } = Task.CompletedTask;

    public static async Task<LocalWebhook> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new LocalWebhook(builder.Build(), clock ?? TimeProvider.System);
        await server._app.StartAsync();
        server.Url = new Uri(new Uri(server._app.Urls.First()), "/calls");
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var body = copy.ToArray();
        if (FaultOf(context.Request, body) is { } fault)
        {
            _faults.Enqueue(fault);
            context.Response.StatusCode = 400;
            return;
        }

        if (Status is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var call = JsonDocument.Parse(body).RootElement;
        if (_keys.TryAdd(call.GetProperty("id").GetString()!, 0))
        {
            _calls.Enqueue(new CarriedCall(
                call.GetProperty("id").GetString()!, call.GetProperty("means").GetString()!, call.GetProperty("to").GetString()!, call.GetProperty("text").GetString()!));
        }
        else
        {
            Repeats++;
        }

        await AnswerAfter.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = 202;
    }

    private string? FaultOf(HttpRequest request, byte[] body)
    {
        if (request.Method != "POST" || request.Path != "/calls" || request.ContentType != "application/json")
        {
            return $"{request.Method} {request.Path} {request.ContentType}";
        }

        var parts = request.Headers["X-Bousai-Signature"].ToString().Split(',');
        if (parts is not [['t', '=', .. var time], ['v', '1', '=', .. var mac]] || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return "no signature";
        }

        var signed = Encoding.UTF8.GetBytes(time + ".").Concat(body).ToArray();
        if (Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)) != mac)
        {
            return "wrong signature";
        }

        if ((_clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() > GoodFor)
        {
            return "old signature";
        }

        var call = JsonDocument.Parse(body).RootElement;
        return call.GetProperty("id").GetString() != request.Headers["Idempotency-Key"] ? "the key is not the id"
            : call.GetProperty("means").GetString() is not ("sms" or "voice") ? "unknown means"
            : null;
    }
}

/// <summary>What was carried.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Means">sms or voice.</param>
/// <param name="To">The number.</param>
/// <param name="Text">What was said.</param>
public sealed record CarriedCall(string Id, string Means, string To, string Text);
