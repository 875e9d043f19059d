using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Relays;

/// <summary>Between 22:00 and 07:00 only what is strong enough goes out; the shipped rule for the river waits for the morning below level 4.</summary>
public sealed class HeldAtNightTests
{
    [Fact]
    public async Task WhatIsStrongEnough_GoesOutAtOnce_AndSoDoesItsEnd()
    {
        await using var world = await RelayWorld.StartAsync(hour: 2);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);

        await world.FloodAsync(4);
        await RelayWorld.NextAsync(device);
        await world.FloodAsync(null);

        Assert.Contains("解除", (await RelayWorld.NextAsync(device)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWeaker_IsHeld_AndToldInTheMorningIfItStillHolds()
    {
        await using var world = await RelayWorld.StartAsync(hour: 2);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        await world.FloodAsync(3);
        await world.QuietAsync();
        Assert.Equal(0, device.Received);
        Assert.Equal("relays.held", (await world.KindsAsync())[^1]);

        await world.MorningAsync();

        Assert.Equal("【訓練】気象庁発表 レベル3氾濫警報（神田川）", (await RelayWorld.NextAsync(device)).Title);
        Assert.Equal("relays.relayed", (await world.KindsAsync())[^1]);
        await world.QuietAsync();
        Assert.Equal(1, device.Received);
    }

    [Fact]
    public async Task WhatEndedBeforeTheMorning_IsNeverTold()
    {
        await using var world = await RelayWorld.StartAsync(hour: 2);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        await world.FloodAsync(3);
        await world.FloodAsync(null);

        await world.MorningAsync();

        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] == "relays.dropped", "what was held is dropped");
        await world.QuietAsync();
        Assert.Equal(0, device.Received);
    }

    [Fact]
    public async Task WhenTheSourceIsSilentInTheMorning_NothingIsToldAsIfItHeld()
    {
        await using var world = await RelayWorld.StartAsync(hour: 2);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        await world.FloodAsync(3);

        await world.MoveToAsync(8);

        await Eventually.TrueAsync(async () => (await world.KindsAsync())[^1] == "relays.dropped", "what was held is dropped");
        Assert.Contains("今の状態を確かめられません", (await world.EntriesAsync())[^1].GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, device.Received);
    }

    [Fact]
    public async Task AnEndHeldAtNight_IsToldInTheMorning()
    {
        await using var world = await RelayWorld.StartAsync(hour: 21);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        await world.FloodAsync(3);
        await RelayWorld.NextAsync(device);
        await world.QuietAsync();
        await world.MoveToAsync(23);
        await world.FloodAsync(null);
        await world.QuietAsync();
        Assert.Equal(1, device.Received);

        await world.MorningAsync();

        Assert.Contains("解除", (await RelayWorld.NextAsync(device)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasWrong_IsTakenBackAtAnyHour()
    {
        await using var world = await RelayWorld.StartAsync(hour: 21);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        await world.FloodAsync(3);
        await RelayWorld.NextAsync(device);
        await world.QuietAsync();
        await world.MoveToAsync(23);

        await world.FloodAsync(null, infoType: "取消");

        Assert.Contains("取消し", (await RelayWorld.NextAsync(device)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleThatDrops_TellsNothingInTheMorning()
    {
        using var pack = new ConfigCopy();
        pack.Replace("relays/kanda-river.json", "\"held\": \"morning\"", "\"held\": \"drop\"");
        await using var world = await RelayWorld.StartAsync(hour: 2, pack: pack.Path);
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        await world.FloodAsync(3);
        Assert.Equal("relays.dropped", (await world.KindsAsync())[^1]);

        await world.MorningAsync();
        await world.FloodAsync(4);

        Assert.Equal("【訓練】気象庁発表 レベル4氾濫危険警報（神田川）", (await RelayWorld.NextAsync(device)).Title);
        Assert.Equal(1, device.Received);
    }
}
