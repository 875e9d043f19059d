using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Chronology;

/// <summary>What every reader of an entry may rely on and what the chain protects. Free text is never in it.</summary>
/// <param name="Sequence">Dense, from 1, in commit order.</param>
/// <param name="Kind">Stable kind of the fact.</param>
/// <param name="IncidentId">The activation of headquarters it belongs to, or <see langword="null"/>.</param>
/// <param name="OccurredAt">When it happened; whole microseconds.</param>
/// <param name="ReceivedAt">When it was received here, or <see langword="null"/>; whole microseconds.</param>
/// <param name="RecordedAt">When it was recorded: never before the entry before it; whole microseconds.</param>
/// <param name="PersonId">The person who acted, or <see langword="null"/>.</param>
/// <param name="Role">The role in which the person acted; empty for a source.</param>
/// <param name="Via">Device or source.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Visibility">Who may read it.</param>
/// <param name="Corrects">The sequence it corrects, or <see langword="null"/>.</param>
public sealed record EntryHeader(
    long Sequence,
    string Kind,
    Guid? IncidentId,
    DateTimeOffset OccurredAt,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset RecordedAt,
    Guid? PersonId,
    string Role,
    string Via,
    Guid SubjectId,
    Visibility Visibility,
    long? Corrects);
