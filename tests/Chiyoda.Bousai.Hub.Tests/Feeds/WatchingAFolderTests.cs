using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds;

/// <summary>Telegrams that somebody puts into a folder.</summary>
public sealed class WatchingAFolderTests
{
    [Fact]
    public async Task FileInTheFolder_IsTakenUntouched_AndProposes()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await StartAsync(folder);
        using var viewer = await hub.SignInAsync("Viewer");
        var octets = Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow());

        var file = folder.Write("20260601_VXKO50.xml", octets);

        await Eventually.TrueAsync(async () => (await viewer.ProposalsAsync()).Count == 1, "the file proposes");
        Assert.Equal("folder", (await RowsAsync(viewer))[0].GetProperty("source").GetString());
        Assert.Equal(octets, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FileThatCannotBeRead_DoesNotHoldUpTheOthers()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.PathOf("a-dangling.xml"), folder.PathOf("nowhere"));
        folder.Write("b-broken.xml", "<Report"u8);
        folder.Write("c-sound.xml", Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));

        await using var hub = await StartAsync(folder);
        using var viewer = await hub.SignInAsync("Viewer");

        await Eventually.TrueAsync(
            async () => await RowsAsync(viewer) is { Count: 2 } rows && rows.All(row => row.GetProperty("outcome").GetString() != "pending"), "both files are taken");
        Assert.Equal(["accepted", "unreadable"], (await RowsAsync(viewer)).Select(row => row.GetProperty("outcome").GetString()).Order());
        Assert.Single(await viewer.ProposalsAsync());
    }

    [Fact]
    public async Task FileThatIsReplaced_IsTakenAgain()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await StartAsync(folder);
        using var viewer = await hub.SignInAsync("Viewer");
        var now = TimeProvider.System.GetUtcNow();
        folder.Write("latest.xml", Floods.Telegram(Floods.Kanda, 3, now.AddMinutes(-1)));
        await Eventually.TrueAsync(async () => (await viewer.ProposalsAsync()).Count == 1, "the first is taken");

        folder.Write("latest.xml", Floods.Telegram(Floods.Kanda, 4, now, serial: 10));

        await Eventually.TrueAsync(
            async () => await viewer.ProposalsAsync() is [var one] && one.GetProperty("level").GetInt32() == 4, "the second is taken");
    }

    [Fact]
    public async Task FolderThatIsNotThereYet_IsWatchedOnceItIs()
    {
        using var folder = new TemporaryFolder();
        var later = folder.PathOf("later");
        await using var hub = await RunningHub.StartAsync(settings: Watching(later));
        using var viewer = await hub.SignInAsync("Viewer");

        Directory.CreateDirectory(later);
        await File.WriteAllBytesAsync(Path.Combine(later, "one.xml"), Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(async () => (await viewer.ProposalsAsync()).Count == 1, "the file is taken");
    }

    private static Task<RunningHub> StartAsync(TemporaryFolder folder) => RunningHub.StartAsync(settings: Watching(folder.Path));

    private static Dictionary<string, string?> Watching(string folder) => new() { ["Feeds:Folder"] = folder, ["Feeds:FolderInterval"] = "00:00:01" };

    private static async Task<IReadOnlyList<JsonElement>> RowsAsync(StaffClient viewer) =>
        [.. (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").EnumerateArray()];
}
