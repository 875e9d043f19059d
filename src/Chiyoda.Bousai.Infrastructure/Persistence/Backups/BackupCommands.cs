using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>What the two databases say in different words.</summary>
internal static class BackupCommands
{
    /// <summary>Nobody waits at a screen for it, and a full table is read at once.</summary>
    private const int PatienceSeconds = 600;

    /// <summary>One moment of the database, while others go on writing.</summary>
    public static async Task BeginSnapshotAsync(this BousaiDbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(PatienceSeconds);
        if (db.Database.IsNpgsql())
        {
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellationToken);
            return;
        }

        // Deferred: a reader beside the write-ahead log. EF's own begins with the lock of a writer.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken);
    }

    /// <summary>One transaction for everything that is written.</summary>
    public static Task<IDbContextTransaction> BeginWritingAsync(this BousaiDbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(PatienceSeconds);
        return db.Database.BeginTransactionAsync(cancellationToken);
    }

    /// <param name="db">In a transaction.</param>
    /// <param name="sql">Of names out of the model alone.</param>
    public static DbCommand NewCommand(this BousaiDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Values are parameters; the names are those of the model, delimited.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = PatienceSeconds;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    /// <summary>The highest key that a table ever gave: that of a row which was deleted since may still stand in a list of recipients.</summary>
    public static async Task<long> HighestKeyAsync(this BousaiDbContext db, BackupTable table, CancellationToken cancellationToken)
    {
        if (table.Counted is not { } column)
        {
            return 0;
        }

        var counter = db.Database.IsNpgsql()
            ? "pg_sequence_last_value(pg_get_serial_sequence(@table, @column)::regclass)"
            : "(SELECT seq FROM sqlite_sequence WHERE name = @table)";
        await using var command = db.NewCommand($"SELECT coalesce({counter}, 0), coalesce((SELECT max({table.Quote(column.Name)}) FROM {table.Quoted}), 0)");
        command.NameCounter(db, table, column);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return Math.Max(row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>The next key will be above it.</summary>
    public static async Task CountFromAsync(this BousaiDbContext db, BackupTable table, long highest, CancellationToken cancellationToken)
    {
        if (table.Counted is not { } column || highest == 0)
        {
            return;
        }

        await using var command = db.NewCommand(db.Database.IsNpgsql()
            ? "SELECT setval(pg_get_serial_sequence(@table, @column), @highest)"
            : "DELETE FROM sqlite_sequence WHERE name = @table; INSERT INTO sqlite_sequence (name, seq) VALUES (@table, @highest)");
        command.NameCounter(db, table, column);
        command.Give("@highest", highest);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static void Give(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static void NameCounter(this DbCommand command, BousaiDbContext db, BackupTable table, BackupColumn column)
    {
        command.Give("@table", db.Database.IsNpgsql() ? table.Quoted : table.Name);
        if (db.Database.IsNpgsql())
        {
            command.Give("@column", column.Name);
        }
    }
}
