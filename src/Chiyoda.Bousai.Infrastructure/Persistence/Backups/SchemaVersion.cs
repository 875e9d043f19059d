using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>The newest migration of each database: two programs that agree on both have the same tables on both.</summary>
/// <param name="Sqlite">Id of a migration; it begins with the time when it was made.</param>
/// <param name="PostgreSql">Id of a migration.</param>
public sealed record SchemaVersion(string Sqlite, string PostgreSql)
{
    /// <summary>Of this program.</summary>
    public static SchemaVersion Current { get; } = new(Newest<SqliteBousaiDbContext>(), Newest<PostgresBousaiDbContext>());

    /// <summary>Whether a program has made migrations that the other does not know.</summary>
    public bool IsNewerThan(SchemaVersion other) =>
        string.CompareOrdinal(Sqlite, other.Sqlite) > 0 || string.CompareOrdinal(PostgreSql, other.PostgreSql) > 0;

    private static string Newest<TContext>() => typeof(TContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()
        .Max(StringComparer.Ordinal)!;
}
