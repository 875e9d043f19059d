using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>JMA's lists of telegrams (Atom), which are asked again and again. Off unless somebody turns them on.</summary>
internal sealed class JmaFeedOptions
{
    public const string Section = "JmaFeeds";

    /// <summary>Whether this deployment asks them. An exercise takes no live feed: there it needs a <see cref="Base"/> of one's own.</summary>
    public bool Enabled { get; init; }

    /// <summary>The folder of the lists, ending in «/»; https, or http to this machine in an exercise.</summary>
    public string Base { get; init; } = "https://www.data.jma.go.jp/developer/xml/feed/";

    /// <summary>The lists, separated by commas: <c>x</c> stands for <c>x.xml</c> (last ten minutes) and <c>x_l.xml</c> (several days).</summary>
    [RegularExpression(@"^\s*[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*\s*$", ErrorMessage = "extra,eqvol のように「,」で区切ってください。 (Takes names like extra,eqvol.)")]
    public string Feeds { get; init; } = "extra,eqvol,other,regular";

    /// <summary>The source of <c>ward.json</c> that is heard by them.</summary>
    [Required]
    public string Source { get; init; } = "jma-xml";

    /// <summary>Hosts, separated by commas, that telegrams may lie on beside the lists' own.</summary>
    public string Hosts { get; init; } = string.Empty;

    /// <summary>How often each short list is asked, 30 s – 2 min, and below <c>Feeds:SilentAfter</c>; JMA renews them every minute.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:02:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most that a round waits at random, so that not every client asks at the full minute, 0 – 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an answer may take from question to last octet, 0.2 s – 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause after failures, 1 – 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "00:30:00")]
    public TimeSpan PauseAtMost { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What the short lists are sure to hold; after a longer gap the long ones are read, 1 – 60 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan ShortHolds { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What the long lists are sure to hold («several days»): a longer gap is not closed by them alone, 1 h – 14 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00")]
    public TimeSpan LongHolds { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How often the long lists are read without a gap, 1 – 24 h.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "1.00:00:00")]
    public TimeSpan ResyncEvery { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Octets a day (in Japan) over all lists and telegrams, 1 MB – 9 GB: JMA cuts off who takes about 10 GB.</summary>
    [Range(1_000_000L, 9_000_000_000L)]
    public long OctetsPerDay { get; init; } = 5_000_000_000;

    /// <summary>Telegrams fetched in one round of one list, 1 – 5,000; the others wait for the next.</summary>
    [Range(1, 5000)]
    public int TelegramsPerRound { get; init; } = 300;

    /// <summary>Whether bulletins of other prefectures' offices are fetched too.</summary>
    public bool AllOffices { get; init; }

    /// <summary>How we name ourselves; JMA asks for it.</summary>
    [Required]
    public string UserAgent { get; init; } = "Chiyoda.Bousai/1.0";

    public IReadOnlyList<string> Names => Split(Feeds);

    public IReadOnlyList<string> OtherHosts => Split(Hosts);

    public Uri AddressOf(string list) => new(new Uri(Base, UriKind.Absolute), $"{list}.xml");

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
