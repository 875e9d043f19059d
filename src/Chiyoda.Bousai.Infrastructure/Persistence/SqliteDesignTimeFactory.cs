using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef migrations add</c> alone: makes a context without a hub.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteBousaiDbContext>
{
    public SqliteBousaiDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBousaiDbContext>().UseSqlite("Data Source=:memory:").Options, [], new Doorbell());
}
