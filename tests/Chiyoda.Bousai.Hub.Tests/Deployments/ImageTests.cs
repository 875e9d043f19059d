using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>What can be held against the Dockerfile without an engine to build it.</summary>
[RunsOnce]
public sealed partial class ImageTests
{
    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "src", "Chiyoda.Bousai.Hub", "Dockerfile"));

    [Fact]
    public void EveryProject_IsRestoredWithItsLock()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/')).ToList();
        Assert.Equal(5, projects.Count);

        Assert.All(projects, project => Assert.Contains(
            $"COPY {project} {Path.GetDirectoryName(project)}/packages.lock.json {Path.GetDirectoryName(project)}/\n", Dockerfile, StringComparison.Ordinal));
        Assert.Contains("--locked-mode", Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryBase_IsPinned_AndTheHubIsNotRoot()
    {
        var compose = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var images = Base().Matches(Dockerfile).Concat(Image().Matches(compose)).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(6, images.Count);
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+(\.\d+)?-", image));
        Assert.Matches(@"USER \$APP_UID\n", Dockerfile[Dockerfile.LastIndexOf("FROM", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task HealthCheck_SaysWhetherTheHubIsReady()
    {
        var command = JsonSerializer.Deserialize<string[]>(HealthCheck().Match(Dockerfile).Groups[1].Value)!;
        await using var hub = await RunningHub.StartAsync();

        var ready = await RunAsync(command, hub.Url.Port);
        await hub.StopAsync();
        var gone = await RunAsync(command, hub.Url.Port);

        Assert.Equal(0, ready);
        Assert.NotEqual(0, gone);
    }

    private static async Task<int> RunAsync(string[] command, int port)
    {
        var start = new ProcessStartInfo(command[0], command[1..].Select(word => word.Replace("8080", $"{port}", StringComparison.Ordinal))) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex Base();

    [GeneratedRegex(@"^    image: ([a-z]+:\d\S*)", RegexOptions.Multiline)]
    private static partial Regex Image();

    [GeneratedRegex(@"^HEALTHCHECK .* CMD (\[.*\])$", RegexOptions.Multiline)]
    private static partial Regex HealthCheck();
}
