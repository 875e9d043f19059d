using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backups;

/// <summary>A backup in the busiest minute: one moment, whole, and nobody is held up by it.</summary>
public sealed class BackingUpWhileWritingTests
{
    private const int Writers = 16;

    [Fact]
    public async Task SixteenWriters_TheFileShowsOneMoment_AndItsChainIsWhole()
    {
        using var folder = new TemporaryFolder();
        var (data, copy, file) = (folder.PathOf("hub"), folder.PathOf("copy"), folder.PathOf("backup.zip"));
        Directory.CreateDirectory(data);
        await using var push = await LocalPushService.StartAsync();
        await using var hub = await RunningHub.StartAsync(data);
        var now = TimeProvider.System.GetUtcNow();
        var key = await hub.PushKeyAsync();
        using var stop = new CancellationTokenSource();
        var (begun, answered) = (0, 0);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            while (!stop.IsCancellationRequested)
            {
                var serial = Interlocked.Increment(ref begun);
                await hub.PublishTelegramAsync(Floods.Telegram(writer % 2 == 0 ? Floods.Kanda : Floods.Arakawa, (serial % 3) + 2, now.AddSeconds(-serial), serial));
                Interlocked.Increment(ref answered);
                await hub.SubscribeAsync(push.NewSubscriber(key), "*");
            }
        }));
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref answered) > 2 * Writers), "the writers are at work");

        var chain = await Backup.MakeAsync(data, file);
        var (begunAtEnd, answeredAtEnd) = (Volatile.Read(ref begun), Volatile.Read(ref answered));
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref answered) > answeredAtEnd + Writers), "the writers go on");
        await stop.CancelAsync();
        await writing;
        var printed = await Backup.RestoredAsync(file, copy);

        var manifest = await Backup.ManifestOf(file);
        Assert.Equal($"{manifest.Chronology}", chain);
        Assert.Contains($"backup: {chain}\n", printed, StringComparison.Ordinal);
        var head = await TestDatabase.ReadAsync<byte[]>(data, $"SELECT Hash FROM chronology WHERE Sequence = {manifest.Chronology.Entries}");
        Assert.Equal(manifest.Chronology.Head, Convert.ToHexStringLower(Assert.Single(head)));

        // State and facts are of the same moment: each telegram with its entry, each entry with its telegram.
        var kept = await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM feeds_telegrams");
        Assert.Equal(kept, await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM chronology WHERE Kind = 'feeds.telegram-received'"));
        Assert.Equal(kept, await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM chronology JOIN feeds_telegrams ON SubjectId = feeds_telegrams.Id"));
        Assert.InRange(Assert.Single(kept), 2 * Writers, begunAtEnd);
        var verified = await HubProcess.RunAsync("verify", "--data", copy, "--config", Repository.Config);
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
        Assert.EndsWith(verified.Output, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_IsForItsOwnerAlone_AndNeverOverwritten_AndTheDatabaseIsAsItWas()
    {
        using var folder = new TemporaryFolder();
        var (data, file) = (folder.PathOf("hub"), folder.PathOf("backup.zip"));
        Directory.CreateDirectory(data);
        await using (var hub = await RunningHub.StartAsync(data))
        {
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        }

        var before = await Backup.MakeAsync(data, file);
        var octets = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var again = await HubProcess.RunAsync("backup", file, "--data", data, "--config", Repository.Config);
        var elsewhere = await HubProcess.RunAsync("backup", folder.PathOf("none/backup.zip"), "--data", data, "--config", Repository.Config);
        var ofNothing = await HubProcess.RunAsync("backup", folder.PathOf("other.zip"), "--data", folder.PathOf("mistyped"), "--config", Repository.Config);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(3, again.Status);
        Assert.Contains("never overwrites", again.Error, StringComparison.Ordinal);
        Assert.Equal(octets, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal((4, string.Empty), (elsewhere.Status, elsewhere.Output));
        Assert.Equal(3, ofNothing.Status);
        Assert.Equal(["backup.zip"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Equal(before, await Backup.MakeAsync(data, folder.PathOf("second.zip")));
    }
}
