using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Chronology;

/// <summary>Staff read the chronology from its end backwards, or all that concerns one subject.</summary>
internal static class ReadBack
{
    private const int MaxOfSubject = 200;

    /// <summary>Entries below a sequence, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="before">Only entries below it; <see langword="null"/> = from the end.</param>
    /// <param name="take">At most as many, 1–500.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<StaffEntry>> LatestAsync(BousaiDbContext db, long? before, int take, CancellationToken cancellationToken) =>
        await ReadAsync(
            Visible(db).Where(entry => before == null || entry.Sequence < before).OrderByDescending(entry => entry.Sequence)
                .Take(Math.Clamp(take, 1, ListEntries.MaxLimit)),
            db, cancellationToken);

    /// <summary>Entries above a sequence, the nearest of them, newest first.</summary>
    public static async Task<IReadOnlyList<StaffEntry>> FollowingAsync(BousaiDbContext db, long after, int take, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(
            Visible(db).Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence)
                .Take(Math.Clamp(take, 1, ListEntries.MaxLimit)),
            db, cancellationToken)).OrderByDescending(entry => entry.Sequence)];

    /// <summary>What happened to one subject, oldest first. Each step of a proposal and each act on an order is one entry: the n-th made its version n.</summary>
    public static async Task<IReadOnlyList<StaffEntry>> OfSubjectAsync(BousaiDbContext db, Guid subjectId, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(
            Visible(db).Where(entry => entry.SubjectId == subjectId).OrderBy(entry => entry.Sequence).Take(MaxOfSubject),
            db, cancellationToken)).OrderBy(entry => entry.Sequence)];

    private static IQueryable<ChronologyEntry> Visible(BousaiDbContext db) =>
        db.Chronology.AsNoTracking().Where(entry => entry.Visibility != Visibility.Restricted);

    private static async Task<IReadOnlyList<StaffEntry>> ReadAsync(
        IQueryable<ChronologyEntry> entries, BousaiDbContext db, CancellationToken cancellationToken)
    {
        var rows = await entries
            .GroupJoin(db.EntryPayloads.AsNoTracking(), entry => entry.Sequence, payload => payload.Sequence, (entry, found) => new { entry, found })
            .SelectMany(row => row.found.DefaultIfEmpty(), (row, payload) => new { row.entry, payload })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => Of(row.entry, row.payload?.ReadText())).OrderByDescending(entry => entry.Sequence)];
    }

    private static StaffEntry Of(ChronologyEntry entry, EntryText? text) => new(
        entry.Sequence, entry.Kind, entry.OccurredAt, entry.ReceivedAt, entry.RecordedAt, text?.Actor ?? entry.Role, entry.Role,
        text?.Summary, entry.SubjectId, entry.Corrects, Convert.ToHexStringLower(entry.Hash));
}

/// <summary>An entry as staff read it.</summary>
/// <param name="Sequence">Dense, in commit order.</param>
/// <param name="Kind">Stable kind.</param>
/// <param name="OccurredAt">発生.</param>
/// <param name="ReceivedAt">受信; <see langword="null"/> when it was made here.</param>
/// <param name="RecordedAt">記録.</param>
/// <param name="Actor">Who.</param>
/// <param name="Role">In which role; empty for a source.</param>
/// <param name="Summary">One line; <see langword="null"/> once its text was erased.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Corrects">The entry that it corrects.</param>
/// <param name="Hash">Lower-case hexadecimal.</param>
internal sealed record StaffEntry(
    long Sequence, string Kind, DateTimeOffset OccurredAt, DateTimeOffset? ReceivedAt, DateTimeOffset RecordedAt, string Actor, string Role,
    string? Summary, Guid SubjectId, long? Corrects, string Hash);
