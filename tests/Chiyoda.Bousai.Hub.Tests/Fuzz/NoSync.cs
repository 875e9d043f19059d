using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>For a database that is thrown away: writes are not waited for until they lie on the disk.</summary>
internal sealed class NoSync : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
    }
}
