using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Exercise;

/// <summary>An exercise and a live hub side by side: when something real happens the exercise is over, on every screen (design rule 3).</summary>
public sealed class WatchingTheLiveHubTests : IDisposable
{
    /// <summary>The cover with its words; the board has them too, as an entry.</summary>
    private const string Stopped = "<summary><strong>実災害の情報あり・訓練中止</strong></summary>";

    /// <summary>What the live hub knows is published every half minute without an entry, in seconds.</summary>
    private const int PublishedWithin = 60;

    private readonly ConfigCopy _pack = new ConfigCopy().Verified();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public async Task SomethingRealCoversEveryScreen_UntilItIsOver()
    {
        await using var live = await RunningHub.StartAsync(live: _pack);
        await live.HeartbeatAsync(complete: true);
        await using var exercise = await WatchAsync(live);
        using var seat = await Seat.TakeAsync(exercise, "Viewer");
        await Eventually.TrueAsync(async () => (await seat.GetAsync("/hq")).Text.Contains("本番に訓練を止める情報なし", StringComparison.Ordinal), "the live hub is heard", PublishedWithin);
        Assert.DoesNotContain(Stopped, (await seat.GetAsync("/hq")).Html, StringComparison.Ordinal);

        await live.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow(), 1));

        await Eventually.TrueAsync(async () => (await seat.GetAsync("/hq")).Html.Contains(Stopped, StringComparison.Ordinal), "headquarters is covered");
        Assert.Contains(Stopped, (await seat.GetAsync("/hq/proposals")).Html, StringComparison.Ordinal);
        foreach (var page in new[] { "/hq/sign-in", "/", "/lite", "/notify", "/warnings" })
        {
            await Eventually.TrueAsync(async () => (await exercise.Public.GetStringAsync(page)).Contains(Stopped, StringComparison.Ordinal), $"{page} is covered");
        }

        Assert.Contains("the drill has been stopped", await exercise.Public.GetStringAsync("/en/"), StringComparison.Ordinal);
        Assert.Contains(new Uri(live.Url, "hq").AbsoluteUri, (await seat.GetAsync("/hq")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Stopped, await live.Public.GetStringAsync("/"), StringComparison.Ordinal);

        await live.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, null, TimeProvider.System.GetUtcNow().AddSeconds(1), 2));

        await Eventually.TrueAsync(async () => !(await seat.GetAsync("/hq")).Html.Contains(Stopped, StringComparison.Ordinal), "headquarters is uncovered");
        await Eventually.TrueAsync(async () => !(await exercise.Public.GetStringAsync("/")).Contains(Stopped, StringComparison.Ordinal), "the portal is uncovered");
        Assert.Equal(
            ["exercise.real-event", "exercise.real-event-over"],
            await TestDatabase.ReadAsync<string>(exercise.DataDirectory, "SELECT Kind FROM chronology WHERE Kind LIKE 'exercise.%' ORDER BY Sequence"));
    }

    [Fact]
    public async Task WhatWasReal_StaysSo_WhenTheLiveHubFallsSilent()
    {
        var clock = new MovableClock();
        var live = await RunningHub.StartAsync(live: _pack, adjust: services => services.AddSingleton<TimeProvider>(clock));
        await using var exercise = await WatchAsync(live, clock);
        await live.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, clock.GetUtcNow(), 1));
        await Eventually.TrueAsync(() => IsCoveredAsync(exercise), "the exercise is covered");

        await live.DisposeAsync();
        clock.Advance(TimeSpan.FromHours(1));

        Assert.True(await IsCoveredAsync(exercise));
    }

    [Fact]
    public async Task WithoutAnAnswer_TheLiveSituationIsUnknown_NeverNone()
    {
        var clock = new MovableClock();
        var live = await RunningHub.StartAsync(live: _pack, adjust: services => services.AddSingleton<TimeProvider>(clock));
        await live.HeartbeatAsync(complete: true);
        await using var exercise = await WatchAsync(live, clock);
        await Eventually.TrueAsync(async () => (await DrillAsync(exercise)).Contains("本番に訓練を止める情報なし", StringComparison.Ordinal), "the live hub is heard", PublishedWithin);

        await live.DisposeAsync();
        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Contains("本番の状況を確認できません", await DrillAsync(exercise), StringComparison.Ordinal);
        Assert.DoesNotContain("訓練を止める情報なし", await DrillAsync(exercise), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALiveHubThatHearsNothing_IsNotQuiet()
    {
        await using var live = await RunningHub.StartAsync(live: _pack);
        await using var exercise = await WatchAsync(live);

        await Eventually.TrueAsync(async () => await ErrorAsync(exercise) == "feeds.live-unknown", "it was asked");

        Assert.Contains("本番の状況をまだ確認できません", await DrillAsync(exercise), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStatusOfAnotherExercise_IsNoLiveHub()
    {
        await using var other = await RunningHub.StartAsync();
        await using var exercise = await WatchAsync(other);

        await Eventually.TrueAsync(async () => await ErrorAsync(exercise) == "feeds.not-live", "it was asked");

        Assert.Contains("本番の状況をまだ確認できません", await DrillAsync(exercise), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnAddress_TheScreensSayThatNobodyLooks()
    {
        await using var exercise = await RunningHub.StartAsync();

        Assert.Contains("本番の状況は見ていません", await DrillAsync(exercise), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressInTheOpen_StopsTheStart()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => RunningHub.StartAsync(settings: new Dictionary<string, string?> { ["Exercise:LiveStatus"] = "http://bousai.example.jp/status.json" }));

        Assert.Contains("Exercise:LiveStatus must be https", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> DrillAsync(RunningHub exercise) => await exercise.Public.GetStringAsync("/hq/sign-in");

    private static async Task<string?> ErrorAsync(RunningHub exercise) =>
        (await TestDatabase.ReadAsync<string>(exercise.DataDirectory, "SELECT Error FROM feeds_polls WHERE Id = 'live-hub'")).SingleOrDefault();

    private static async Task<bool> IsCoveredAsync(RunningHub exercise) => (await DrillAsync(exercise)).Contains(Stopped, StringComparison.Ordinal);

    private static Task<RunningHub> WatchAsync(RunningHub live, MovableClock? clock = null) => RunningHub.StartAsync(
        adjust: clock is null ? null : services => services.AddSingleton<TimeProvider>(clock),
        settings: new Dictionary<string, string?>
        {
            ["Exercise:LiveStatus"] = new Uri(live.Url, "status.json").AbsoluteUri,
            ["Exercise:LookEvery"] = "00:00:01",
        });
}
