using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>The database of production: PostgreSQL 15 or newer, READ COMMITTED, several nodes on one.</summary>
public sealed class PostgresBousaiDbContext(
    DbContextOptions<PostgresBousaiDbContext> options, IEnumerable<IFactRecorder> recorders, Doorbell doorbell)
    : BousaiDbContext(options, recorders, doorbell)
{
    /// <summary><c>timestamp with time zone</c> takes instants in UTC only, and text no NUL: it comes from hostile input alone.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<string>().HaveConversion<WithoutNulConverter>();
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(), instant => instant);

    private sealed class WithoutNulConverter() : ValueConverter<string, string>(text => text.Replace('\0', '\uFFFD'), text => text);
}
