using System.Globalization;
using Chiyoda.Bousai.Domain.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>Re-computes the chain from the first entry and names the first broken link.</summary>
public static class ChronologyVerifier
{
    private const string BadHead = "末尾の記録が失われたか、末尾の印が書き換えられています";

    private const string NoHead = "末尾の印がありません";

    /// <summary>Verifies what is there when it begins; a hub that goes on writing meanwhile does not disturb it.</summary>
    public static async Task<Verdict> VerifyAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var previous = EntryHash.Genesis;
        long expected = 1;
        long erased = 0;
        try
        {
            if (await HeadAsync(db, cancellationToken) is not { } begin)
            {
                return Broken(expected, NoHead);
            }

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
                if (expected == begin.Sequence && !begin.Hash.AsSpan().SequenceEqual(previous))
                {
                    return Broken(expected, BadHead);
                }

                expected++;
            }

            // What was added meanwhile has moved the head with it.
            return begin.Sequence < expected && await HeadAsync(db, cancellationToken) is { } end && end.Sequence >= expected - 1
                && (end.Sequence > expected - 1 || end.Hash.AsSpan().SequenceEqual(previous))
                ? new Verdict(expected - 1, erased, Convert.ToHexStringLower(previous), null, string.Empty)
                : Broken(Math.Min(expected, begin.Sequence), BadHead);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or FormatException or InvalidCastException or ArgumentException)
        {
            return Broken(expected, "読み取れない値が書き込まれています");
        }

        Verdict Broken(long sequence, string what) => new(expected - 1, erased, string.Empty, sequence, what);
    }

    private static Task<SpineHead?> HeadAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        db.Set<SpineHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
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
