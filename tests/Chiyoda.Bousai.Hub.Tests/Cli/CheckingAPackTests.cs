using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Cli;

/// <summary><c>hub config check DIR</c>: what stops a start and what stops a live start, all at once, before anybody starts anything.</summary>
[RunsOnce]
public sealed class CheckingAPackTests
{
    [Theory]
    [InlineData("config", "千代田区")]
    [InlineData("tests/packs/akita", "秋田市")]
    public async Task SoundPack_IsFoundSound_AndEveryFileThatLiveMissesIsNamed(string folder, string name)
    {
        var pack = Path.Combine(Repository.Root, folder);

        var ended = await HubProcess.RunAsync("config", "check", pack);

        Assert.Equal((0, string.Empty), (ended.Status, ended.Error));
        Assert.Contains($"{name} 誤りなし", ended.Output, StringComparison.Ordinal);
        string[] vouchedFor =
        [
            "ward.json", "roles.json", "shelters.csv", "areas/areas.csv", "messages/ja/orders.json", "messages/ja/portal.json", "appsettings.live.json",
            .. new[] { "criteria", "zones" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(pack, part), "*.json").Select(file => $"{part}/{Path.GetFileName(file)}")),
        ];
        Assert.All(vouchedFor, file => Assert.Contains($"  {file}: ", ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryWrongValueOfEveryFile_IsNamedAtOnce_AndTheStartSaysTheSame()
    {
        using var config = new ConfigCopy();
        using var folder = new TemporaryFolder();
        string[] wrong =
        [
            $"ward.json:{config.Replace("ward.json", "\"131016\"", "\"131017\"")} «131017»",
            $"zones/landslide.json:{config.Replace("zones/landslide.json", "\"name\": \"一番町\"", "\"name\": \"二番町\"")} «",
            $"roles.json:{config.Replace("roles.json", "\"flood\"", "\"floods\"")} «floods»",
            $"areas/areas.csv:{config.Replace("areas/areas.csv", "139.749414", "35.69847")} «",
            $"messages/en/portal.json:{config.Replace("messages/en/portal.json", "\"lite\": ", "\"light\": ")} «site.light»",
            $"messages/en/portal.json:{config.Replace("messages/en/portal.json", "({n} min ago)", "({n min ago)")} «time.age: ({{n min ago)»",
            $"appsettings.json:{config.Replace("appsettings.json", "\"SignInsPerMinute\": 10", "\"SignInsPerMinute\": -1")} «-1»",
        ];

        var ended = await HubProcess.RunAsync("config", "check", config.Path);
        var json = await HubProcess.RunAsync("config", "check", config.Path, "--json");
        var start = await HubProcess.RunAsync("serve", "--config", config.Path, "--data", folder.PathOf("new"), "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, string.Empty, 1, string.Empty, 3), (ended.Status, ended.Error, json.Status, json.Error, start.Status));
        Assert.All(wrong, line => Assert.Contains($"  {line}", ended.Output, StringComparison.Ordinal));
        Assert.All(wrong, line => Assert.Contains($"  {line}", start.Error, StringComparison.Ordinal));
        var lines = json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ended.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)),
            lines.Select(line => $"  {Text(line, "file")}:{line.GetProperty("line").GetInt32()} «{Text(line, "value")}» {Text(line, "rule")}"));
        Assert.All(lines, line => Assert.Equal("wrong", Text(line, "kind")));
    }

    [Fact]
    public async Task VerifiedPack_MayGoLive_UntilOneFileExpires()
    {
        using var config = new ConfigCopy().Verified();
        var sound = await HubProcess.RunAsync("config", "check", config.Path);
        config.Replace("zones/landslide.json", "2099-12-31", "2026-01-02");
        config.Replace("shelters.csv.json", "\"verifiedOn\": \"2026-01-01\"", "\"verifiedOn\": \"2099-12-30\"");

        var expired = await HubProcess.RunAsync("config", "check", config.Path);
        var json = await HubProcess.RunAsync("config", "check", config.Path, "--json");

        Assert.Equal((0, 0, 0), (sound.Status, expired.Status, json.Status));
        Assert.Contains("本番も起動します", sound.Output, StringComparison.Ordinal);
        Assert.Contains("2件", expired.Output, StringComparison.Ordinal);
        Assert.Contains("  zones/landslide.json: 有効期限切れ 2026-01-02", expired.Output, StringComparison.Ordinal);
        Assert.Contains("  shelters.csv: 検証日が未来 2099-12-30", expired.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["live shelters.csv", "live zones/landslide.json"],
            json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Select(line => $"{Text(line, "kind")} {Text(line, "file")}"));
    }

    [Fact]
    public async Task SettingsOfLive_AreCheckedToo_WhateverModeWouldStart()
    {
        using var config = new ConfigCopy();
        config.Write("appsettings.live.json", "{ \"Push\": {\n \"Sbject\": \"mailto:a@example.jp\" } }");

        var ended = await HubProcess.RunAsync("config", "check", config.Path);

        Assert.Equal(1, ended.Status);
        Assert.Contains("  appsettings.live.json:2 «mailto:a@example.jp» Push:Sbject", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatIsNotThere_IsNamed()
    {
        using var folder = new TemporaryFolder();

        var ended = await HubProcess.RunAsync("config", "check", folder.PathOf("nothing"));

        Assert.Equal((1, string.Empty), (ended.Status, ended.Output));
        Assert.Contains(folder.PathOf("nothing"), ended.Error, StringComparison.Ordinal);
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
