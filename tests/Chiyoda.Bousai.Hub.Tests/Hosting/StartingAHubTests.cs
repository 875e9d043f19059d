using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>The program as somebody starts it: it says where it is, or in one line why not.</summary>
public sealed class StartingAHubTests
{
    private static readonly Dictionary<string, string?> NoEnvironment = [];

    [Fact]
    public async Task ServeOnAnEmptyFolder_SaysWhatIsUnknownAndWhereItIs_AndAnswers()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubProcess.ServeAsync(folder.PathOf("new"), NoEnvironment);
        await hub.PrintsAsync(line => line.Contains("serve --scenario heavy-rain", StringComparison.Ordinal), "how to play an exercise");

        var lines = hub.Lines.ToList();
        var portal = lines.FindIndex(line => line.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Equal($"hq={hub.Url}hq", lines[portal + 1]);
        Assert.Contains(lines[..portal], line => line.Contains("不明", StringComparison.Ordinal) && line.Contains("VPWW55", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = hub.Url };
        var ready = JsonDocument.Parse(await http.GetStringAsync("/health/ready")).RootElement;
        Assert.Equal(("degraded", "exercise"), (ready.GetProperty("status").GetString(), ready.GetProperty("mode").GetString()));
        Assert.Contains(ready.GetProperty("degraded").EnumerateArray(), part => part.GetProperty("part").GetString() == "feeds");
        Assert.Contains("live", await http.GetStringAsync("/health/live"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_PrintsAccountsThatWork_AndProposesWithinTwentySeconds()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubProcess.ServeAsync(folder.PathOf("new"), NoEnvironment, "--scenario", "heavy-rain");
        var since = TimeProvider.System.GetTimestamp();
        var accounts = hub.Lines.Where(line => line.StartsWith("login=", StringComparison.Ordinal))
            .Select(line => line.Split(' ').ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1])).ToList();
        Assert.Contains(accounts, account => account["role"] == "Recorder");
        Assert.Contains(accounts, account => account["role"] == "Releaser");

        using var http = new HttpClient { BaseAddress = hub.Url };
        http.DefaultRequestHeaders.Add("X-Requested-With", "bousai");
        foreach (var account in accounts)
        {
            using var content = new StringContent(
                $"{{\"login\":\"{account["login"]}\",\"password\":\"{account["password"]}\"}}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            using var answer = await http.PostAsync("/api/v1/session", content);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        await Eventually.TrueAsync(
            async () => (await http.GetStringAsync("/api/v1/proposals")).Contains("\"draft\"", StringComparison.Ordinal), "a proposal", 20);
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await hub.PrintsAsync(line => line.Contains("神田川", StringComparison.Ordinal) && line.Contains(" ms", StringComparison.Ordinal), "a step with its time");
    }

    [Fact]
    public async Task PortInUse_EndsWithOneLineAndItsRemedy()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var ended = await HubProcess.RunAsync(
            "serve", "--config", Repository.Config, "--data", folder.PathOf("new"), "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.NotEqual(0, ended.Status);
        Assert.Empty(ended.Output);
        var line = Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiveOnTheShippedPack_RefusesAndNamesEveryFile_AndMakesNothing()
    {
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("live");

        var ended = await HubProcess.RunAsync("serve", "--mode", "live", "--config", Repository.Config, "--data", data, "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, ended.Status);
        string[] vouchedFor =
        [
            "ward.json", "roles.json", "shelters.csv", "areas/areas.csv", "messages/ja/orders.json",
            "messages/ja/relays.json", "messages/ja/notices.json", .. new[] { "criteria", "zones", "relays" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(Repository.Config, part), "*.json").Select(file => $"{part}/{Path.GetFileName(file)}")),
        ];
        Assert.True(vouchedFor.Length > 10);
        Assert.All(vouchedFor, file => Assert.Contains($"  {file}: ", ended.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task StampedExercise_NeverBecomesLive_AndKeepsItsModeWithoutBeingTold()
    {
        using var folder = new TemporaryFolder();
        using var config = new ConfigCopy().Verified();
        var made = await HubProcess.RunAsync("passw0rd-1", NoEnvironment, "staff", "add", "--login", "a", "--name", "試験", "--role", "Viewer", "--password-stdin", "--data", folder.Path, "--config", config.Path);
        Assert.True(made.Status == 0, made.Error);

        var asLive = await HubProcess.RunAsync("serve", "--mode", "live", "--config", config.Path, "--data", folder.Path, "--urls", "http://127.0.0.1:0");
        await using var asItIs = await HubProcess.ServeAsync(folder.Path, NoEnvironment);

        Assert.Equal(3, asLive.Status);
        Assert.Contains("stamped exercise", asLive.Error, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = asItIs.Url };
        Assert.Contains("\"exercise\"", await http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstCommandStampsTheMode_LaterOnesTakeIt()
    {
        using var folder = new TemporaryFolder();
        var made = await HubProcess.RunAsync("passw0rd-1", NoEnvironment, "staff", "add", "--login", "a", "--name", "試験", "--role", "Viewer", "--password-stdin", "--mode", "live", "--data", folder.Path, "--config", Repository.Config);
        Assert.True(made.Status == 0, made.Error);

        var served = await HubProcess.RunAsync("serve", "--config", Repository.Config, "--data", folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, served.Status);
        Assert.Contains("Live does not start on unverified data", served.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Push__AllowLoopback", "true", "Push:AllowLoopback")]
    [InlineData("Push__Subject", "mailto:bousai-exercise@example.org", "Push:Subject")]
    [InlineData("ConnectionStrings__Database", "Host=127.0.0.1;Port=9;Password=hidden", "ConnectionStrings:Database")]
    [InlineData("ConnectionStrings__Database", "bousai.db;Password=hidden", "ConnectionStrings:Database")]
    [InlineData("ConnectionStrings__Redis", "127.0.0.1:9,no-such-option=1,password=hidden", "ConnectionStrings:Redis")]
    [InlineData("Hub__Roles", "web,sender", "Hub:Roles")]
    [InlineData("Limits__SignInsPerMinute", "0", "SignInsPerMinute")]
    [InlineData("Feeds__FolderInterval", "soon", "Feeds:FolderInterval")]
    public async Task LiveHubWithASettingThatItMustNotHave_RefusesAndNamesIt(string name, string value, string named)
    {
        using var folder = new TemporaryFolder();
        using var config = new ConfigCopy().Verified();

        var ended = await HubProcess.RunAsync(
            string.Empty, new Dictionary<string, string?> { [name] = value }, "serve", "--mode", "live", "--config", config.Path, "--data", folder.PathOf("live"), "--urls", "http://127.0.0.1:0");

        Assert.NotEqual(0, ended.Status);
        Assert.Contains(named, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error + ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", ended.Error + ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LiveOnAVerifiedPack_Starts()
    {
        using var folder = new TemporaryFolder();
        using var config = new ConfigCopy().Verified();

        await using var hub = await HubProcess.ServeAsync(folder.PathOf("live"), NoEnvironment, "--mode", "live", "--config", config.Path);

        Assert.DoesNotContain(hub.Lines, line => line.Contains("訓練", StringComparison.Ordinal) || line.Contains("desks=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnknownScenario_IsRefusedWithThoseThereAre()
    {
        using var folder = new TemporaryFolder();

        var ended = await HubProcess.RunAsync("serve", "--scenario", "sunshine", "--config", Repository.Config, "--data", folder.PathOf("new"), "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, ended.Status);
        Assert.Contains("heavy-rain", ended.Error, StringComparison.Ordinal);
    }

    /// <summary>Nobody finds an account's address, an endpoint or a secret id in what the hub prints (design rule 14).</summary>
    [Fact]
    public async Task ConsoleOfARunningHub_NamesNoSubscription()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubProcess.ServeAsync(folder.PathOf("new"), new Dictionary<string, string?> { ["Push__AllowLoopback"] = "true" });
        using var http = new HttpClient { BaseAddress = hub.Url };
        var id = Guid.NewGuid();
        using var content = new StringContent(
            $$"""{"endpoint":"http://127.0.0.1:9/secret-endpoint","keys":{"p256dh":"x","auth":"y"},"places":[{"area":"*","relation":"works"}],"language":"ja","orders":[4],"relays":[],"notices":[]}""",
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var put = await http.PutAsync($"/api/v1/subscriptions/{id}", content);
        using var get = await http.GetAsync($"/api/v1/subscriptions/{id}");

        Assert.DoesNotContain(hub.Lines, line => line.Contains(id.ToString(), StringComparison.Ordinal) || line.Contains("secret-endpoint", StringComparison.Ordinal));
    }
}
