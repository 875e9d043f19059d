using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>The embedded database: one file, write-ahead log.</summary>
public sealed class SqliteBousaiDbContext(
    DbContextOptions<SqliteBousaiDbContext> options, IEnumerable<IFactRecorder> recorders, Doorbell doorbell)
    : BousaiDbContext(options, recorders, doorbell)
{
    /// <summary>SQLite compares no <see cref="DateTimeOffset"/>: instants are stored as ticks in UTC.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
