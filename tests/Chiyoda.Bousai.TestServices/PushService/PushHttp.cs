using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>Answers what application servers post, as RFC 8030 has it.</summary>
internal sealed class PushHttp(PushLedger ledger, TimeProvider clock)
{
    private readonly VapidRules _vapid = new();

    public async Task HandleAsync(HttpContext context, string token)
    {
        var body = await ReadBodyAsync(context);
        var headers = context.Request.Headers.ToDictionary(
            h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var endpoint = ledger.Find(token);
        var now = clock.GetUtcNow();
        var request = new RecordedRequest
        {
            Endpoint = endpoint,
            ReceivedAt = now,
            Protocol = context.Request.Protocol,
            Headers = headers,
            Body = body,
            Refusal = FindRefusal(endpoint, headers, body, now),
        };

        using var inFlight = ledger.Enter(request);
        try
        {
            if (ledger.Gate is { } gate)
            {
                await gate.PassAsync(context.RequestAborted);
            }

            await AnswerAsync(context, request);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender gave up or the service stops: nobody is left to answer.
        }
    }

    private PushRefusal? FindRefusal(PushEndpoint? endpoint, Dictionary<string, string> headers, byte[] body, DateTimeOffset now) =>
        endpoint is null
            ? new PushRefusal(404, "no such subscription")
            : endpoint.IsGone
                ? new PushRefusal(410, "subscription was given up")
                : PushRequestRules.FindRefusal(headers, body)
                    ?? _vapid.FindRefusal(
                        headers.GetValueOrDefault("Authorization"), endpoint.Audiences, endpoint.ApplicationServerKey, now);

    private async Task AnswerAsync(HttpContext context, RecordedRequest request)
    {
        if (request.Refusal is { } refusal)
        {
            await WriteAsync(context, request, refusal.Status, refusal.Reason);
            return;
        }

        switch (request.Endpoint!.TakeFault())
        {
            case PushFault.Answer answer:
                foreach (var (name, value) in answer.Headers)
                {
                    context.Response.Headers[name] = value;
                }

                await WriteAsync(context, request, answer.Status, answer.Body);
                return;
            case PushFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.RequestAborted);
                return;
            case PushFault.EndlessBody endless:
                context.Response.ContentLength = 1000;
                await WriteAsync(context, request, endless.Status, "…");
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.RequestAborted);
                return;
            case PushFault.Reset:
                context.Abort();
                return;
            case PushFault.Slow slow:
                await Task.Delay(slow.Delay, clock, context.RequestAborted);
                break;
        }

        Accept(context, request);
    }

    private void Accept(HttpContext context, RecordedRequest request)
    {
        var seconds = PushRequestRules.ReadTtl(request.Headers)!.Value;
        var message = new StoredMessage(
            Guid.NewGuid().ToString("N"),
            request.Body,
            TimeSpan.FromSeconds(seconds),
            request.Header("Urgency"),
            request.Header("Topic"),
            request.Protocol,
            request.ReceivedAt);
        context.Response.Headers.Location = UriHelper.BuildAbsolute(
            context.Request.Scheme, context.Request.Host, path: $"/message/{message.Id}");
        context.Response.Headers["TTL"] = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status201Created;
        request.Status = StatusCodes.Status201Created;
        request.Endpoint!.Accept(message);
    }

    private static Task WriteAsync(HttpContext context, RecordedRequest request, int status, string text)
    {
        request.Status = status;
        context.Response.StatusCode = status;
        return text.Length > 0 ? context.Response.WriteAsync(text, context.RequestAborted) : Task.CompletedTask;
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }
}
