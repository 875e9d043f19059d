namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>A way in which a push service fails a valid request.</summary>
public abstract record PushFault
{
    private PushFault()
    {
    }

    /// <summary>Answers with a status instead of taking the message.</summary>
    public sealed record Answer(int Status) : PushFault
    {
        /// <summary>Header fields to send along, such as <c>Retry-After</c> or <c>Location</c>.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        public string Body { get; init; } = "";
    }

    /// <summary>Takes the message after a while.</summary>
    public sealed record Slow(TimeSpan Delay) : PushFault;

    /// <summary>Reads the request and never answers.</summary>
    public sealed record Hang : PushFault;

    /// <summary>Answers with a status and a first octet of body, and never ends it.</summary>
    public sealed record EndlessBody(int Status) : PushFault;

    /// <summary>Breaks the connection without an answer.</summary>
    public sealed record Reset : PushFault;

    /// <summary>Answers 429 with the given <c>Retry-After</c>; <c>null</c> leaves it out.</summary>
    public static Answer TooMany(string? retryAfter) => new(429)
    {
        Headers = retryAfter is null ? new Dictionary<string, string>() : new() { ["Retry-After"] = retryAfter },
    };
}
