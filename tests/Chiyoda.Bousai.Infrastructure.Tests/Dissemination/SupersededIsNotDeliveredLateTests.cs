using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rules 9 and 13: the latest decision stands, and nothing of an older one comes after it.</summary>
public sealed class SupersededIsNotDeliveredLateTests
{
    [Fact]
    public async Task PagesNotBegun_AreNotSentAndCountAsSuperseded()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(700, TellingWorld.Riverside[0]);
        var older = await world.IssueAsync(level: 3);
        await world.PlanAsync(older.DecisionId);

        var newer = await world.IssueAsync(level: 4);
        await world.PlanAsync(newer.DecisionId);
        await world.WorkAsync();

        Assert.Equal(older.OrderId, newer.OrderId);
        Assert.All(channel.Sent.Values, times => Assert.Equal(1, times));
        Assert.Equal(700, (await world.TallyAsync(newer.DecisionId)).Delivery.Accepted);
        Assert.Equal(700, (await world.TallyAsync(older.DecisionId)).Delivery.Superseded);
        Assert.Equal(DispatchState.Superseded, (await world.DispatchAsync(older.DecisionId)).State);
        Assert.All(await world.PagesAsync((await world.DispatchAsync(older.DecisionId)).Id), page => Assert.True(page.IsDone));
    }

    [Fact]
    public async Task APageThatIsBeingSent_StopsWithinItsFlush()
    {
        var begun = new TaskCompletionSource();
        var channel = new ScriptedChannel(async _ =>
        {
            begun.TrySetResult();
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            return new DeliveryOutcome(DeliveryMark.Accepted);
        });
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(480, TellingWorld.Riverside[0], endpoint: index => new Uri($"https://push.example.net/{index}"));
        var older = await world.IssueAsync(level: 3);
        await world.PlanAsync(older.DecisionId);
        var working = world.Get<PageWorker>().ServeNextAsync(TestContext.Current.CancellationToken);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await world.IssueAsync(level: 4);
        await working;
        await world.WorkAsync();

        // Thirty rounds of a slow push service were ahead of it; it stopped in the first ones.
        var tally = (await world.TallyAsync(older.DecisionId)).Delivery;
        Assert.InRange(tally.Superseded, 1, 480);
        Assert.Equal(480, tally.Accepted + tally.Superseded);
        Assert.Equal(tally.Accepted, channel.Sent.Count);
    }

    /// <summary>A sender that died knew of more recipients than it wrote down: they were told to leave, and hear that it is over.</summary>
    [Fact]
    public async Task WhoWasToldByASenderThatDied_HearsOfTheLift()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 9, 2, 10, 0, JapanTime.Offset));
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(clock, channel);
        await world.SubscribeAsync(100, TellingWorld.Riverside[0]);
        var issued = await world.IssueAsync();
        await world.PlanAsync(issued.DecisionId);
        await world.SendAndDieAsync(channel, sent: 60, written: 40);
        var told = channel.Sent.Keys.ToList();

        var lifted = await world.LiftAsync(issued.OrderId);
        clock.Advance(TimeSpan.FromSeconds(11));
        await world.WorkAsync();
        await world.PlanAsync(lifted.DecisionId);
        await world.WorkAsync();

        Assert.Equal(60, told.Count);
        Assert.All(told, key => Assert.Equal(2, channel.Sent[key]));
    }

    [Fact]
    public async Task AnOrderThatGaveAreasUp_IsNotSentToThemAnyMore()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var stays = await world.SubscribeAsync(3, TellingWorld.Riverside[0]);
        var goesOver = await world.SubscribeAsync(3, TellingWorld.Riverside[1]);
        var older = await world.IssueAsync(level: 3);
        await world.PlanAsync(older.DecisionId);

        var newer = await world.IssueAsync(level: 4, areas: [TellingWorld.Riverside[1]]);
        await world.PlanAsync(newer.DecisionId);
        await world.WorkAsync();

        Assert.NotEqual(older.OrderId, newer.OrderId);
        Assert.All(stays.Concat(goesOver), key => Assert.Equal(1, channel.Sent[key]));
        var tally = (await world.TallyAsync(older.DecisionId)).Delivery;
        Assert.Equal((3, 3), (tally.Accepted, tally.Superseded));
    }

    /// <summary>«This is only a test» after the mayor's word could cost lives: nothing of it goes out any more, by a retry or out of a hold either.</summary>
    [Theory]
    [InlineData(DispatchState.Sending)]
    [InlineData(DispatchState.Held)]
    public async Task WhatIsLeftOfATest_IsNotSentAfterAnOrder(DispatchState state)
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var devices = await world.SubscribeAsync(700, TellingWorld.Riverside[0]);
        var test = await world.TellTestAsync();
        await world.PlanAsync(test.Relay.Id);
        if (state == DispatchState.Held)
        {
            await world.Get<DispatchLedger>().HoldAsync((await world.DispatchAsync(test.Relay.Id)).Id, "試験", TestContext.Current.CancellationToken);
        }

        Assert.Equal(state, (await world.DispatchAsync(test.Relay.Id)).State);
        var order = await world.IssueAsync();
        await world.Get<DispatchLedger>().ResumeAsync(
            test.Relay.Id, new Actor(Guid.NewGuid(), "発信担当", "Releaser", "test"), TestContext.Current.CancellationToken);
        await world.PlanAsync(order.DecisionId);
        await world.WorkAsync();

        Assert.Equal(DispatchState.Superseded, (await world.DispatchAsync(test.Relay.Id)).State);
        Assert.All(devices, key => Assert.Equal(1, channel.Sent[key]));
        Assert.Equal((700, 0), ((await world.TallyAsync(order.DecisionId)).Delivery.Accepted, (await world.TallyAsync(test.Relay.Id)).Delivery.Accepted));
    }

    [Fact]
    public async Task TheHigherLevel_IsServedFirst()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var low = await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        var high = await world.SubscribeAsync(1, TellingWorld.Riverside[1]);
        var first = await world.IssueAsync(level: 3, areas: [TellingWorld.Riverside[0]]);
        await world.PlanAsync(first.DecisionId);
        var second = await world.IssueAsync(level: 5, areas: [TellingWorld.Riverside[1]]);
        await world.PlanAsync(second.DecisionId);

        var claim = await world.Get<PageClaims>().TakeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(high, claim!.Keys);
        Assert.NotEqual(low, claim.Keys);
    }
}
