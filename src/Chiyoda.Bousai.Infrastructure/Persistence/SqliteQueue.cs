using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>
/// Lets SQLite itself wait for its one writer. It looks again after 1, 2, 5, 10 ms and so on; the driver alone sleeps 150 ms each time
/// (https://github.com/dotnet/efcore/issues/36658), so that two who write in turns would come to ten commits a second.
/// </summary>
public sealed class SqliteQueue : DbConnectionInterceptor
{
    /// <summary>Short: how long to wait in all is for the driver to say, by its command timeout.</summary>
    private const string Wait = "PRAGMA busy_timeout = 250";

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Wait;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Wait;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
