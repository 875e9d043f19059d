using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>A wrong value anywhere in the configuration stops the start and is named by file, line and rule; no stack, nothing made.</summary>
[RunsOnce]
public sealed class WrongConfigurationTests
{
    /// <summary>File, what stands there, what is written instead, and a word of the rule.</summary>
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "criteria/kanda-river.json", "\"atLeastLevel\": 4", "\"atLeastLevel\": 9", "«9»" },
        { "criteria/kanda-river.json", "\"zone\": \"kanda-river\"", "\"zone\": \"kanda\"", "«kanda»" },
        { "criteria/kanda-river.json", "\"level\": 4", "\"level\": \"four\"", "«four»" },
        { "zones/kanda-river.json", "\"areas\": [", "\"areas\": [ \"99999999999\",", "«" },
        { "ward.json", "\"131016\"", "\"131017\"", "«131017»" },
        { "roles.json", "\"levels\"", "\"Levels\"", "«" },
        { "areas/areas.csv", "13101001002", "13101001001", "«13101001001»" },
        { "messages/ja/orders.json", "{", "{{", "JSON" },
        { "messages/ja/portal.json", "\"skip\": \"本文へ\"", "\"skip\": 5", "«site.skip: 5»" },
        { "messages/en/portal.json", "\"language\": \"en\"", "\"language\": \"fr\"", "«fr»" },
        { "appsettings.json", "\"SignInsPerMinute\": 10", "\"SignInsPerMinute\": -1", "Limits:SignInsPerMinute" },
        { "appsettings.json", "\"SignInsPerMinute\": 10", "\"SignInsPerMinute\": \"many\"", "Limits:SignInsPerMinute" },
        { "appsettings.json", "\"SignInsPerMinute\": 10", "\"SignInPerMinute\": 10", "Limits:SignInPerMinute" },
        { "appsettings.json", "{", "{ \"Limit\": { \"Trusted\": \"\" },", "Limit:Trusted" },
        { "appsettings.json", "{", "{ \"Hub\": { \"Roles\": \"web,wrker\" },", "Hub:Roles" },
        { "appsettings.json", "{", "{ \"Hub\": { \"Role\": \"web\" },", "Hub:Role" },
        { "appsettings.json", "{", "{ \"Hub\": { \"Proxies\": \"nginx\" },", "Hub:Proxies" },
        { "appsettings.json", "{", "{ \"Hub\": { \"Proxies\": \"10.0.0.1, 0.0.0.0/0\" },", "Hub:Proxies" },
        { "appsettings.json", "\"Trusted\": \"\"", "\"Trusted\": \"office\"", "Limits:Trusted" },
        { "appsettings.json", "{", "{ \"Feeds\": { \"FolderInterval\": \"soon\" },", "Feeds:FolderInterval" },
        { "appsettings.json", "{", "{ \"Feeds\": { \"FolderInterval\": \"00:00:00.1\" },", "Feeds:FolderInterval" },
        { "appsettings.json", "}", "", "JSON" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongValue_StopsTheStart_AndIsNamedByFileLineAndRule(string file, string old, string replacement, string named)
    {
        using var config = new ConfigCopy();
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("new");
        var line = config.Replace(file, old, replacement);

        var ended = await HubProcess.RunAsync("serve", "--config", config.Path, "--data", data, "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, ended.Status);
        Assert.Empty(ended.Output);
        Assert.Contains($"  {file}:{(named == "JSON" ? string.Empty : $"{line} ")}", ended.Error, StringComparison.Ordinal);
        Assert.Contains(named, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task SeveralWrongFiles_AreAllNamedAtOnce()
    {
        using var config = new ConfigCopy();
        using var folder = new TemporaryFolder();
        config.Replace("ward.json", "\"131016\"", "\"131017\"");
        config.Replace("appsettings.json", "\"SignInsPerMinute\": 10", "\"SignInsPerMinute\": -1");

        var ended = await HubProcess.RunAsync("serve", "--config", config.Path, "--data", folder.PathOf("new"), "--urls", "http://127.0.0.1:0");

        Assert.Contains("ward.json:", ended.Error, StringComparison.Ordinal);
        Assert.Contains("appsettings.json:", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderWithoutConfiguration_IsNamedWithItsRemedy()
    {
        using var folder = new TemporaryFolder();

        var ended = await HubProcess.RunAsync("serve", "--config", folder.PathOf("nothing"), "--data", folder.PathOf("new"));

        Assert.Equal(3, ended.Status);
        Assert.Contains(folder.PathOf("nothing"), ended.Error, StringComparison.Ordinal);
        Assert.Contains("--config", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseThatIsNone_AndDataFolderThatIsAFile_AreToldInOneLine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bousai.db", "this is not a database, but long enough to look like one"u8);

        var spoiled = await HubProcess.RunAsync("serve", "--config", Repository.Config, "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        var file = await HubProcess.RunAsync("serve", "--config", Repository.Config, "--data", folder.PathOf("bousai.db"), "--urls", "http://127.0.0.1:0");

        foreach (var ended in new[] { spoiled, file })
        {
            Assert.NotEqual(0, ended.Status);
            Assert.Contains("--data", Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }
}
