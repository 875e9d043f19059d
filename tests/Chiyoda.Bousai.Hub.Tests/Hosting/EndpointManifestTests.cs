using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>Verb, route and policy of everything that is mapped, against a committed list whose changes are reviewed. <c>UPDATE_SNAPSHOTS=1</c> rewrites it.</summary>
public sealed class EndpointManifestTests
{
    private static readonly string Manifest = Path.Combine(Repository.Root, "tests/Chiyoda.Bousai.Hub.Tests/Hosting/endpoints.txt");

    [Fact]
    public async Task Routes_AreThoseOfTheManifest()
    {
        await using var hub = await RunningHub.StartAsync();
        var mapped = string.Concat(hub.Endpoints.Select(endpoint => $"{endpoint}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(Manifest, mapped);
        }

        Assert.Equal(await File.ReadAllTextAsync(Manifest), mapped);
    }

    [Fact]
    public async Task EveryRoute_HasAPolicyOrSaysThatItIsForEverybody()
    {
        await using var hub = await RunningHub.StartAsync();

        Assert.True(hub.Endpoints.Count > 40);
        Assert.DoesNotContain(hub.Endpoints, endpoint => endpoint.Policy is "none" or "signed-in");
    }
}
