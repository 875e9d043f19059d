using System.Net;

namespace Chiyoda.Bousai.WebPush;

/// <summary>What became of one message to one subscription. Exactly one of the nested records.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030 section 5</seealso>
public abstract record PushOutcome
{
    private PushOutcome()
    {
    }

    /// <summary>The push service has taken the message (2xx). Whether a device showed it is not known from this.</summary>
    /// <param name="Location">Where the service keeps the message (RFC 8030 section 5); <c>null</c> when it does not say.</param>
    public sealed record Delivered(Uri? Location) : PushOutcome;

    /// <summary>The subscription is no more (404 or 410, RFC 8030 section 7.3): drop it.</summary>
    public sealed record Gone : PushOutcome;

    /// <summary>The push service asks for less (429, or 503 with a <c>Retry-After</c>; RFC 8030 section 8.4).</summary>
    /// <param name="Until">Nothing should be sent to this origin before; at least a second ahead, and capped by
    /// <see cref="PushSenderOptions.MaxRetryAfter"/> so that no service can silence us.</param>
    public sealed record Throttled(DateTimeOffset Until) : PushOutcome;

    /// <summary>Sending the same again would be answered the same: a refusal by the push service (3xx, 4xx), or by our own
    /// <see cref="EndpointPolicy"/> before anything was sent. The subscription is kept: 401 and 403 speak of our keys, and
    /// dropping on them would lose every resident to one misconfiguration.</summary>
    /// <param name="Status">The answer's status; <c>null</c> when nothing was sent.</param>
    /// <param name="Reason">For staff and logs: one line, never the endpoint.</param>
    public sealed record Rejected(HttpStatusCode? Status, string Reason) : PushOutcome;

    /// <summary>No usable answer: no connection, time-out, or a fault of the push service (5xx, 408). Worth another try.
    /// The message may have been taken all the same; the same topic makes a repeat harmless.</summary>
    /// <param name="Reason">For staff and logs: one line, never the endpoint.</param>
    public sealed record Unreachable(string Reason) : PushOutcome;
}
