using System.Globalization;
using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.FeedServer;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds.Polling;

/// <summary>Water levels for staff, from an address and from a folder; what cannot be is unknown.</summary>
public sealed class AskingGaugesTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task ReadingsFromAnAddressAndAFolder_AreShownToStaff_AndToNobodyElse()
    {
        await using var server = await LocalFeedServer.StartAsync(_clock);
        using var folder = new TemporaryFolder();
        var now = _clock.GetUtcNow();
        server.Put("/gauges.json", Encoding.UTF8.GetBytes($$"""
            [{"station":"k1","name":"水道橋","time":"{{Time(now.AddMinutes(-12))}}","level":2.10},
             {"station":"k1","name":"水道橋","time":"{{Time(now.AddMinutes(-2))}}","level":2.45},
             {"station":"k2","name":"和泉橋","time":"{{Time(now.AddMinutes(-2))}}","level":null,"condition":"欠測"}]
            """));
        folder.Write("levels.csv", Encoding.UTF8.GetBytes($"station,name,time,level,condition\nn1,一ツ橋,{Time(now.AddMinutes(-2))},99.9,\nn1,一ツ橋,not a time,1.0,\n"));
        await using var hub = await RunningHub.StartAsync(
            adjust: services => services.AddSingleton<TimeProvider>(_clock),
            settings: new Dictionary<string, string?> { ["Gauges:Addresses"] = new Uri(server.Base, "/gauges.json").AbsoluteUri, ["Gauges:Folder"] = folder.Path });
        using var viewer = await hub.SignInAsync("Viewer");
        JsonElement[] gauges = [];
        await Eventually.TrueAsync(
            async () => (gauges = [.. (await viewer.GetAsync("/api/v1/feeds/gauges")).GetProperty("items").EnumerateArray()]).Length == 3, "the readings are there");

        Assert.Equal(("known", 2.45, "rising", 0.35), (
            gauges[0].GetProperty("state").GetString(), gauges[0].GetProperty("levelMeters").GetDouble(),
            gauges[0].GetProperty("trends")[0].GetProperty("direction").GetString(), gauges[0].GetProperty("trends")[0].GetProperty("changeMeters").GetDouble()));
        Assert.Equal(("unknown", "missing"), (gauges[1].GetProperty("state").GetString(), gauges[1].GetProperty("reason").GetString()));
        Assert.Equal(("unknown", "outOfRange"), (gauges[2].GetProperty("state").GetString(), gauges[2].GetProperty("reason").GetString()));
        Assert.Contains("水道橋", await viewer.Http.GetStringAsync("/hq/sources"), StringComparison.Ordinal);
        Assert.DoesNotContain("水道橋", await hub.Public.GetStringAsync("/"), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("old", (await viewer.GetAsync("/api/v1/feeds/gauges")).GetProperty("items")[0].GetProperty("reason").GetString());
    }

    private static string Time(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
