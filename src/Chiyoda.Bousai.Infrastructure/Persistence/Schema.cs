using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>The tables of this version of the program.</summary>
public static class Schema
{
    /// <summary>How long a node waits for the one that brings the tables up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Brings the tables up, one process at a time. On PostgreSQL the lock that comes with migrations is given back between two of them,
    /// and a second node would then make the same column. Ours (any number; it is of the database) is kept until the last.
    /// </summary>
    public static async Task BringUpAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.IsNpgsql())
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandTimeout = (int)Patience.TotalSeconds;
            command.CommandText = "SELECT pg_advisory_lock(7093009341547806721)";
            await command.ExecuteNonQueryAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            command.CommandText = "SELECT pg_advisory_unlock(7093009341547806721)";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        finally
        {
            // A connection that goes back without its lock released is reset by the pool, which releases it.
            await db.Database.CloseConnectionAsync();
        }
    }
}
