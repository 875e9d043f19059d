using Chiyoda.Bousai.TestHub;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>A ward updates the program: the data of the version before go on; those of a later one are not touched.</summary>
public sealed class StartingOnAnEarlierDatabaseTests
{
    private const string Account = "recorder-of-before";

    private const string Password = "a-long-password-for-tests";

    [Fact]
    public async Task OfTheVersionBefore_ItGoesOn_WithOrdersAccountsAndAWholeChronology()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The version before kept its data in SQLite only.");
        using var folder = new TemporaryFolder();
        var entries = Restore(folder.PathOf("bousai.db"), "v1.sql");

        await using (var hub = await HubProcess.ServeAsync(folder.Path, new Dictionary<string, string?> { ["Feeds__Key"] = HubClient.FeedKey }))
        {
            await using var client = new HubClient(hub.Url);
            var order = Assert.Single((await client.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
            Assert.Equal(("issued", 4, 26), (order.GetProperty("state").GetString(), order.GetProperty("level").GetInt32(), order.GetProperty("areas").GetArrayLength()));
            await Eventually.TrueAsync(async () => (await client.Public.GetStringAsync("/lite")).Contains("警戒レベル4", StringComparison.Ordinal), "the page shows the order");

            using var staff = await client.SignInAsync(Account, Password);
            var chronology = (await staff.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(entries, chronology.Count(entry => entry.GetProperty("sequence").GetInt64() <= entries));
            Assert.Contains(chronology, entry => entry.GetProperty("kind").GetString() == "evacuation.order-issued");

            // It was away for long: what was on its way waits for a person (design rule 10).
            var push = (await staff.GetAsync($"/api/v1/dispatches/{order.GetProperty("id").GetString()}")).GetProperty("items").EnumerateArray()
                .Single(item => item.GetProperty("channel").GetString() == "webpush");
            Assert.Equal(("held", 1), (push.GetProperty("state").GetString(), push.GetProperty("pending").GetInt32()));

            Assert.Equal("accepted", (await client.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 3, TimeProvider.System.GetUtcNow()))).Outcome);
        }

        var verified = await HubProcess.RunAsync("verify", "--data", folder.Path, "--config", Repository.Config);
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("verify")]
    public async Task OfALaterVersion_ItRefusesWithOneSentence_AndChangesNothing(string command)
    {
        using var folder = new TemporaryFolder();
        await (await RunningHub.StartAsync(folder.Path)).DisposeAsync();
        await TestDatabase.ExecuteAsync(folder.Path, "INSERT INTO \"__EFMigrationsHistory\" (MigrationId, ProductVersion) VALUES ('29991231235959_FromTheFuture', '99.0.0')");

        var ended = await HubProcess.RunAsync(
            [command, "--config", Repository.Config, "--data", folder.Path, .. command == "serve" ? new[] { "--urls", "http://127.0.0.1:0" } : []]);

        Assert.Equal(3, ended.Status);
        var line = Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("FromTheFuture", line, StringComparison.Ordinal);
        Assert.Contains("later version", line, StringComparison.Ordinal);
        await TestDatabase.DropAsync(folder.Path);
    }

    /// <summary>Makes a database from its text.</summary>
    /// <returns>How many entries its chronology has.</returns>
    private static long Restore(string file, string text)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A file of this repository.
        command.CommandText = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Chiyoda.Bousai.Hub.Tests", "Databases", text));
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        command.CommandText = "SELECT COUNT(*) FROM chronology";
        return (long)command.ExecuteScalar()!;
    }
}
