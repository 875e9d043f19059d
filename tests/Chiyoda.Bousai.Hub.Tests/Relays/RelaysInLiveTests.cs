using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Relays;

/// <summary>What a live hub relays, and what it never does.</summary>
public sealed class RelaysInLiveTests
{
    [Fact]
    public async Task WhatIsMeantInEarnest_IsRelayed_DrillsAndTestsOfTheIssuerAreNot()
    {
        using var pack = new ConfigCopy().Verified();
        await using var world = await RelayWorld.StartAsync(live: pack);
        await world.ReleaseRuleAsync();

        await world.FloodAsync(5, status: "訓練");
        await world.FloodAsync(5, status: "試験");
        Assert.DoesNotContain("relays.relayed", await world.KindsAsync());
        await world.FloodAsync(4);

        Assert.Equal("relays.relayed", (await world.KindsAsync())[^1]);
        Assert.Contains("レベル4氾濫危険警報", (await world.EntriesAsync())[^1].GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(["webpush"], await world.ReadAsync("SELECT Channel FROM dissemination_dispatches"));
    }

    [Fact]
    public async Task ALateTelegram_RelaysNothing_AndTheFirstTimelyOneThatSaysTheSameDoes()
    {
        using var pack = new ConfigCopy().Verified();
        await using var world = await RelayWorld.StartAsync(live: pack);
        await world.ReleaseRuleAsync();

        await world.FloodAsync(4, at: world.Now.AddHours(-25));
        Assert.DoesNotContain("relays.relayed", await world.KindsAsync());
        await world.FloodAsync(4);

        Assert.Equal("relays.relayed", (await world.KindsAsync())[^1]);
    }

    [Fact]
    public async Task ALateLift_LiftsNothing()
    {
        using var pack = new ConfigCopy().Verified();
        await using var world = await RelayWorld.StartAsync(live: pack);
        await world.ReleaseRuleAsync();
        await world.FloodAsync(4);
        world.Advance(TimeSpan.FromHours(30));

        await world.FloodAsync(null, at: world.Now.AddHours(-25));

        Assert.Single(await world.KindsAsync(), kind => kind == "relays.relayed");
    }

    [Fact]
    public async Task AnUnverifiedRule_OrUncheckedJapanese_StopsTheStart()
    {
        using var pack = new ConfigCopy().Verified();
        pack.Replace("relays/kanda-river.json", "\"verifiedBy\": \"試験\"", "\"verifiedBy\": null");
        pack.Replace("relays/kanda-river.json", "\"verifiedOn\": \"2026-01-01\"", "\"verifiedOn\": null");
        pack.Replace("relays/kanda-river.json", "\"validUntil\": \"2099-12-31\"", "\"validUntil\": null");
        pack.Replace("messages/ja/relays.json", "\"checkedBy\": \"試験\"", "\"checkedBy\": null");
        pack.Replace("messages/ja/relays.json", "\"checkedOn\": \"2026-01-01\"", "\"checkedOn\": null");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHub.StartAsync(live: pack));

        Assert.Contains("relays/kanda-river.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains("messages/ja/relays.json", refused.Message, StringComparison.Ordinal);
    }
}
