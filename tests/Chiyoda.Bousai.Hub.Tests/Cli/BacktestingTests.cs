using System.Text.Json;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Cli;

/// <summary><c>hub backtest</c>: what the criteria would have proposed, without a hub.</summary>
public sealed class BacktestingTests
{
    private static readonly DateTimeOffset Evening = new(2026, 8, 1, 18, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Night_IsToldByCriterion_WithWhatWasProposedTwice()
    {
        using var folder = new TemporaryFolder();
        Write(folder, Floods.Kanda, "通常", 2, 4, 2, 4);
        folder.Write("drill.xml", Floods.Telegram(Floods.Kanda, 5, Evening, 9, status: "訓練"));
        folder.Write("broken.xml", "<Report"u8);

        var (lines, ended) = await RunAsync(folder.Path);

        Assert.Contains("1 file(s) are neither telegrams", ended.Error, StringComparison.Ordinal);
        var normal = lines.Where(line => Text(line, "status") == "normal").ToList();
        Assert.Equal(
            [("proposed", "kanda-river-4"), ("dropped", "kanda-river-4"), ("proposed", "kanda-river-4"), ("proposedTwice", "kanda-river-4")],
            normal.TakeWhile(line => Text(line, "kind") != "criterion").Select(line => (Text(line, "kind"), Text(line, "criterion"))));
        var first = normal[0];
        Assert.Equal(Evening.AddMinutes(10), first.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(("flood", Floods.Kanda, 4, "goUp"), (Text(first, "hazard"), Text(first, "cause"), first.GetProperty("level").GetInt32(), Text(first, "action")));
        Assert.All(["leadTime", "leadTimeFrom", "expectedAt", "lateBy", "reason"], name => Assert.Equal(JsonValueKind.Null, first.GetProperty(name).ValueKind));
        Assert.Contains(normal, line => Text(line, "kind") == "criterion" && Text(line, "criterion") == "arakawa-4" && line.GetProperty("proposed").GetInt32() == 0);
        var summary = normal[^1];
        Assert.Equal((4, 2, 1, 0), (
            summary.GetProperty("telegrams").GetInt32(), summary.GetProperty("proposed").GetInt32(), summary.GetProperty("proposedTwice").GetInt32(), summary.GetProperty("missed").GetInt32()));
        Assert.Equal(["kanda-river-5"], lines.Where(line => Text(line, "status") == "training" && Text(line, "kind") == "proposed").Select(line => Text(line, "criterion")));
    }

    [Fact]
    public async Task CriteriaOnTrial_AreRunOnThePack_AndWhatNoneCoversIsNamed()
    {
        using var folder = new TemporaryFolder();
        using var trial = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Config, "criteria")))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            trial.Write(Path.GetFileName(file), System.Text.Encoding.UTF8.GetBytes(text.Replace("\"atLeastLevel\": 4", "\"atLeastLevel\": 5", StringComparison.Ordinal).Replace("\"atLeastLevel\": 3", "\"atLeastLevel\": 5", StringComparison.Ordinal)));
        }

        Write(folder, Floods.Kanda, "通常", 3, 4, 5);

        var (lines, _) = await RunAsync(folder.Path, "--criteria", trial.Path);

        Assert.Equal(
            [("missed", Evening), ("missed", Evening.AddMinutes(10)), ("proposed", Evening.AddMinutes(20))],
            lines.TakeWhile(line => Text(line, "kind") != "criterion").Select(line => (Text(line, "kind"), line.GetProperty("at").GetDateTimeOffset())));
    }

    [Fact]
    public async Task TelegramsOfEarlierYears_AreMissed_UnlessCriteriaCountOnAnyDay()
    {
        using var folder = new TemporaryFolder();
        folder.Write("old.xml", Floods.Telegram(Floods.Kanda, 4, Evening.AddYears(-4)));

        var (asLive, _) = await RunAsync(folder.Path);
        var (onAnyDay, _) = await RunAsync(folder.Path, "--any-day");
        var text = await HubProcess.RunAsync(["backtest", folder.Path, "--config", Repository.Config, "--any-day"]);

        Assert.Equal(("missed", "noCriterion", 4), (Text(asLive[0], "kind"), Text(asLive[0], "reason"), asLive[0].GetProperty("level").GetInt32()));
        Assert.Equal(("proposed", "kanda-river-4"), (Text(onAnyDay[0], "kind"), Text(onAnyDay[0], "criterion")));
        Assert.Contains("2022-08-01 18:00 提案 kanda-river-4（", text.Output, StringComparison.Ordinal);
        Assert.Contains("猶予は電文に記載なし", text.Output, StringComparison.Ordinal);
        Assert.Contains("提案 1件、お知らせ・連絡の案 0件、遅い 0件、再提案 0件、取下げ 0件、早すぎ 0件、見逃し 0件", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SetBeyondItsBounds_IsRefusedWithThem()
    {
        var pack = WardPackLoader.Load(Repository.Config).Pack!;

        Assert.Contains("at most 2 telegrams", Assert.Throws<BackTestBoundException>(() => Admit(3, 10)).Message, StringComparison.Ordinal);
        Assert.Contains("1 MiB", Assert.Throws<BackTestBoundException>(() => Admit(1, (1 << 20) + 1)).Message, StringComparison.Ordinal);
        Admit(2, 1 << 19);

        void Admit(int telegrams, int octets)
        {
            var set = new BackTestSet(pack, new BackTestBounds(2, 1 << 20), new GaugeOptions().Limits);
            for (var each = 0; each < telegrams; each++)
            {
                set.Admit(octets);
            }
        }
    }

    /// <summary>The same rule runs in both: over nights of chance, a hub and a back-test propose the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task HubAndBacktest_ProposeTheSame(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        await using var hub = await RunningHub.StartAsync();
        using var desks = await Desks.OpenAsync(hub);
        for (var each = 0; each < 14; each++)
        {
            var level = random.Next(1, 6);
            var octets = Floods.Telegram(random.Next(2) == 0 ? Floods.Kanda : Floods.Arakawa, level == 1 ? null : level, Evening.AddMinutes(10 * each), each + 1);
            folder.Write($"{each:00}.xml", octets);
            await hub.PublishTelegramAsync(octets);
        }

        var (lines, _) = await RunAsync(folder.Path);
        var proposals = (await desks.Author.GetAsync("/api/v1/proposals")).GetProperty("items").EnumerateArray().ToList();

        var live = new List<string>();
        foreach (var proposal in proposals.OrderBy(proposal => Text(proposal, "id"), StringComparer.Ordinal))
        {
            var evidence = (await desks.Author.GetAsync($"/api/v1/proposals/{Text(proposal, "id")}")).GetProperty("criteria").EnumerateArray();
            live.Add(Text(evidence.First(piece => piece.GetProperty("matched").GetBoolean()), "id"));
        }

        Assert.NotEmpty(live);
        Assert.Equal(live, lines.Where(line => Text(line, "kind") == "proposed").Select(line => Text(line, "criterion")));
    }

    [Theory]
    [InlineData("needs at least one file")]
    [InlineData("there is no folder", "PATH", "--criteria", "nowhere")]
    [InlineData("there is no file or folder", "nowhere")]
    public async Task WrongWords_AreNamed(string named, params string[] words)
    {
        var ended = await HubProcess.RunAsync(["backtest", .. words.Select(word => word == "PATH" ? Repository.Config : word)]);

        Assert.Equal((2, string.Empty), (ended.Status, ended.Output));
        Assert.Contains(named, ended.Error, StringComparison.Ordinal);
    }

    private static void Write(TemporaryFolder folder, string river, string status, params int[] levels)
    {
        for (var each = 0; each < levels.Length; each++)
        {
            folder.Write($"{each}.xml", Floods.Telegram(river, levels[each], Evening.AddMinutes(10 * each), each + 1, status));
        }
    }

    private static async Task<(List<JsonElement> Lines, Ended Ended)> RunAsync(string path, params string[] more)
    {
        var ended = await HubProcess.RunAsync(["backtest", path, "--config", Repository.Config, "--json", .. more]);
        Assert.True(ended.Status == 0, ended.Error);
        return ([.. ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)], ended);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
