namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Why an address gave nothing, as staff and programs are told; listed in <c>ERRORS.md</c>.</summary>
internal static class FeedFaults
{
    public static readonly string TimedOut = Fault("feeds.timed-out");
    public static readonly string Unreachable = Fault("feeds.unreachable");
    public static readonly string CutShort = Fault("feeds.cut-short");
    public static readonly string Redirected = Fault("feeds.redirected");
    public static readonly string Packing = Fault("feeds.packing");
    public static readonly string Budget = Fault("feeds.budget");
    public static readonly string LinkElsewhere = Fault("feeds.link-elsewhere");
    public static readonly string LinkInsecure = Fault("feeds.link-insecure");
    public static readonly string LinkMalformed = Fault("feeds.link-malformed");

    /// <summary>Asked for the status of a live hub, something else answered.</summary>
    public static readonly string NotLive = Fault("feeds.not-live");

    /// <summary>A status that held too long ago.</summary>
    public static readonly string OldStatus = Fault("feeds.old-status");

    /// <summary>A live hub that names nothing real, and does not know whether there is anything.</summary>
    public static readonly string LiveUnknown = Fault("feeds.live-unknown");

    private static readonly string Status = Fault("feeds.status");

    /// <summary>Another status than 200 and 304: <c>feeds.status-503</c>.</summary>
    public static string OfStatus(int status) => $"{Status}-{status}";

    private static string Fault(string code) => code;
}
