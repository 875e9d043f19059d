using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef migrations add</c> alone: makes a context without a hub.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresBousaiDbContext>
{
    public PostgresBousaiDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBousaiDbContext>().UseNpgsql("Host=127.0.0.1").Options, [], new Doorbell());
}
