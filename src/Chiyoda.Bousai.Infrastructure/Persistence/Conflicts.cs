using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>Tells «somebody else was first» from a database that is away, and both from a defect.</summary>
public static class Conflicts
{
    /// <summary>SQLITE_CONSTRAINT, https://www.sqlite.org/rescode.html#constraint.</summary>
    private const int SqliteConstraint = 19;

    /// <summary>SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN: nothing was written.</summary>
    private static readonly int[] SqliteAway = [5, 6, 10, 13, 14];

    /// <summary>Integrity, serialization, deadlock, and tables that another node makes in the same moment: https://www.postgresql.org/docs/15/errcodes-appendix.html.</summary>
    private static readonly string[] PostgresConflict =
    [
        PostgresErrorCodes.UniqueViolation,
        PostgresErrorCodes.CheckViolation,
        PostgresErrorCodes.ForeignKeyViolation,
        PostgresErrorCodes.SerializationFailure,
        PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.DuplicateDatabase,
        PostgresErrorCodes.DuplicateTable,
        PostgresErrorCodes.DuplicateObject,
    ];

    /// <summary>Whether a save failed because another request changed or made the same thing meanwhile.</summary>
    public static bool IsConflict(Exception? exception) => Causes(exception).Any(cause => cause switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        PostgresException postgres => PostgresConflict.Contains(postgres.SqlState),
        _ => false,
    });

    /// <summary>Whether the database did not answer: nothing is known to be wrong with what was asked of it.</summary>
    public static bool IsAway(Exception? exception) => !IsConflict(exception) && Causes(exception).Any(cause => cause switch
    {
        SqliteException sqlite => SqliteAway.Contains(sqlite.SqliteErrorCode),
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is TimeoutException or System.Net.Sockets.SocketException or IOException,
        _ => false,
    });

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
