using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Feeds of alerts of the Common Alerting Protocol (Atom or RSS) from services abroad: information for staff, ground for nothing. Off unless an address is given.</summary>
internal sealed class ForeignAlertOptions
{
    public const string Section = "ForeignAlerts";

    /// <summary>Addresses of the lists, separated by blanks; empty = off. https, or http to this machine in an exercise.</summary>
    public string Addresses { get; init; } = string.Empty;

    /// <summary>Hosts, separated by blanks, that alerts may lie on beside their list's own.</summary>
    public string Hosts { get; init; } = string.Empty;

    /// <summary>The source of <c>ward.json</c> that is heard by them.</summary>
    [Required]
    public string Source { get; init; } = "cap";

    /// <summary>How often each list is asked, 1 – 2 min, and below <c>Feeds:SilentAfter</c>; an unchanged list costs a few octets.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "00:02:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an answer may take from question to last octet, 0.2 s – 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Octets a day (in Japan) over all lists and alerts, 1 MB – 9 GB.</summary>
    [Range(1_000_000L, 9_000_000_000L)]
    public long OctetsPerDay { get; init; } = 500_000_000;

    /// <summary>Alerts fetched in one round of one list, 1 – 1,000; the others wait for the next.</summary>
    [Range(1, 1000)]
    public int AlertsPerRound { get; init; } = 100;

    public bool IsOn => List.Count > 0;

    public IReadOnlyList<string> List => Split(Addresses);

    public IReadOnlyList<string> OtherHosts => Split(Hosts);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
