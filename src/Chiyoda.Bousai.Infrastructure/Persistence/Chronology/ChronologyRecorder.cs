using System.Security.Cryptography;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Chronology;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>Appends facts to the chain. Everything else of the transaction is written before the head row is locked.</summary>
public sealed class ChronologyRecorder(TimeProvider clock) : IFactRecorder
{
    public async Task RecordAsync(BousaiDbContext db, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        var payloads = facts.Select(PayloadOf).ToList();
        await db.SaveChangesAsync(cancellationToken);

        // The no-op update takes the row lock before the row is read, on every database.
        await db.Set<SpineHead>().ExecuteUpdateAsync(head => head.SetProperty(row => row.Sequence, row => row.Sequence), cancellationToken);
        var head = await HeadAsync(db, cancellationToken);
        foreach (var (fact, octets) in facts.Zip(payloads))
        {
            Append(db, head, fact, octets);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<SpineHead> HeadAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        if (db.Set<SpineHead>().Local.SingleOrDefault() is not { } head)
        {
            return await db.Set<SpineHead>().SingleAsync(cancellationToken);
        }

        // A context that committed before still holds the head of then; others may have appended since.
        await db.Entry(head).ReloadAsync(cancellationToken);
        return head;
    }

    private void Append(BousaiDbContext db, SpineHead head, Fact fact, byte[] octets)
    {
        var now = clock.GetUtcNow().ToMicroseconds();

        // 設置 is the first entry of its activation, 解散 the last.
        head.IncidentId = (fact as IncidentFact)?.Incident.Id ?? head.IncidentId;
        var header = new EntryHeader(
            head.Sequence + 1,
            fact.Kind,
            head.IncidentId,
            fact.OccurredAt.ToMicroseconds(),
            fact.ReceivedAt?.ToMicroseconds(),
            now > head.RecordedAt ? now : head.RecordedAt,
            fact.Actor.PersonId,
            fact.Actor.Role,
            fact.Actor.Via,
            fact.SubjectId,
            fact.Visibility,
            fact.Corrects);
        var salt = RandomNumberGenerator.GetBytes(EntryHash.SaltOctets);
        var payloadHash = EntryHash.OfPayload(salt, octets);
        var hash = EntryHash.OfEntry(head.Hash, header, payloadHash);

        db.Add(new EntryPayload(header.Sequence, salt, octets));
        db.Add(new ChronologyEntry(header, payloadHash, hash));
        head.Sequence = header.Sequence;
        head.Hash = hash;
        head.RecordedAt = header.RecordedAt;
        head.IncidentId = fact is IncidentClosed ? null : head.IncidentId;
    }

    private static byte[] PayloadOf(Fact fact) =>
        JsonSerializer.SerializeToUtf8Bytes(new { fact.Summary, Actor = fact.Actor.Name, Subject = fact.AfterImage }, BousaiJson.Options);
}
