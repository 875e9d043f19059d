using Chiyoda.Bousai.Hub.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Persistence;

/// <summary>Writers of SQLite stand in SQLite's own queue, which looks again after milliseconds, not in the driver's, which sleeps 150 ms.</summary>
public sealed class SqliteQueueTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryConnection_WaitsInTheDatabase(bool isAsync)
    {
        var folder = Directory.CreateTempSubdirectory("bousai-queue-");
        try
        {
            await using var db = new Database(null, Path.Combine(folder.FullName, "queue.db")).Open();
            if (isAsync)
            {
                await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            }
            else
            {
                db.Database.OpenConnection();
            }

            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA busy_timeout";

            Assert.Equal(250L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
