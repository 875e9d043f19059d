using System.IO.Compression;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backups;

/// <summary>What cannot be restored is refused in a sentence, before anything is written.</summary>
public sealed class RefusingToRestoreTests
{
    [Fact]
    public async Task DatabaseThatIsInUse_IsLeftAsItIs()
    {
        using var folder = new TemporaryFolder();
        var (data, file) = (folder.PathOf("hub"), folder.PathOf("backup.zip"));
        var chain = await MadeAsync(folder, "exercise");

        var refused = await Backup.RestoreAsync(file, data);

        Assert.Equal((3, string.Empty), (refused.Status, refused.Output));
        Assert.Contains("in use", refused.Error, StringComparison.Ordinal);
        Assert.Equal(chain, await Backup.MakeAsync(data, folder.PathOf("after.zip")));
    }

    [Fact]
    public async Task DatabaseOfSomethingElse_IsLeftAsItIs()
    {
        using var folder = new TemporaryFolder();
        await MadeAsync(folder, "exercise");
        var other = folder.PathOf("other");
        Directory.CreateDirectory(other);
        await TestDatabase.EnsureAsync(other);
        await TestDatabase.ExecuteAsync(other, TestDatabase.IsPostgres ? "INSERT INTO hosting_secrets (Name, Value) VALUES ('a', 'b')" : "CREATE TABLE letters (id INTEGER)");

        var refused = await Backup.RestoreAsync(folder.PathOf("backup.zip"), other);

        Assert.Equal((3, string.Empty), (refused.Status, refused.Output));
        Assert.Contains("not empty", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exercise", "live")]
    [InlineData("live", "exercise")]
    public async Task FileOfTheOtherMode_NeverBecomesThis(string made, string asked)
    {
        using var folder = new TemporaryFolder();
        var (copy, file) = (folder.PathOf("copy"), folder.PathOf("backup.zip"));
        await MadeAsync(folder, made);

        var refused = await Backup.RestoreAsync(file, copy, null, "--mode", asked);
        Assert.Equal((3, string.Empty), (refused.Status, refused.Output));
        Assert.Contains($"--mode {made}", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(copy));

        var restored = await Backup.RestoreAsync(file, copy, null, "--mode", made);
        var served = await HubProcess.RunAsync("serve", "--mode", asked, "--data", copy, "--config", Repository.Config, "--urls", "http://127.0.0.1:0");
        Assert.True(restored.Status == 0, restored.Error);
        Assert.Equal(3, served.Status);
        Assert.Contains($"stamped {made}", served.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfAnotherVersion_SaysWhichProgramItNeeds()
    {
        using var folder = new TemporaryFolder();
        await MadeAsync(folder, "exercise");
        var file = folder.PathOf("backup.zip");
        var (sqlite, postgres) = (SchemaVersion.Current.Sqlite, SchemaVersion.Current.PostgreSql);

        await RefusesAsync(Backup.Resealed(file, sqlite, "20990101000000_Later"), "newer version");
        File.Delete($"{file}.resealed");
        await RefusesAsync(Backup.Resealed(file, postgres, "20200101000000_Earlier"), "older version");
        File.Delete($"{file}.resealed");
        await RefusesAsync(Backup.Resealed(file, "\"format\": 1", "\"format\": 2"), "does not know its format");
    }

    [Fact]
    public async Task RowsThatAreNotTheOnesOfTheManifest_AreRefused_AndTheDatabaseStaysEmpty()
    {
        using var folder = new TemporaryFolder();
        var (copy, file) = (folder.PathOf("copy"), folder.PathOf("backup.zip"));
        await MadeAsync(folder, "exercise");
        var head = (await Backup.ManifestOf(file)).Chronology.Head;
        var forged = Backup.Resealed(file, head, head.Replace(head[0], head[0] == '0' ? '1' : '0'));

        var refused = await Backup.RestoreAsync(forged, copy);

        Assert.Equal((3, string.Empty), (refused.Status, refused.Output));
        Assert.Contains("chronology", refused.Error, StringComparison.Ordinal);
        Assert.Equal([0], await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM chronology"));
        Assert.Equal([0], await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM hosting_stamp"));

        await Backup.RestoredAsync(file, copy);
    }

    [Fact]
    public async Task DamagedFile_IsRefused_WhereverItIsCut_AndWhereverAnOctetIsTurned()
    {
        using var folder = new TemporaryFolder();
        await MadeAsync(folder, "exercise");
        var file = folder.PathOf("backup.zip");
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var manifest = await Backup.ManifestOf(file);
        var inRows = 0;

        for (var cut = 0; cut < whole.Length; cut += 1 + (whole.Length / 97))
        {
            await RefusesAsync(folder.Write("cut.zip", whole.AsSpan(0, cut)), "damaged");
        }

        for (var at = 0; at < whole.Length; at += 1 + (whole.Length / 997))
        {
            var octets = whole.ToArray();
            octets[at] ^= 0x55;
            if (await FindRefusalAsync(folder.Write("turned.zip", octets)) is null)
            {
                // An octet that carries nothing, like a time of the archive's own: what is read is what was written.
                Assert.Equal(manifest.Parts, (await Backup.ManifestOf(folder.PathOf("turned.zip"))).Parts);
            }
            else
            {
                inRows++;
            }
        }

        Assert.True(inRows > 500, $"only {inRows} were noticed");
        await RefusesAsync(folder.Write("text.zip", "not a backup"u8), "no backup");
    }

    [Fact]
    public async Task PartThatIsMissing_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await MadeAsync(folder, "exercise");
        using (var archive = await ZipFile.OpenAsync(folder.PathOf("backup.zip"), ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            archive.GetEntry("tables/subscriptions.jsonl")!.Delete();
        }

        await RefusesAsync(folder.PathOf("backup.zip"), "tables/subscriptions.jsonl");
    }

    private static async Task RefusesAsync(string file, string why) =>
        Assert.Contains(why, await FindRefusalAsync(file) ?? "nothing", StringComparison.Ordinal);

    private static async Task<string?> FindRefusalAsync(string file)
    {
        try
        {
            await using var opened = await BackupFile.OpenAsync(file, "test", TestContext.Current.CancellationToken);
            return null;
        }
        catch (BackupRefusedException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>A hub's database in <c>hub</c> with an account, and its <c>backup.zip</c>.</summary>
    private static async Task<string> MadeAsync(TemporaryFolder folder, string mode)
    {
        var data = folder.PathOf("hub");
        Directory.CreateDirectory(data);
        await TestDatabase.EnsureAsync(data);
        if (mode == "exercise")
        {
            await using var hub = await RunningHub.StartAsync(data);
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        }
        else
        {
            var added = await HubProcess.RunAsync(
                "passw0rd-1", Backup.On((await TestDatabase.OfAsync(data)).Postgres), "staff", "add", "--login", "a", "--name", "試験", "--role", "Viewer", "--password-stdin", "--mode", mode, "--data", data, "--config", Repository.Config);
            Assert.True(added.Status == 0, added.Error);
        }

        return await Backup.MakeAsync(data, folder.PathOf("backup.zip"));
    }
}
