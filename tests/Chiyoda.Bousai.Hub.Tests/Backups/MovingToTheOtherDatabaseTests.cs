using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backups;

/// <summary>A file restores on either database: a ward goes from its trial to production, and back, with all it has.</summary>
[RunsOnce]
public sealed class MovingToTheOtherDatabaseTests
{
    /// <summary>What a restore changes on purpose: what it holds, and that it says so.</summary>
    private static readonly string[] Changed =
        ["chronology", "entry_payloads", "spine_head", "dissemination_dispatches", "dissemination_pages", "hosting_nodes"];

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task EveryRow_IsTheSameThere_AndTheHubGoesOn(bool fromPostgres, bool toPostgres)
    {
        Assert.SkipWhen(RequiredServices.SkipReason(ProcessSet.Missing) is not null, ProcessSet.Missing ?? string.Empty);
        await using var server = new ProcessSet(isPostgres: true);
        await server.StartAsync("postgres");
        using var folder = new TemporaryFolder();
        var (there, here) = (fromPostgres ? server.ConnectionTo("one") : null, toPostgres ? server.ConnectionTo("other") : null);
        var (first, second) = (folder.PathOf("first.zip"), folder.PathOf("second.zip"));
        await using var push = await LocalPushService.StartAsync();
        Directory.CreateDirectory(folder.PathOf("one"));
        await LiveThroughANightAsync(folder.PathOf("one"), there, push);
        if (there is null)
        {
            await new HubDatabase(null, folder.PathOf("one/bousai.db")).ExecuteAsync("UPDATE evacuation_proposals SET Note = 'a' || char(0) || 'z'");
        }

        await Backup.MakeAsync(folder.PathOf("one"), first, Backup.On(there));

        await Backup.RestoredAsync(first, folder.PathOf("other"), Backup.On(here));
        await Backup.MakeAsync(folder.PathOf("other"), second, Backup.On(here));

        var (made, again) = (await Backup.ManifestOf(first), await Backup.ManifestOf(second));
        Assert.All(
            ["access_accounts", "chronology", "dissemination_dispatches", "evacuation_orders", "evacuation_proposals", "feeds_telegrams", "hosting_secrets", "subscriptions", "warnings_streams"],
            table => Assert.NotEqual(0, made.Parts.Single(part => part.Table == table).Rows));
        Assert.Equal(Kept(made, toPostgres), Kept(again, toPostgres));
        if (here is not null)
        {
            Assert.Equal(["a\uFFFDz"], await new HubDatabase(here, string.Empty).ReadAsync<string>("SELECT DISTINCT Note FROM evacuation_proposals"));
        }

        await using var hub = await RunningHub.StartAsync(folder.PathOf("other"), settings: On(here));
        Assert.Equal(1, (await hub.GetAsync("/api/v1/orders")).GetProperty("items").GetArrayLength());
        await hub.SubscribeAsync(push.NewSubscriber(await hub.PushKeyAsync()), "*");
        using var desks = await Desks.OpenAsync(hub);
        var verified = await HubProcess.RunAsync(string.Empty, Backup.On(here), "verify", "--data", folder.PathOf("other"), "--config", Repository.Config);
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
    }

    /// <summary>Nobody had to think of the backup when a table was added: what the migrations make is what the file holds.</summary>
    [Fact]
    public async Task EveryTableAndColumnOfTheDatabase_IsInTheFile()
    {
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("hub");
        Directory.CreateDirectory(data);
        await using (await RunningHub.StartAsync(data))
        {
        }

        await using var db = new Database((await TestDatabase.OfAsync(data)).Postgres, Path.Combine(data, "bousai.db")).Open();
        var columns = await TestDatabase.ReadAsync<string>(data, TestDatabase.IsPostgres
            ? "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'"
            : "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'");
        string[] ofTheTools = ["__EF", "sqlite_", "hangfire"];
        var expected = columns.Where(column => !ofTheTools.Any(tool => column.StartsWith(tool, StringComparison.Ordinal))).ToList();
        var held = BackupTable.Of(db).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"));

        Assert.True(expected.Count > 100, $"only {expected.Count} columns were found");
        Assert.Equal(expected.Order(StringComparer.Ordinal), held.Order(StringComparer.Ordinal));
        await Backup.MakeAsync(data, folder.PathOf("backup.zip"));
        var parts = (await Backup.ManifestOf(folder.PathOf("backup.zip"))).Parts.Select(part => part.Table);
        Assert.Equal(expected.Select(column => column.Split('.')[0]).Distinct().Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    /// <summary>Both models at once, without a server: a column of a kind that has no form in a backup is found here.</summary>
    [Fact]
    public void BothDatabases_HaveTheSameTablesAndColumns()
    {
        using var folder = new TemporaryFolder();
        using var sqlite = new Database(null, folder.PathOf("none.db")).Open();
        using var postgres = new Database("Host=127.0.0.1;Database=none", string.Empty).Open();

        static IEnumerable<string> Columns(DbContext db) => BackupTable.Of((Infrastructure.Persistence.BousaiDbContext)db)
            .SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.IsCounted}"));
        Assert.Equal(Columns(sqlite), Columns(postgres));
    }

    /// <summary>What must be the same. A NUL in a text, which PostgreSQL cannot hold, is the one thing that may differ there.</summary>
    private static IEnumerable<(string, long, string)> Kept(BackupManifest manifest, bool toPostgres) => manifest.Parts
        .Where(part => !Changed.Contains(part.Table) && !(toPostgres && part.Table == "evacuation_proposals"))
        .Select(part => (part.Table, part.Rows, part.Sha256));

    private static Dictionary<string, string?> On(string? connection) => new() { ["ConnectionStrings:Database"] = connection };

    /// <summary>A little of everything: telegrams of two rivers, one unreadable, an order that is out, devices, accounts.</summary>
    private static async Task LiveThroughANightAsync(string data, string? connection, LocalPushService push)
    {
        await using var hub = await RunningHub.StartAsync(data, settings: On(connection));
        using var desks = await Desks.OpenAsync(hub);
        var now = TimeProvider.System.GetUtcNow();
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 2, now));
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await hub.PublishTelegramAsync(new byte[] { 0, 1, 255 });
        await hub.HeartbeatAsync(complete: true);
        var key = await hub.PushKeyAsync();
        foreach (var language in new[] { "ja", "en" })
        {
            await hub.SubscribeAsync(push.NewSubscriber(key), "*", language);
        }

        var released = await desks.IssueDraftAsync(now);
        await Eventually.TrueAsync(
            async () => (await desks.Author.GetAsync($"/api/v1/dispatches/{released.GetProperty("orderId").GetString()}")).GetProperty("items")
                .EnumerateArray().All(item => item.GetProperty("state").GetString() == "done"),
            "all is sent");
    }
}
