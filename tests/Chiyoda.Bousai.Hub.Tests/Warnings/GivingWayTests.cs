using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Warnings;

/// <summary>Two families about one event: the new one is the truth, also when it lowers or ends what the old one stated.</summary>
public sealed class GivingWayTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task OldAlert_IsDropped_WhenTheNewFamilyLowers_AndWhenItSaysNone()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.PublishTelegramAsync(Alerts.Landslide(4, At(-240)));
        await hub.PublishTelegramAsync(Alerts.OldLandslide(At(-235)));
        Assert.Equal(["レベル４土砂災害危険警報"], await KindsAsync(hub));

        await hub.PublishTelegramAsync(Alerts.Landslide(3, At(-120)));
        Assert.Equal(["レベル３土砂災害警報"], await KindsAsync(hub));
        await hub.PublishTelegramAsync(Alerts.Landslide(null, At(-10)));

        Assert.Empty(await KindsAsync(hub));
    }

    [Fact]
    public async Task OldAlertThatComesAfterTheNewFamilyEndedIt_StatesNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.PublishTelegramAsync(Alerts.Landslide(null, At(-10)));

        await hub.PublishTelegramAsync(Alerts.OldLandslide(At(-20)));

        Assert.Empty(await KindsAsync(hub));
        await hub.PublishTelegramAsync(Alerts.OldLandslide(At(-5)));
        Assert.Equal(["土砂災害警戒情報"], await KindsAsync(hub));
    }

    /// <summary>The stream of the new family is as before, but the board is not: readers must hear of it.</summary>
    [Fact]
    public async Task ContinuedWordThatDropsTheOldAlert_StandsInTheChronology()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.PublishTelegramAsync(Alerts.Landslide(3, At(-30)));
        await hub.PublishTelegramAsync(Alerts.OldLandslide(At(-20)));
        Assert.Equal(["土砂災害警戒情報", "レベル３土砂災害警報"], await KindsAsync(hub));
        using var viewer = await hub.SignInAsync("Viewer");
        var before = await ChangesAsync(viewer);

        await hub.PublishTelegramAsync(Alerts.Landslide(3, At(-10)));

        Assert.Equal(["レベル３土砂災害警報"], await KindsAsync(hub));
        Assert.Equal(before + 1, await ChangesAsync(viewer));
        await hub.PublishTelegramAsync(Alerts.Landslide(3, At(-5)));
        Assert.Equal(before + 1, await ChangesAsync(viewer));
    }

    private DateTimeOffset At(int minutes) => _now.AddMinutes(minutes);

    private static async Task<IReadOnlyList<string>> KindsAsync(RunningHub hub) =>
        [.. (await hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()!)];

    private static async Task<int> ChangesAsync(StaffClient viewer) =>
        (await viewer.GetAsync("/api/v1/chronology?limit=500")).GetProperty("items").EnumerateArray().Count(IsChange);

    private static bool IsChange(JsonElement entry) => entry.GetProperty("kind").GetString() == "warnings.changed";
}
