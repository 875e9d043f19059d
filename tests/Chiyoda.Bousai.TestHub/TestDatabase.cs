using System.Collections.Concurrent;
using Chiyoda.Bousai.Hub.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chiyoda.Bousai.TestHub;

/// <summary>
/// Where the hubs of a test run keep their data: SQLite, or with <c>BOUSAI_TEST_DATABASE=postgresql</c> a database each on one
/// throw-away server. A data directory stands for its database, so that a hub that starts on it again finds it.
/// </summary>
internal static class TestDatabase
{
    private const string Template = "bousai_template";

    private static readonly Lazy<Task<ProcessSet>> Server = new(StartAsync);

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("BOUSAI_TEST_DATABASE") == "postgresql";

    /// <summary>The database of a data directory; it may not be there yet.</summary>
    public static async Task<HubDatabase> OfAsync(string directory) => new(
        IsPostgres ? (await Server.Value).ConnectionTo(Names.GetOrAdd(directory, _ => $"hub_{Guid.NewGuid():N}")) : null,
        Path.Combine(directory, "bousai.db"));

    /// <summary>Makes the database of a directory, with its tables, when it is not there.</summary>
    public static async Task<HubDatabase> EnsureAsync(string directory)
    {
        var isNew = !Names.ContainsKey(directory);
        var database = await OfAsync(directory);
        if (IsPostgres && isNew)
        {
            await (await AdministratorAsync()).ExecuteAsync($"CREATE DATABASE {Names[directory]} TEMPLATE {Template}");
        }

        return database;
    }

    /// <summary>Takes the database of a directory away.</summary>
    public static async Task DropAsync(string directory)
    {
        SqliteConnection.ClearAllPools();
        if (Names.TryRemove(directory, out var name))
        {
            await (await AdministratorAsync()).ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    /// <inheritdoc cref="HubDatabase.ExecuteAsync"/>
    public static async Task<int> ExecuteAsync(string directory, string sql) => await (await OfAsync(directory)).ExecuteAsync(sql);

    /// <inheritdoc cref="HubDatabase.ReadAsync"/>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string directory, string sql) => await (await OfAsync(directory)).ReadAsync<T>(sql);

    private static async Task<HubDatabase> AdministratorAsync() => new((await Server.Value).ConnectionTo("postgres"), string.Empty);

    private static async Task<ProcessSet> StartAsync()
    {
        var server = new ProcessSet(isPostgres: true);
        await server.StartAsync("postgres");
        await using (var db = new Database(server.ConnectionTo(Template) + ";Pooling=false", string.Empty).Open())
        {
            await db.Database.MigrateAsync();
        }

        NpgsqlConnection.ClearAllPools();
        return server;
    }
}
