namespace Chiyoda.Bousai.WebPush;

/// <summary>How push messages are sent. The defaults are safe; only <see cref="Subject"/> must be given.</summary>
public sealed class PushSenderOptions
{
    /// <summary>Whom a push service may write to about what we send: a <c>mailto:</c> or <c>https:</c> URL
    /// (RFC 8292 section 2.1).</summary>
    public string Subject { get; set; } = "";

    /// <summary>How long one message may take from first octet to answer, connecting included. 100 ms to 2 min; default 15 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long connecting to one push service may take, all its addresses together. 100 ms to 1 min; default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause a push service can ask of us; one that asks for more is obeyed this long. 1 s to 1 h;
    /// default 2 min.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause after a 429 that names none. 1 s up to <see cref="MaxRetryAfter"/>; default 10 s.</summary>
    public TimeSpan DefaultRetryAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most connections to one origin, 1 to 1024; default 64. Over HTTP/1.1 this bounds the messages in flight;
    /// over HTTP/2 each connection carries as many as the service allows.</summary>
    public int MaxConnectionsPerOrigin { get; set; } = 64;

    /// <summary>The only hosts endpoints may name: <c>push.example.net</c>, or <c>*.example.net</c> for every name below.
    /// Empty, the default, allows every public host.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Takes endpoints at 127.0.0.1, [::1] and localhost, by http (spoken in HTTP/1.1) or https. Default <c>false</c>;
    /// for exercises and tests on one machine.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Origins whose messages go elsewhere. Empty by default; for tests.</summary>
    public IList<OriginRewrite> OriginRewrites { get; } = [];

    /// <summary>Names every setting that is wrong, for the check at start.</summary>
    /// <returns>One sentence per problem, each opening with the property's name; empty when all is well.</returns>
    public IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        void Require(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }

        Require(VapidSigner.IsSubject(Subject), $"{nameof(Subject)} must be a mailto: or https: URL.");
        Require(IsWithin(RequestTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(2)), $"{nameof(RequestTimeout)} must be 100 ms to 2 min.");
        Require(IsWithin(ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)), $"{nameof(ConnectTimeout)} must be 100 ms to 1 min.");
        Require(IsWithin(MaxRetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), $"{nameof(MaxRetryAfter)} must be 1 s to 1 h.");
        Require(IsWithin(DefaultRetryAfter, TimeSpan.FromSeconds(1), MaxRetryAfter), $"{nameof(DefaultRetryAfter)} must be 1 s up to {nameof(MaxRetryAfter)}.");
        Require(MaxConnectionsPerOrigin is >= 1 and <= 1024, $"{nameof(MaxConnectionsPerOrigin)} must be 1 to 1024.");
        Require(AllowedHosts.All(IsHostPattern), $"{nameof(AllowedHosts)} must be host names, or *. followed by one.");
        Require(OriginRewrites.All(r => IsOrigin(r.From) && IsOrigin(r.To)), $"{nameof(OriginRewrites)} must pair http or https origins without a path.");
        Require(
            OriginRewrites.Where(r => IsOrigin(r.From)).GroupBy(r => WebOrigin.Of(r.From!)).All(same => same.Count() == 1),
            $"{nameof(OriginRewrites)} must name each origin once.");
        return problems;
    }

    internal void ThrowIfUnusable()
    {
        if (FindProblems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(" ", problems));
        }
    }

    private static bool IsWithin(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;

    private static bool IsHostPattern(string pattern) =>
        Uri.CheckHostName(pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern) == UriHostNameType.Dns;

    private static bool IsOrigin(Uri? url) =>
        url is { IsAbsoluteUri: true, PathAndQuery: "/", UserInfo: "" }
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
}
