using Chiyoda.Bousai.Domain.Chronology;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>A row of the chronology. Rows are added and read, never changed.</summary>
public sealed class ChronologyEntry
{
    private ChronologyEntry()
    {
    }

    public ChronologyEntry(EntryHeader header, byte[] payloadHash, byte[] hash)
    {
        Sequence = header.Sequence;
        Kind = header.Kind;
        IncidentId = header.IncidentId;
        OccurredAt = header.OccurredAt;
        ReceivedAt = header.ReceivedAt;
        RecordedAt = header.RecordedAt;
        PersonId = header.PersonId;
        Role = header.Role;
        Via = header.Via;
        SubjectId = header.SubjectId;
        Visibility = header.Visibility;
        Corrects = header.Corrects;
        PayloadHash = payloadHash;
        Hash = hash;
    }

    public long Sequence { get; private set; }

    public string Kind { get; private set; } = string.Empty;

    public Guid? IncidentId { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    public DateTimeOffset? ReceivedAt { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? PersonId { get; private set; }

    public string Role { get; private set; } = string.Empty;

    public string Via { get; private set; } = string.Empty;

    public Guid SubjectId { get; private set; }

    public Visibility Visibility { get; private set; }

    public long? Corrects { get; private set; }

    public byte[] PayloadHash { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    public EntryHeader Header => new(
        Sequence, Kind, IncidentId, OccurredAt, ReceivedAt, RecordedAt, PersonId, Role, Via, SubjectId, Visibility, Corrects);
}
