using Chiyoda.Bousai.Hub.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Persistence;

/// <summary>The migrations of both providers make the model as it is: nobody forgot to add one.</summary>
public sealed class MigrationsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1")]
    public async Task Model_HasNoChangeWithoutAMigration(string? postgres)
    {
        await using var db = new Database(postgres, "never-opened.db").Open();

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
