using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Chronology;

/// <summary>Reads the chronology from a cursor on: the order of everything.</summary>
internal static class ListEntries
{
    public const int MaxLimit = 500;

    public sealed record Response(IReadOnlyList<Entry> Items, long Through, bool More, Head Head);

    /// <param name="Sequence">Dense, in commit order.</param>
    /// <param name="Kind">Stable kind.</param>
    /// <param name="Incident">The activation of headquarters that it belongs to; null outside of one.</param>
    /// <param name="OccurredAt">When it happened.</param>
    /// <param name="RecordedAt">When it was recorded.</param>
    /// <param name="Actor">Who, as shown.</param>
    /// <param name="Summary">One Japanese line; a note when its text was erased.</param>
    /// <param name="Hash">The entry's hash, lower-case hexadecimal.</param>
    public sealed record Entry(
        long Sequence, string Kind, Guid? Incident, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Actor, string Summary, string Hash);

    public sealed record Head(long Sequence, string Hash);

    public static async Task<Ok<Response>> HandleAsync(
        BousaiDbContext db, HttpContext context, CancellationToken cancellationToken, long after = 0, int limit = 100)
    {
        var isStaff = Access.Policies.IsHeadquarters(context.User);
        return TypedResults.Ok(await ReadAsync(db, isStaff, after, limit, cancellationToken));
    }

    /// <summary>Reads up to <paramref name="limit"/> entries that this face may see.</summary>
    public static async Task<Response> ReadAsync(BousaiDbContext db, bool isStaff, long after, int limit, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(limit, 1, MaxLimit);
        // The head first: what is committed while we read lies behind it and comes with the next call.
        var head = await db.Set<SpineHead>().AsNoTracking().SingleAsync(cancellationToken);
        var visible = db.Chronology.AsNoTracking().Where(entry => entry.Sequence > after && entry.Sequence <= head.Sequence);
        visible = isStaff
            ? visible.Where(entry => entry.Visibility != Visibility.Restricted)
            : visible.Where(entry => entry.Visibility == Visibility.Public);
        var rows = await (from entry in visible
                          join payload in db.EntryPayloads.AsNoTracking() on entry.Sequence equals payload.Sequence into found
                          from payload in found.DefaultIfEmpty()
                          orderby entry.Sequence
                          select new { entry, payload }).Take(take + 1).ToListAsync(cancellationToken);
        var items = rows.Take(take).Select(row =>
        {
            var text = row.payload?.ReadText();
            var actor = text is null ? row.entry.Role : isStaff ? text.Actor : PublicActor(row.entry.PersonId, text.Actor);
            return new Entry(
                row.entry.Sequence, row.entry.Kind, row.entry.IncidentId, row.entry.OccurredAt, row.entry.RecordedAt, actor,
                text?.Summary ?? "（本文は消去されました）", Convert.ToHexStringLower(row.entry.Hash));
        }).ToList();
        var more = rows.Count > take;
        return new Response(
            items, more ? items[^1].Sequence : Math.Max(head.Sequence, after), more, new Head(head.Sequence, Convert.ToHexStringLower(head.Hash)));
    }

    /// <summary>Names of staff are not for the public.</summary>
    private static string PublicActor(Guid? person, string name) => person is null ? name : "災害対策本部";
}
