using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>Tells «somebody else was first» from a database that failed.</summary>
public static class Conflicts
{
    /// <summary>SQLITE_CONSTRAINT, https://www.sqlite.org/rescode.html#constraint.</summary>
    private const int SqliteConstraint = 19;

    /// <summary>Whether a save failed because another request changed or made the same thing meanwhile.</summary>
    public static bool IsConflict(Exception? exception) => exception is DbUpdateConcurrencyException
        || exception is DbUpdateException { InnerException: SqliteException { SqliteErrorCode: SqliteConstraint } };
}
