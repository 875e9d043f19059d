using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Relays;

/// <summary>A released rule over one evening: each change once, in its own words, to those who hear of it.</summary>
public sealed class RelayingChangesTests
{
    [Fact]
    public async Task NewInformation_IsTold_AsARelayThatLooksLikeNoOrder()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);

        await world.FloodAsync(4);

        var told = await RelayWorld.NextAsync(device);
        Assert.Equal("【訓練】気象庁発表 レベル4氾濫危険警報（神田川）", told.Title);
        Assert.StartsWith("気象庁発表（", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("避難指示", told.Notification.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ください", told.Notification.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("relay", told.Data.GetProperty("kind").GetString());
        Assert.False(told.Data.TryGetProperty("order", out _));
        Assert.StartsWith("relay:", told.Tag, StringComparison.Ordinal);
        Assert.Equal("high", told.Push.Urgency);
        Assert.InRange(told.Push.Ttl, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        Assert.Equal("relays.relayed", (await world.KindsAsync())[^1]);
        Assert.Empty((await world.Hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task UpDownAndLift_EachHaveTheirWords_InOnePlaceOnTheScreen_AndContinuationIsSilent()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        var told = new List<Told>();

        foreach (int? level in new int?[] { 4, 5, 4, null })
        {
            await world.FloodAsync(level);
            told.Add(await RelayWorld.NextAsync(device));
            await world.FloodAsync(level);
        }

        await world.QuietAsync();
        Assert.Equal(
            ["レベル4氾濫危険警報（神田川）", "レベル5氾濫特別警報（神田川）", "レベル4氾濫危険警報に切替え（神田川）", "レベル4氾濫危険警報は解除（神田川）"],
            told.Select(each => each.Title.Replace("【訓練】気象庁発表 ", string.Empty, StringComparison.Ordinal)));
        Assert.Equal(4, device.Received);
        Assert.Single(told.Select(each => each.Tag).Distinct());
        Assert.Single(told.Select(each => each.Push.Topic).Distinct());
        Assert.Equal(["high", "high", "normal", "normal"], told.Select(each => each.Push.Urgency));
        Assert.Contains("レベル5氾濫特別警報からレベル4氾濫危険警報", told[2].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("安全", told[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewEpisode_StandsForItself()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.FloodAsync(4);
        var first = await RelayWorld.NextAsync(device);
        await world.FloodAsync(null);
        await RelayWorld.NextAsync(device);

        await world.FloodAsync(4);

        var again = await RelayWorld.NextAsync(device);
        Assert.Equal(first.Title, again.Title);
        Assert.NotEqual(first.Tag, again.Tag);
    }

    [Fact]
    public async Task ATelegramThatWasVoid_IsTakenBackBeforeThoseWhoHeardIt()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.FloodAsync(4);
        await RelayWorld.NextAsync(device);

        await world.FloodAsync(null, infoType: "取消");

        var told = await RelayWorld.NextAsync(device);
        Assert.Equal("【訓練】気象庁発表 レベル4氾濫危険警報は取消し（神田川）", told.Title);
        Assert.Contains("気象庁が取り消しました", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorrection_SaysWhatHoldsNow()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.FloodAsync(5);
        await RelayWorld.NextAsync(device);

        await world.FloodAsync(4, infoType: "訂正");

        var told = await RelayWorld.NextAsync(device);
        Assert.Equal("【訓練】気象庁発表 訂正：レベル4氾濫危険警報（神田川）", told.Title);
    }

    [Fact]
    public async Task ALiftThatWasVoid_IsPutRight_ForThoseWhoWereToldThatItWasOver()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.FloodAsync(4);
        await RelayWorld.NextAsync(device);
        await world.FloodAsync(null);
        var lifted = await RelayWorld.NextAsync(device);

        await world.FloodAsync(null, infoType: "取消");

        var told = await RelayWorld.NextAsync(device);
        Assert.Equal("【訓練】気象庁発表 訂正：レベル4氾濫危険警報（神田川）", told.Title);
        Assert.Equal(lifted.Tag, told.Tag);
    }

    [Fact]
    public async Task WhatIsBelowTheRule_OrForAnotherRiver_IsNotTold()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);

        await world.FloodAsync(2);
        await world.Hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 4, world.Now));
        await world.FloodAsync(null);

        await world.QuietAsync();
        Assert.Equal(0, device.Received);
        Assert.DoesNotContain("relays.relayed", await world.KindsAsync());
    }

    [Fact]
    public async Task EachHearsWhatTheyChose_ByPlaceAndKind_AndTheEndOfWhatTheyHeard()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var usual = await world.SubscribeAsync(RelayWorld.Riverside);
        var everything = await world.SubscribeAsync(RelayWorld.Riverside, ["all"]);
        var floods = await world.SubscribeAsync("*", ["flood", "tsunami"]);
        var tsunamis = await world.SubscribeAsync(RelayWorld.Riverside, ["tsunami"]);
        var nothing = await world.SubscribeAsync(RelayWorld.Riverside, ["none"]);
        var elsewhere = await world.SubscribeAsync(RelayWorld.Elsewhere, ["all"]);

        await world.FloodAsync(3);
        await world.QuietAsync();
        Assert.Equal((0, 1, 1), (usual.Received, everything.Received, floods.Received));
        await world.FloodAsync(4);
        await world.QuietAsync();
        Assert.Equal((1, 2, 2), (usual.Received, everything.Received, floods.Received));
        await world.FloodAsync(null);
        await world.QuietAsync();

        Assert.Equal((2, 3, 3), (usual.Received, everything.Received, floods.Received));
        Assert.Equal((0, 0, 0), (tsunamis.Received, nothing.Received, elsewhere.Received));
    }

    [Fact]
    public async Task EveryLanguage_SaysTheSameLevelAndPlace()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var easy = await world.SubscribeAsync(RelayWorld.Riverside, language: "ja-easy");
        var english = await world.SubscribeAsync(RelayWorld.Riverside, language: "en");

        await world.FloodAsync(4);

        var (one, other) = (await RelayWorld.NextAsync(easy), await RelayWorld.NextAsync(english));
        Assert.StartsWith("【訓練】気象庁発表", one.Title, StringComparison.Ordinal);
        Assert.Contains("レベル4", one.Title, StringComparison.Ordinal);
        Assert.Contains("神田川", one.Body, StringComparison.Ordinal);
        Assert.Equal("【訓練】JMA announcement: Level 4 River Flood Urgent Warning (the Kanda River)", other.Title);
        Assert.Equal(("ja", "en"), (one.Notification.GetProperty("lang").GetString(), other.Notification.GetProperty("lang").GetString()));
    }

    [Fact]
    public async Task OldAndNewTelegramOfOneLandslideWarning_GiveOneMessage_InEitherOrder()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync("landslide");
        var device = await world.SubscribeAsync("*");

        await world.Hub.PublishTelegramAsync(Alerts.OldLandslide(world.Now));
        await world.Hub.PublishTelegramAsync(Alerts.Landslide(4, world.Now));

        Assert.Equal("【訓練】気象庁発表 レベル4土砂災害危険警報（千代田区）", (await RelayWorld.NextAsync(device)).Title);
        await world.QuietAsync();
        Assert.Equal(1, device.Received);

        await world.Hub.PublishTelegramAsync(Alerts.Landslide(5, world.Now.AddSeconds(5)));
        await world.Hub.PublishTelegramAsync(Alerts.OldLandslide(world.Now.AddSeconds(6)));
        await world.QuietAsync();
        Assert.Equal(2, device.Received);
    }

    [Fact]
    public async Task FirstAndFullReportOfOneEarthquake_GiveOneMessage_AndAHigherOneIsTold()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync("earthquake");
        var device = await world.SubscribeAsync(RelayWorld.Elsewhere);

        await world.Hub.PublishTelegramAsync(Alerts.FirstIntensity("5-", "20261128120000", world.Now));
        await world.Hub.PublishTelegramAsync(Alerts.Intensity("5-", "20261128120000", world.Now.AddMinutes(2)));
        Assert.Equal("【訓練】気象庁発表 震度5弱（千代田区）", (await RelayWorld.NextAsync(device)).Title);
        await world.QuietAsync();
        Assert.Equal(1, device.Received);

        await world.Hub.PublishTelegramAsync(Alerts.Intensity("5+", "20261128120000", world.Now.AddMinutes(5)));
        Assert.Equal("【訓練】気象庁発表 震度5強（千代田区）", (await RelayWorld.NextAsync(device)).Title);
    }

    [Fact]
    public async Task AnEarthquakeThatRanOutOfView_IsNotLifted_AndTheNextIsNew()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync("earthquake");
        var device = await world.SubscribeAsync(RelayWorld.Elsewhere);
        await world.Hub.PublishTelegramAsync(Alerts.Intensity("5-", "20261128120000", world.Now));
        var first = await RelayWorld.NextAsync(device);

        world.Advance(TimeSpan.FromHours(4));
        await world.Hub.PublishTelegramAsync(Alerts.Intensity("3", "20261128160000", world.Now));
        await world.Hub.PublishTelegramAsync(Alerts.Intensity("6-", "20261128163000", world.Now.AddMinutes(30)));

        var next = await RelayWorld.NextAsync(device);
        Assert.Equal("【訓練】気象庁発表 震度6弱（千代田区）", next.Title);
        Assert.NotEqual(first.Tag, next.Tag);
        Assert.Equal(2, device.Received);
    }

    [Fact]
    public async Task ASilentSource_LiftsNothing()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.Hub.HeartbeatAsync(complete: true);
        await world.FloodAsync(4);
        await RelayWorld.NextAsync(device);

        world.Advance(TimeSpan.FromHours(2));

        Assert.Equal("unknown", (await world.Hub.GetAsync("/api/v1/warnings")).GetProperty("state").GetString());
        await world.Hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 2, world.Now));
        await world.QuietAsync();
        Assert.Equal(1, device.Received);
    }

    [Fact]
    public async Task TheSameTelegramAgain_ARestart_AndTwoNodesAtOnce_SendNothingTwice()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        var octets = Floods.Telegram(Floods.Kanda, 4, world.Now);
        await using var other = await world.StartAnotherNodeAsync();

        var second = Floods.Telegram(Floods.Kanda, 4, world.Now.AddSeconds(1), 2);
        await Task.WhenAll(
            world.Hub.PublishTelegramAsync(octets), other.PublishTelegramAsync(octets), world.Hub.PublishTelegramAsync(second), other.PublishTelegramAsync(second));
        Assert.Equal("【訓練】気象庁発表 レベル4氾濫危険警報（神田川）", (await RelayWorld.NextAsync(device)).Title);
        await other.StopAsync();
        await using var again = await world.StartAnotherNodeAsync();
        await again.PublishTelegramAsync(octets);

        await world.QuietAsync();
        Assert.Equal(1, device.Received);
        Assert.Single(await world.KindsAsync(), kind => kind == "relays.relayed");
    }

    [Fact]
    public async Task AWordForRelaysThatIsNone_IsRefused()
    {
        await using var world = await RelayWorld.StartAsync();
        var device = world.Push.NewSubscriber(await world.Hub.PushKeyAsync());

        await Answers.RefusedAsync(world.PutAsync(device, "*", ["earthquake-early-warning"]), HttpStatusCode.BadRequest, "subscriptions.unknown-relay");
    }
}
