using Chiyoda.Bousai.Hub.Tests.Contracts;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>Verb, route and policy of everything that is mapped, against a committed list whose changes are reviewed.</summary>
public sealed class EndpointManifestTests
{
    [Fact]
    public async Task Routes_AreThoseOfTheManifest()
    {
        await using var hub = await RunningHub.StartAsync();

        new CommittedFile("Hosting/endpoints.txt").MustHold(string.Concat(hub.Endpoints.Select(endpoint => $"{endpoint}\n")));
    }

    [Fact]
    public async Task EveryRoute_HasAPolicyOrSaysThatItIsForEverybody()
    {
        await using var hub = await RunningHub.StartAsync();

        Assert.True(hub.Endpoints.Count > 40);
        Assert.DoesNotContain(hub.Endpoints, endpoint => endpoint.Policy is "none" or "signed-in");
    }
}
