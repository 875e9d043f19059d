using System.Text;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Cli;

/// <summary><c>hub replay</c> against a running hub.</summary>
public sealed class ReplayingTests
{
    private static readonly DateTimeOffset Then = new(2026, 6, 1, 2, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Files_ArePostedInTheOrderOfTheirReportTimes_AndTheirOutcomesPrinted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.xml", Floods.Telegram(Floods.Kanda, 4, Then.AddMinutes(20), 3));
        folder.Write("2.xml", Floods.Telegram(Floods.Kanda, 3, Then.AddMinutes(10), 2));
        folder.Write("3.xml", Floods.Telegram(Floods.Kanda, 2, Then, 1));
        folder.Write("4.xml", Floods.Telegram("830304009900", 5, Then.AddMinutes(15)));
        folder.Write("5.xml", "<Report"u8);
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");

        var replayed = await ReplayAsync(hub, folder.Path);

        Assert.True(replayed.Status == 0, replayed.Error);
        Assert.Equal(
            ["5.xml unreadable", "3.xml accepted", "2.xml accepted", "4.xml irrelevant", "1.xml accepted"],
            replayed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        Assert.Equal(4, (await viewer.ProposalAsync()).GetProperty("level").GetInt32());
        var rows = (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").EnumerateArray();
        Assert.Contains(rows, row => row.GetProperty("reportedAt").ValueKind != System.Text.Json.JsonValueKind.Null && row.GetProperty("reportedAt").GetDateTimeOffset() == Then);

        var again = await ReplayAsync(hub, folder.Path);
        Assert.Equal(5, again.Output.Split('\n').Count(line => line.EndsWith(" duplicate", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Restamp_MovesToNow_MarksAsTraining_AndKeepsTheHashOfTheOriginal()
    {
        using var folder = new TemporaryFolder();
        var original = Floods.Telegram(Floods.Kanda, 4, Then);
        folder.Write("1.xml", original);
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");

        var replayed = await ReplayAsync(hub, folder.Path, "--restamp");

        Assert.True(replayed.Status == 0, replayed.Error);
        var row = (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items")[0];
        Assert.Equal("training", row.GetProperty("status").GetString());
        Assert.InRange(TimeProvider.System.GetUtcNow() - row.GetProperty("reportedAt").GetDateTimeOffset(), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.False(row.GetProperty("isLate").GetBoolean());
        Assert.Contains(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(original)),
            Encoding.UTF8.GetString(await PayloadAsync(hub)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_IsASignOfLifeOfItsSource()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.xml", Floods.Telegram(Floods.Kanda, 4, Then));
        await using var hub = await RunningHub.StartAsync();
        await hub.HeartbeatAsync(complete: true);

        await ReplayAsync(hub, folder.Path);

        Assert.Equal("known", (await hub.GetAsync("/api/v1/warnings")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("wrong-key")]
    [InlineData("no-hub")]
    public async Task ReplayThatFails_SaysSoForEachFile_AndEndsWithOne(string how)
    {
        using var folder = new TemporaryFolder();
        using var keys = new TemporaryFolder();
        folder.Write("1.xml", Floods.Telegram(Floods.Kanda, 4, Then));
        var key = keys.Write("key", "not-the-key"u8);
        await using var hub = await RunningHub.StartAsync();

        var replayed = await HubProcess.RunAsync(
            "replay", folder.Path, "--to", how == "no-hub" ? "http://127.0.0.1:9" : hub.Url.ToString(), "--feed-key-file", key);

        Assert.Equal(1, replayed.Status);
        Assert.StartsWith("1.xml: ", replayed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", replayed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speed_KeepsThePausesBetweenTelegrams()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.xml", Floods.Telegram(Floods.Kanda, 3, Then, 1));
        folder.Write("2.xml", Floods.Telegram(Floods.Kanda, 4, Then.AddMinutes(10), 2));
        folder.Write("3.xml", "without a time"u8);
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");

        var replayed = await ReplayAsync(hub, folder.Path, "--speed", "300");

        Assert.True(replayed.Status == 0, replayed.Error);
        var received = (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").EnumerateArray()
            .Where(row => row.GetProperty("outcome").GetString() == "accepted").Select(row => row.GetProperty("receivedAt").GetDateTimeOffset()).Order().ToList();
        Assert.InRange(received[1] - received[0], TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(20));
    }

    private static Task<Ended> ReplayAsync(RunningHub hub, string path, params string[] more) => HubProcess.RunAsync(
        string.Empty, new Dictionary<string, string?> { ["Feeds__Key"] = RunningHub.FeedKey }, ["replay", path, "--to", hub.Url.ToString(), .. more]);

    private static async Task<byte[]> PayloadAsync(RunningHub hub) =>
        Assert.Single(await TestDatabase.ReadAsync<byte[]>(hub.DataDirectory, "SELECT Octets FROM entry_payloads WHERE Sequence = 1"));
}
