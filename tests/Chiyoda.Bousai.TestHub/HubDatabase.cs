using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chiyoda.Bousai.TestHub;

/// <summary>A hub's database as somebody sees it who comes by another way: for looking, and for tampering.</summary>
/// <param name="Postgres">A connection string, or <see langword="null"/> for the file.</param>
/// <param name="File">Of SQLite.</param>
internal sealed partial record HubDatabase(string? Postgres, string File)
{
    /// <summary>Runs statements. Columns may be written without quotes.</summary>
    /// <returns>How many rows were changed.</returns>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = CommandOf(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of every row.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = CommandOf(connection, sql);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetFieldValue<T>(0));
        }

        return found;
    }

    /// <summary>Keeps everybody from writing what became of recipients, until it is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldPagesAsync()
    {
        var connection = await OpenAsync();
        await using var command = CommandOf(connection, Postgres is null ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE dissemination_pages IN EXCLUSIVE MODE");
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = Postgres is null
            ? new SqliteConnection($"Data Source={File};Pooling=False")
            : new NpgsqlConnection(Postgres + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
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
}
