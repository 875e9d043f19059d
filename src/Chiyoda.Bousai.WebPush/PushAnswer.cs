using System.Buffers;
using System.Net;
using System.Text;

namespace Chiyoda.Bousai.WebPush;

/// <summary>Turns the answer of a push service into an outcome.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030 sections 5, 7.3 and 8.4</seealso>
internal static class PushAnswer
{
    // Enough to tell what a service complains of; the rest of an error page helps nobody.
    private const int MaxReasonOctets = 300;

    public static async Task<PushOutcome> ReadAsync(
        HttpResponseMessage response,
        PushSubscription subscription,
        PushSenderOptions options,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return new PushOutcome.Delivered(response.Headers.Location);
        }

        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return new PushOutcome.Gone();
            case HttpStatusCode.TooManyRequests:
            case HttpStatusCode.ServiceUnavailable when response.Headers.NonValidated.Contains("Retry-After"):
                return new PushOutcome.Throttled(RetryAfter.Until(response.Headers, options, now));
        }

        var reason = await ReadReasonAsync(response, subscription, cancellationToken);
        return (int)response.StatusCode >= 500 || response.StatusCode == HttpStatusCode.RequestTimeout
            ? new PushOutcome.Unreachable($"push service answered {reason}")
            : new PushOutcome.Rejected(response.StatusCode, reason);
    }

    /// <summary>The status, and what the body says in one line, the endpoint's secret taken out.</summary>
    private static async Task<string> ReadReasonAsync(
        HttpResponseMessage response, PushSubscription subscription, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxReasonOctets);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(
                buffer.AsMemory(0, MaxReasonOctets), MaxReasonOctets, throwOnEndOfStream: false, cancellationToken);
            var words = Encoding.UTF8.GetString(buffer, 0, length)
                .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            var text = new string([.. string.Join(' ', words).Where(c => !char.IsControl(c))]);
            return $"{(int)response.StatusCode} {Conceal(text, subscription.Endpoint)}".TrimEnd();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The status is the answer; a body that never ends must not turn it into silence.
            return $"{(int)response.StatusCode}";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Leaves out a text that names the endpoint, whole or cut. What makes an endpoint a secret is its last path
    /// segment, or its query.</summary>
    private static string Conceal(string text, Uri endpoint) =>
        Names(text, endpoint.Segments[^1].Trim('/')) || Names(text, endpoint.Query) ? "(names the endpoint)" : text;

    private static bool Names(string text, string secret) =>
        secret.Length > 0 && text.AsSpan().Contains(secret.AsSpan(0, Math.Min(secret.Length, 16)), StringComparison.Ordinal);
}
