using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Warnings;

/// <summary>A live hub on verified data: drills and tests of the issuer, and what is over a day old, are kept and propose nothing (design rule 5).</summary>
public sealed class LiveAndDrillTests : IAsyncLifetime
{
    private readonly ConfigCopy _config = new ConfigCopy().Verified();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private RunningHub _hub = null!;
    private StaffClient _viewer = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await RunningHub.StartAsync(live: _config);
        _viewer = await _hub.SignInAsync("Viewer");
    }

    public async ValueTask DisposeAsync()
    {
        _viewer.Dispose();
        await _hub.DisposeAsync();
        _config.Dispose();
    }

    [Theory]
    [InlineData("訓練", "training")]
    [InlineData("試験", "test")]
    public async Task DrillOfTheIssuer_IsKeptAndShownToStaff_AndHasNoEffect(string status, string kept)
    {
        var receipt = await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, _now, status: status));

        Assert.Equal("accepted", receipt.Outcome);
        Assert.Equal(kept, (await _viewer.GetAsync("/api/v1/telegrams")).GetProperty("items")[0].GetProperty("status").GetString());
        Assert.Empty((await _hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
        Assert.Empty(await _viewer.ProposalsAsync());
        Assert.Empty((await _hub.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task DrillOfTheIssuer_NeitherRaisesNorEndsWhatIsReal()
    {
        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now.AddMinutes(-9)));

        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, _now.AddMinutes(-8), 2, status: "訓練"));
        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, null, _now.AddMinutes(-7), 3, status: "訓練"));
        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, _now.AddMinutes(-6), 4, status: "試験", infoType: "取消"));

        var warning = Assert.Single((await _hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
        Assert.Equal(3, warning.GetProperty("level").GetInt32());
        Assert.Equal(3, (await _viewer.ProposalAsync()).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task TelegramOverADayOld_IsKeptMarkedLate_AndProposesNothing()
    {
        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddHours(-25)));

        Assert.True((await _viewer.GetAsync("/api/v1/telegrams")).GetProperty("items")[0].GetProperty("isLate").GetBoolean());
        Assert.Single((await _hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray());
        Assert.Empty(await _viewer.ProposalsAsync());
    }

    [Fact]
    public async Task TelegramOfToday_Proposes_AndNothingSaysExercise()
    {
        await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now.AddHours(-23)));

        Assert.Equal(4, (await _viewer.ProposalAsync()).GetProperty("level").GetInt32());
        Assert.Equal("live", (await _hub.GetAsync("/status.json")).GetProperty("mode").GetString());
        Assert.DoesNotContain("訓練", await _hub.Public.GetStringAsync("/lite"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/author/hq")]
    [InlineData("/hq/desks")]
    public async Task DesksOfAnExercise_AreNotThere(string path)
    {
        using var answer = await _viewer.Http.GetAsync(path);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
