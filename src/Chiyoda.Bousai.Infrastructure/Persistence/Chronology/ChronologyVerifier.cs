using System.Globalization;
using Chiyoda.Bousai.Domain.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>Re-computes the chain from the first entry and names the first broken link.</summary>
public static class ChronologyVerifier
{
    public static async Task<Verdict> VerifyAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var previous = EntryHash.Genesis;
        long expected = 1;
        long erased = 0;
        var rows = from entry in db.Set<ChronologyEntry>().AsNoTracking()
                   join payload in db.Set<EntryPayload>().AsNoTracking() on entry.Sequence equals payload.Sequence into found
                   from payload in found.DefaultIfEmpty()
                   orderby entry.Sequence
                   select new { entry, payload };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.entry.Sequence != expected)
            {
                return Broken(expected, "記録が抜けています（削除または番号の改変）");
            }

            if (row.payload is null)
            {
                erased++;
            }
            else if (!EntryHash.OfPayload(row.payload.Salt, row.payload.Octets).AsSpan().SequenceEqual(row.entry.PayloadHash))
            {
                return Broken(expected, "本文が書き換えられています");
            }

            if (!EntryHash.OfEntry(previous, row.entry.Header, row.entry.PayloadHash).AsSpan().SequenceEqual(row.entry.Hash))
            {
                return Broken(expected, "見出しまたは直前の記録とのつながりが書き換えられています");
            }

            previous = row.entry.Hash;
            expected++;
        }

        var head = await db.Set<SpineHead>().AsNoTracking().SingleAsync(cancellationToken);
        return head.Sequence == expected - 1 && head.Hash.AsSpan().SequenceEqual(previous)
            ? new Verdict(expected - 1, erased, Convert.ToHexStringLower(previous), null, string.Empty)
            : Broken(Math.Min(expected, head.Sequence), "末尾の記録が失われたか、末尾の印が書き換えられています");

        Verdict Broken(long sequence, string what) => new(expected - 1, erased, string.Empty, sequence, what);
    }
}

/// <summary>What the verification found.</summary>
/// <param name="Entries">Entries that were found whole, from the first on.</param>
/// <param name="Erased">How many of them have an erased payload: not broken.</param>
/// <param name="Head">Hash of the last entry as lower-case hexadecimal; empty when broken.</param>
/// <param name="BrokenSequence">The first broken link, or <see langword="null"/>.</param>
/// <param name="What">What is wrong with it, in Japanese; empty when nothing is.</param>
public sealed record Verdict(long Entries, long Erased, string Head, long? BrokenSequence, string What)
{
    public override string ToString() => BrokenSequence is { } broken
        ? string.Create(CultureInfo.InvariantCulture, $"broken at sequence {broken}: {What}")
        : string.Create(CultureInfo.InvariantCulture, $"{Entries} entries, head {Head}") + (Erased > 0 ? $" ({Erased} erased)" : string.Empty);
}
