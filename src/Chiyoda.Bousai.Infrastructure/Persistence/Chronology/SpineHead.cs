namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>The end of the chain, one row: whoever appends locks it, last in the transaction.</summary>
public sealed class SpineHead
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long Sequence { get; set; }

    public byte[] Hash { get; set; } = [];

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The activation that every entry now belongs to; <see langword="null"/> while headquarters is not set up.</summary>
    public Guid? IncidentId { get; set; }
}
