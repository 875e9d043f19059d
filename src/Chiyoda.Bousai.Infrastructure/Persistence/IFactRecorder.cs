using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>Something that must be true in the same transaction as the facts. Recorders run in the order of registration; the chronology is the last.</summary>
public interface IFactRecorder
{
    Task RecordAsync(BousaiDbContext db, IReadOnlyList<Fact> facts, CancellationToken cancellationToken);
}
