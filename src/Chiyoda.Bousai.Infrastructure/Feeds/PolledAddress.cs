namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>An address that the hub asks again and again: what it said last, and when it may be asked again. Every node reads and writes the same row.</summary>
public sealed class PolledAddress
{
    private PolledAddress()
    {
    }

    public PolledAddress(string id, string sourceId) => (Id, SourceId) = (id, sourceId);

    /// <summary>Source and list, for example <c>jma-xml/extra_l</c>.</summary>
    public string Id { get; private set; } = string.Empty;

    public string SourceId { get; private set; } = string.Empty;

    /// <summary>Validators of the last answer that was read whole, to ask only for what is newer; empty without.</summary>
    public string ETag { get; set; } = string.Empty;

    public string LastModified { get; set; } = string.Empty;

    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>The last valid answer, 304 too.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When its issuer renewed it, by the issuer's clock.</summary>
    public DateTimeOffset? RenewedAt { get; set; }

    /// <summary>The first failure since the last valid answer.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Failures since the last valid answer.</summary>
    public int Failures { get; set; }

    /// <summary>Code of the last failure; empty when the last answer was valid.</summary>
    public string Error { get; set; } = string.Empty;

    /// <summary>The last entry that was refused, and why; it stays until a person has seen to it or 24 h are over.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    public string Refusal { get; set; } = string.Empty;

    public DateTimeOffset NextAt { get; set; }

    /// <summary>What <see cref="NextAt"/> becomes when whoever has it in hand gives it back; not stored, since somebody may wish it sooner meanwhile.</summary>
    public DateTimeOffset? PausesUntil { get; set; }

    /// <summary>Up to this moment of the issuer's clock telegrams may have been missed, until a longer list that is newer was read.</summary>
    public DateTimeOffset? HoleUntil { get; set; }

    /// <summary>The day, as its first moment in Japan, to which <see cref="OctetsOfDay"/> belongs.</summary>
    public DateTimeOffset Day { get; set; }

    /// <summary>Octets on the wire of the day, telegrams of this list included.</summary>
    public long OctetsOfDay { get; set; }

    /// <summary>Whoever asks now has it until then; losing it costs one round.</summary>
    public DateTimeOffset? TakenUntil { get; set; }
}
