using System.Globalization;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>
/// Puts a backup into an empty database, whichever of the two it is, in one transaction: rows, verification, and what must not go on as if
/// nothing had happened. Restoring never sends (design rule 10): whatever was on its way is held until a person lets it.
/// </summary>
public static class BackupRestorer
{
    /// <returns>How many dispatches were held.</returns>
    /// <exception cref="BackupRefusedException">The database is not empty, or the rows are not what the manifest says; nothing was changed.</exception>
    public static async Task<int> RestoreAsync(BousaiDbContext db, BackupFile file, TimeProvider clock, CancellationToken cancellationToken)
    {
        await PrepareAsync(db, cancellationToken);
        var tables = BackupTable.Of(db);
        await using var transaction = await db.BeginWritingAsync(cancellationToken);
        await ClearSeedsAsync(db, tables, cancellationToken);
        try
        {
            foreach (var table in tables)
            {
                var part = file.Manifest.Parts.SingleOrDefault(part => part.Table == table.Name) ?? throw file.Damaged($"it has no part {table.Name}");
                await new BackupInserter(db, file, table, part).RunAsync(cancellationToken);
            }
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
        {
            throw file.Damaged(unreadable.Message);
        }

        var verdict = await ChronologyVerifier.VerifyAsync(db, cancellationToken);
        if (verdict != file.Manifest.Chronology)
        {
            throw file.Damaged($"its chronology is «{verdict}», and was «{file.Manifest.Chronology}»");
        }

        var held = await HoldAsync(db, file.Manifest, clock, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return held;
    }

    /// <summary>Makes the tables where there are none. What holds anything is not touched, not even brought up.</summary>
    private static async Task PrepareAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken) || !await creator.HasTablesAsync(cancellationToken))
        {
            await Schema.BringUpAsync(db, cancellationToken);
        }
        else if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw NotEmpty("it has tables of something else, or of another version");
        }
    }

    private static async Task ClearSeedsAsync(BousaiDbContext db, IReadOnlyList<BackupTable> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables.Reverse())
        {
            await using var count = db.NewCommand($"SELECT count(*) FROM (SELECT 1 AS one FROM {table.Quoted} LIMIT {table.Seeds + 1}) AS found");
            if (Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > table.Seeds)
            {
                throw NotEmpty($"{table.Name} has rows");
            }

            await using var clear = db.NewCommand($"DELETE FROM {table.Quoted}");
            await clear.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<int> HoldAsync(BousaiDbContext db, BackupManifest manifest, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        await db.Nodes.ExecuteDeleteAsync(cancellationToken);

        // Whoever held a page in the old time holds it no more, and a process that still lives there writes nothing here.
        await db.DispatchPages.Where(page => !page.IsDone).ExecuteUpdateAsync(
            set => set.SetProperty(page => page.LeaseUntil, DateTimeOffset.UnixEpoch).SetProperty(page => page.Fence, page => page.Fence + 1), cancellationToken);

        var facts = new List<Fact>();
        var reason = $"バックアップ（{BackupRestored.MomentOf(manifest)}時点）から復元しました";
        foreach (var dispatch in await db.Dispatches
            .Where(dispatch => dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending)
            .OrderBy(dispatch => dispatch.CreatedAt).ToListAsync(cancellationToken))
        {
            dispatch.State = DispatchState.Held;
            dispatch.HoldReason = reason;
            dispatch.Version++;
            var tally = await DispatchTallies.OfAsync(db, dispatch.Id, isSuperseded: false, cancellationToken);
            facts.Add(new DispatchHeld(DispatchLedger.StatementOf(dispatch, tally.Delivery), now));
        }

        await new ChronologyRecorder(clock).RecordAsync(db, [new BackupRestored(manifest, facts.Count, now), .. facts], cancellationToken);
        return facts.Count;
    }

    private static BackupRefusedException NotEmpty(string what) =>
        new($"The database is not empty: {what}. A backup is restored into a new one; use another --data or database. Nothing was changed.");
}
