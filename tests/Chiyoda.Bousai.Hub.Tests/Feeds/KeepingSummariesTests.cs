using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Feeds;

/// <summary>集約通報 has megabytes and comes every ten minutes: the newest is kept whole, of older ones what something refers to.</summary>
public sealed class KeepingSummariesTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task OlderSummaries_KeepTheirRow_AndLoseTheirOctets()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        await hub.PublishTelegramAsync(Alerts.Summary(null, _now.AddMinutes(-20)));
        var first = await NewestAsync(viewer);
        await viewer.Http.GetByteArrayAsync($"/api/v1/telegrams/{first}");

        await hub.PublishTelegramAsync(Alerts.Summary(null, _now.AddMinutes(-10)));

        await Answers.RefusedAsync(viewer.Http.GetAsync($"/api/v1/telegrams/{first}"), HttpStatusCode.NotFound, "feeds.octets-dropped");
        Assert.NotEmpty(await viewer.Http.GetByteArrayAsync($"/api/v1/telegrams/{await NewestAsync(viewer)}"));
        var page = await viewer.Http.GetStringAsync($"/hq/telegrams/{first}");
        Assert.Contains("この集約通報の原文は残していません", page, StringComparison.Ordinal);
        Assert.DoesNotContain("受信したままのファイルを保存", page, StringComparison.Ordinal);
        Assert.Equal(2, (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items").GetArrayLength());

        // It is known by its hash, and what it stated is still there: a 取消 of the newest would bring it back.
        Assert.Equal("duplicate", (await hub.PublishTelegramAsync(Alerts.Summary(null, _now.AddMinutes(-20)))).Outcome);
    }

    [Fact]
    public async Task SummaryThatProposed_StaysReadable()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        await hub.PublishTelegramAsync(Alerts.Summary(4, _now.AddMinutes(-30)));
        var ground = await NewestAsync(viewer);
        Assert.NotEmpty(await viewer.ProposalsAsync());

        await hub.PublishTelegramAsync(Alerts.Summary(4, _now.AddMinutes(-20)));
        var between = await NewestAsync(viewer);
        await hub.PublishTelegramAsync(Alerts.Summary(4, _now.AddMinutes(-10)));

        Assert.NotEmpty(await viewer.Http.GetByteArrayAsync($"/api/v1/telegrams/{ground}"));
        await Answers.RefusedAsync(viewer.Http.GetAsync($"/api/v1/telegrams/{between}"), HttpStatusCode.NotFound, "feeds.octets-dropped");
    }

    /// <summary>A newer one that does not list the ward replaces none that does.</summary>
    [Fact]
    public async Task SummaryOfOtherPlaces_LeavesTheWardsOwn()
    {
        await using var hub = await RunningHub.StartAsync();
        using var viewer = await hub.SignInAsync("Viewer");
        await hub.PublishTelegramAsync(Alerts.Summary(null, _now.AddMinutes(-20)));
        var own = await NewestAsync(viewer);

        await hub.PublishTelegramAsync(Alerts.Summary(null, _now.AddMinutes(-10), municipality: "1320100"));

        Assert.NotEmpty(await viewer.Http.GetByteArrayAsync($"/api/v1/telegrams/{own}"));
    }

    private static async Task<string> NewestAsync(StaffClient viewer) => (await viewer.GetAsync("/api/v1/telegrams")).GetProperty("items")[0].GetProperty("id").GetString()!;
}
