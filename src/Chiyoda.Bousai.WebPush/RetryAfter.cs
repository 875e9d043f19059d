using System.Net.Http.Headers;

namespace Chiyoda.Bousai.WebPush;

/// <summary>Reads how long a push service asks us to wait, in seconds or as a date, and keeps it within bounds.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110 section 10.2.3</seealso>
internal static class RetryAfter
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static DateTimeOffset Until(HttpResponseHeaders headers, PushSenderOptions options, DateTimeOffset now)
    {
        var pause = Asked(headers, now) ?? options.DefaultRetryAfter;
        return now + (pause < Least ? Least : pause > options.MaxRetryAfter ? options.MaxRetryAfter : pause);
    }

    /// <returns>What was asked, however absurd; <c>null</c> when nothing readable was.</returns>
    private static TimeSpan? Asked(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.RetryAfter is { } asked)
        {
            // A date is meant by the service's own clock, which it tells in the same answer.
            return asked.Delta ?? (asked.Date - (headers.Date ?? now));
        }

        // More seconds than the parser holds is still a readable wish: the longest pause there is.
        return headers.NonValidated.TryGetValues("Retry-After", out var values)
            && values.ToString() is { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? TimeSpan.MaxValue
            : null;
    }
}
