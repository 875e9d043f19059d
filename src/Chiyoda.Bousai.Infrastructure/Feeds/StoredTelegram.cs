using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>A telegram as it came: the octets, and what reading them gave. Nothing that came in is ever dropped but the octets of a 集約通報 that a newer one replaced.</summary>
public sealed class StoredTelegram
{
    private StoredTelegram()
    {
    }

    public StoredTelegram(Guid id, string source, byte[] octets, long length, byte[] sha256, DateTimeOffset receivedAt)
    {
        Id = id;
        Source = source;
        Octets = octets;
        Length = length;
        Sha256 = sha256;
        ReceivedAt = receivedAt;
    }

    public Guid Id { get; private set; }

    /// <summary>How it came in: post, folder.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>The octets; of one over the reading limit only the first part is kept, of a replaced 集約通報 none, see <see cref="Length"/>.</summary>
    public byte[] Octets { get; private set; } = [];

    /// <summary>Octets that came.</summary>
    public long Length { get; private set; }

    /// <summary>Hash of all octets that came: the identity of the bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>Of a restamped telegram the hash of the original, lower-case hexadecimal; empty for one taken as it came.</summary>
    public string OriginalSha256 { get; init; } = string.Empty;

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the same octets last came again and were still the newest of their kind; <see langword="null"/> when they did not.</summary>
    public DateTimeOffset? RepeatedAt { get; set; }

    public TelegramOutcome Outcome { get; set; } = TelegramOutcome.Pending;

    /// <summary>Refusal code of an unreadable one; empty otherwise.</summary>
    public string RefusalCode { get; set; } = string.Empty;

    public string Type { get; set; } = string.Empty;

    public string Title { get; set; } = string.Empty;

    public string Headline { get; set; } = string.Empty;

    public TelegramStatus? Status { get; set; }

    public InfoType? InfoType { get; set; }

    public string EventId { get; set; } = string.Empty;

    /// <summary>As its issuer dates it, also where that cannot be, see <see cref="IsAhead"/>.</summary>
    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>Dated further ahead of its receipt than clocks differ: in live it counts as reported when it was received.</summary>
    public bool IsAhead => IsDatedAhead(ReportedAt, ReceivedAt);

    /// <summary>Older than 24 h at receipt.</summary>
    public bool IsLate { get; set; }

    /// <summary>Oddities for the operator.</summary>
    public IReadOnlyList<string> Notices { get; set; } = [];

    /// <summary>How often working it out failed; see the sweep.</summary>
    public int Attempts { get; set; }

    public static bool IsDatedAhead(DateTimeOffset? reportedAt, DateTimeOffset receivedAt) => reportedAt - receivedAt > WarningPolicy.LiveAhead;

    public override string ToString() => $"telegram {Id}";
}

/// <summary>What became of a telegram.</summary>
public enum TelegramOutcome
{
    /// <summary>Stored, not worked out yet.</summary>
    Pending,

    /// <summary>Read; something in it concerns the ward.</summary>
    Accepted,

    /// <summary>Not a telegram that can be read; shown to staff.</summary>
    Unreadable,

    /// <summary>Read; nothing in it concerns the ward.</summary>
    Irrelevant,
}
