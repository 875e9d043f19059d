using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.TestServices.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chiyoda.Bousai.TestHub;

/// <summary>
/// Where the hubs of a test run keep their data: SQLite, or with <c>BOUSAI_TEST_DATABASE=postgresql</c> a database each on one
/// throw-away server. A data directory stands for its database, so that a hub that starts on it again finds it.
/// </summary>
internal static partial class TestDatabase
{
    private const string Template = "bousai_template";

    private static readonly Lazy<Task<PostgresServer>> Server = new(StartAsync);

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("BOUSAI_TEST_DATABASE") == "postgresql";

    /// <summary>What <c>ConnectionStrings:Database</c> is for a data directory; <see langword="null"/> = SQLite. The database may not be there yet.</summary>
    public static async Task<string?> ConnectionOfAsync(string directory) =>
        IsPostgres ? ConnectionTo(await Server.Value, NameOf(directory)) : null;

    /// <summary>Makes the database of a directory, with its tables, when it is not there.</summary>
    public static async Task<string?> EnsureAsync(string directory)
    {
        var isNew = !Names.ContainsKey(directory);
        if (await ConnectionOfAsync(directory) is not { } connection)
        {
            return null;
        }

        if (isNew)
        {
            await ExecuteAsync(await Server.Value, $"CREATE DATABASE {NameOf(directory)} TEMPLATE {Template}");
        }

        return connection;
    }

    /// <summary>Takes the database of a directory away.</summary>
    public static async Task DropAsync(string directory)
    {
        SqliteConnection.ClearAllPools();
        if (Names.TryRemove(directory, out var name))
        {
            var server = await Server.Value;
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionTo(server, name)));
            await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    /// <summary>A connection beside the hub's own, for looking and for tampering.</summary>
    private static async Task<DbConnection> OpenAsync(string directory)
    {
        DbConnection connection = await ConnectionOfAsync(directory) is { } postgres
            ? new NpgsqlConnection(postgres + ";Pooling=false")
            : new SqliteConnection($"Data Source={Path.Combine(directory, "bousai.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements beside the hub. Columns may be written without quotes.</summary>
    /// <returns>How many rows were changed.</returns>
    public static async Task<int> ExecuteAsync(string directory, string sql)
    {
        await using var connection = await OpenAsync(directory);
        await using var command = CommandOf(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of every row.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string directory, string sql)
    {
        await using var connection = await OpenAsync(directory);
        await using var command = CommandOf(connection, sql);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetFieldValue<T>(0));
        }

        return found;
    }

    private static DbCommand CommandOf(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in the tests.
        command.CommandText = ColumnOrText().Replace(sql, match => match.Value[0] == '\'' ? match.Value : $"\"{match.Value}\"");
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Names of columns are in Pascal case, SQL's own words in capitals, texts in quotes.</summary>
    [GeneratedRegex("'[^']*'|\\b[A-Z][a-z][A-Za-z0-9]*\\b")]
    private static partial Regex ColumnOrText();

    private static string NameOf(string directory) => Names.GetOrAdd(directory, _ => $"hub_{Guid.NewGuid():N}");

    private static string ConnectionTo(PostgresServer server, string database) => $"{server.Server};Database={database};Maximum Pool Size=40";

    private static async Task<PostgresServer> StartAsync()
    {
        var server = await PostgresServer.StartNewAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        await using (var db = new Database(ConnectionTo(server, Template) + ";Pooling=false", string.Empty).Open())
        {
            await db.Database.MigrateAsync();
        }

        return server;
    }

    private static async Task ExecuteAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(server, "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names that are made above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
