using System.Globalization;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Relays;

/// <summary>予告した試験配信: decided and released once, told once at its moment, to every device, marked as what it is.</summary>
public sealed class AnnouncedTestsTests
{
    private const string Rule = "announced-test";

    private static readonly string[] Done = ["relays.rule-submitted", "relays.rule-decided", "relays.rule-released"];

    [Fact]
    public async Task AtItsMoment_EveryDeviceGetsItOnce_WhateverItChose()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        await world.ReleaseRuleAsync(Rule);
        var devices = new[]
        {
            await world.SubscribeAsync(RelayWorld.Riverside), await world.SubscribeAsync(RelayWorld.Elsewhere, ["none"], "en"), await world.SubscribeAsync("*", ["flood"], "ko"),
        };
        await using var other = await world.StartAnotherNodeAsync();
        await world.QuietAsync();
        Assert.All(devices, device => Assert.Equal(0, device.Received));

        world.Advance(TimeSpan.FromMinutes(9));

        var told = await Task.WhenAll(devices.Select(RelayWorld.NextAsync));
        Assert.Equal(
            ["【訓練】【試験】予告した試験配信です", "【訓練】【試験】THIS IS ONLY A TEST", "【訓練】【試験】（しけん）これは テストです"],
            told.Select(message => message.Title));
        Assert.All(told, message => Assert.Equal("test", message.Data.GetProperty("kind").GetString()));
        Assert.Contains("実際の災害ではありません", told[0].Body, StringComparison.Ordinal);
        Assert.Contains("【試験】THIS IS ONLY A TEST", told[2].Body, StringComparison.Ordinal);
        world.Advance(TimeSpan.FromMinutes(20));
        await world.QuietAsync();
        Assert.All(devices, device => Assert.Equal(1, device.Received));
        Assert.Equal([.. Done, "relays.relayed"], await world.KindsAsync());
        Assert.Contains("宛先3", (await world.RuleAsync(world.Author, Rule)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterThanAnHour_ItIsNotSent_AndThatIsSaid()
    {
        using var pack = PackWithTestIn(minutes: -61);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        var device = await world.SubscribeAsync(RelayWorld.Riverside);

        await world.ReleaseRuleAsync(Rule);

        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] == "relays.dropped", "the late test is given up");
        Assert.Contains("予告した時刻から1時間を過ぎました", (await world.EntriesAsync())[^1].GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains("伝達せず", (await world.RuleAsync(world.Author, Rule)).Text, StringComparison.Ordinal);
        Assert.Equal(0, device.Received);
    }

    [Fact]
    public async Task WithAnOrderInForce_ItIsNotSent()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        await world.ReleaseRuleAsync(Rule);
        await world.FloodAsync(4);
        var proposal = await world.Author.GetAsync((await world.Author.GetAsync("/hq")).Link("/hq/proposals/"));
        var decided = await Chain.DecideAsync(world.Author, await Chain.SubmitAsync(world.Author, proposal), at: world.Now);
        await Chain.ReleaseAsync(world.Releaser, await world.Releaser.GetAsync(decided.Address.AbsolutePath));

        world.Advance(TimeSpan.FromMinutes(9));

        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] == "relays.dropped", "the test is given up");
        Assert.Contains("避難情報が発令中です", (await world.EntriesAsync())[^1].GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rain", "警戒レベル3相当の気象情報が出ています")]
    [InlineData("tsunami", "津波の情報が出ています")]
    [InlineData("earthquake", "の地震から1日たっていません")]
    public async Task WithSomethingReal_ItIsNotSent(string what, string obstacle)
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        await world.ReleaseRuleAsync(Rule);
        await world.Hub.PublishTelegramAsync(what switch
        {
            "rain" => Alerts.Rain(3, world.Now),
            "tsunami" => Alerts.Tsunami("51", "312", world.Now),

            // The fold forgets it after three hours; people do not.
            _ => Alerts.Intensity("4", "20260911141200", world.Now.AddHours(-20)),
        });

        world.Advance(TimeSpan.FromMinutes(9));

        await DroppedAsync(world, obstacle);
    }

    [Fact]
    public async Task AnEarthquakeOfYesterday_OrAWeakOne_IsNoObstacle()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        await world.ReleaseRuleAsync(Rule);
        await world.Hub.PublishTelegramAsync(Alerts.Intensity("3", "20260911141200", world.Now.AddMinutes(-5)));
        await world.Hub.PublishTelegramAsync(Alerts.Intensity("5-", "20260911141201", world.Now.AddHours(-25)));

        world.Advance(TimeSpan.FromMinutes(9));

        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] == "relays.relayed", "the test is told");
    }

    [Fact]
    public async Task InLive_WhatIsNotKnown_IsAnObstacle()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(live: pack.Verified());
        await world.ReleaseRuleAsync(Rule);

        world.Advance(TimeSpan.FromMinutes(9));

        await DroppedAsync(world, "気象や津波の情報の今の状態を確かめられません");
    }

    [Fact]
    public async Task InLive_WhenNothingIsKnownToBeReal_ItIsSent()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(live: pack.Verified());
        await world.ReleaseRuleAsync(Rule);
        await world.Hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, world.Now, 1, "訓練"));
        world.Advance(TimeSpan.FromMinutes(7.5));
        await world.Hub.HeartbeatAsync(complete: true);

        world.Advance(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] == "relays.relayed", "the test is told");
    }

    [Fact]
    public async Task OverWhoseMomentTheHubStoodStill_IsNotSent()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.ReleaseRuleAsync(Rule);

        world.Advance(TimeSpan.FromMinutes(30));

        await DroppedAsync(world, "予告した時刻の後に、システムの停止か復元がありました");
        Assert.Equal(0, device.Received);
    }

    [Fact]
    public async Task ReleasedAfterItsMoment_IsNotSent()
    {
        using var pack = PackWithTestIn(minutes: -5);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        var device = await world.SubscribeAsync(RelayWorld.Riverside);

        await world.ReleaseRuleAsync(Rule);

        await DroppedAsync(world, "発効したのは予告した時刻の後でした");
        Assert.Equal(0, device.Received);
    }

    [Fact]
    public async Task WhatNobodyReleased_OrWasRevoked_IsNotSent()
    {
        using var pack = PackWithTestIn(minutes: 8);
        await using var world = await RelayWorld.StartAsync(pack: pack.Path);
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.ReleaseRuleAsync(Rule);
        await world.RevokeAsync(world.Author, Rule);
        await world.SubmitAsync(world.Author, Rule);
        await world.ReleaseRuleAsync();

        world.Advance(TimeSpan.FromMinutes(9));

        // What is told after its moment is the first thing that the device hears.
        await world.FloodAsync(4);
        Assert.DoesNotContain("試験", (await RelayWorld.NextAsync(device)).Title, StringComparison.Ordinal);
        await world.QuietAsync();
        Assert.Equal(1, device.Received);
    }

    private static async Task DroppedAsync(RelayWorld world, string obstacle)
    {
        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] is "relays.dropped" or "relays.relayed", "the test is judged");
        var last = (await world.EntriesAsync())[^1];
        Assert.Equal("relays.dropped", last.GetProperty("kind").GetString());
        Assert.Contains(obstacle, last.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A pack whose test is announced for so many minutes after the noon at which the hub starts.</summary>
    private static ConfigCopy PackWithTestIn(int minutes)
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        var noon = new DateTimeOffset(now.Date, now.Offset).AddHours(12);
        var at = (noon > now ? noon : noon.AddDays(1)).AddMinutes(minutes);
        var pack = new ConfigCopy();
        pack.Replace($"announced-tests/{Rule}.json", "2027-01-15T10:00:00+09:00", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        return pack;
    }
}
