using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>
/// SMS and voice by a webhook: <c>POST</c> of <c>{"id","means","to","text","madeAt"}</c>, signed with HMAC-SHA-256 over time and body
/// (<c>X-Bousai-Signature: t=&lt;unix seconds&gt;,v1=&lt;hex&gt;</c>). The receiver takes an <c>Idempotency-Key</c> once and answers 2xx when it has.
/// </summary>
public sealed class WebhookChannel : IStaffChannel, IDisposable
{
    public const string SignatureHeader = "X-Bousai-Signature";

    public const string KeyHeader = "Idempotency-Key";

    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(2);

    private readonly CallOutOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public WebhookChannel(IOptions<CallOutOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _clock = clock;

        // No redirects: the signature is for one receiver. No proxy and no cookies: nothing stands between.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), MaxResponseHeadersLength = 16 })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 16 * 1024,
        };
    }

    public bool IsConnected => _options.Webhook.Url is not null;

    public bool Carries(DutyMeans means) => means is DutyMeans.Sms or DutyMeans.Voice;

    /// <summary>The signature of a body at a time, as the receiver has to make it too.</summary>
    public static string Sign(string secret, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var time = Encoding.ASCII.GetBytes(unixSeconds.ToString(CultureInfo.InvariantCulture) + ".");
        byte[] signed = [.. time, .. body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return string.Create(CultureInfo.InvariantCulture, $"t={unixSeconds},v1={Convert.ToHexStringLower(hash)}");
    }

    public async Task<DeliveryOutcome> SendAsync(StaffMessage message, DutyContact contact, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { id = message.Id, means = contact.Means, to = contact.Address, text = $"{message.Subject}\n{message.Body}", madeAt = message.MadeAt }, BousaiJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(KeyHeader, message.Id.ToString("D"));
        request.Headers.Add(SignatureHeader, Sign(_options.Webhook.Secret, _clock.GetUtcNow().ToUnixTimeSeconds(), body));
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(_options.SendWithin);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, within.Token);
            return OutcomeOf(answer);
        }
        catch (HttpRequestException)
        {
            return new DeliveryOutcome(DeliveryMark.Unreachable, Reason: "webhook-unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome(DeliveryMark.Unreachable, Reason: "webhook-timed-out");
        }
    }

    public void Dispose() => _http.Dispose();

    private DeliveryOutcome OutcomeOf(HttpResponseMessage answer)
    {
        var reason = $"webhook-{(int)answer.StatusCode}";
        if (answer.IsSuccessStatusCode)
        {
            return new DeliveryOutcome(DeliveryMark.Accepted);
        }

        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter?.Delta is { } pause)
        {
            return new DeliveryOutcome(DeliveryMark.Throttled, _clock.GetUtcNow() + (pause < MaxPause ? pause : MaxPause), reason);
        }

        return (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            ? new DeliveryOutcome(DeliveryMark.Unreachable, Reason: reason)
            : new DeliveryOutcome(DeliveryMark.Rejected, Reason: reason);
    }
}
