using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Outcomes per recipient, retries, pauses and the circuit.</summary>
public sealed class WhatBecomesOfAMessageTests
{
    private static readonly DateTimeOffset Night = new(2026, 9, 9, 2, 10, 0, JapanTime.Offset);

    [Fact]
    public async Task ADeviceThatIsGone_IsMarkedAndItsSubscriptionEnds()
    {
        await using var world = await TellingWorld.StartAsync(channel: Answering(new DeliveryOutcome(DeliveryMark.Gone)));
        await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();

        Assert.Equal(2, (await world.TallyAsync(release.DecisionId)).Delivery.Gone);
        Assert.Equal(0, await world.WithDbAsync(db => db.Subscriptions.CountAsync(row => row.GoneAt == null, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ARefusedMessage_FailsWithoutAnotherTry()
    {
        var channel = Answering(new DeliveryOutcome(DeliveryMark.Rejected, Reason: "413"));
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();

        Assert.Equal(2, (await world.TallyAsync(release.DecisionId)).Delivery.Failed);
        Assert.All(channel.Sent.Values, times => Assert.Equal(1, times));
        Assert.Equal(2, await world.WithDbAsync(db => db.Subscriptions.CountAsync(row => row.GoneAt == null, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ADefectForOneRecipient_DoesNotKeepItFromTheOthers()
    {
        var keys = new List<long>();
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel(recipient => recipient.Subscription.Key == keys[1]
            ? throw new InvalidOperationException("broken data")
            : Task.FromResult(new DeliveryOutcome(DeliveryMark.Accepted))));
        keys.AddRange(await world.SubscribeAsync(3, TellingWorld.Riverside[0]));
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();

        var tally = (await world.TallyAsync(release.DecisionId)).Delivery;
        Assert.Equal((2, 1), (tally.Accepted, tally.Failed));
    }

    [Fact]
    public async Task AnOriginThatAsksToWait_IsLeftAloneUntilThen()
    {
        var clock = new FakeTimeProvider(Night);
        var isBusy = true;
        var channel = new ScriptedChannel(_ => Task.FromResult(isBusy
            ? new DeliveryOutcome(DeliveryMark.Throttled, clock.GetUtcNow().AddSeconds(40))
            : new DeliveryOutcome(DeliveryMark.Accepted)));
        await using var world = await TellingWorld.StartAsync(clock, channel);
        await world.SubscribeAsync(50, TellingWorld.Riverside[0], endpoint: index => new Uri($"https://push.example.net/{index}"));
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();
        var before = channel.Sent.Values.Sum();
        Assert.InRange(before, 1, channel.ConcurrencyPerOrigin);
        Assert.Equal(50, (await world.TallyAsync(release.DecisionId)).Delivery.Pending);

        isBusy = false;
        clock.Advance(TimeSpan.FromSeconds(41));
        await world.WorkAsync();

        Assert.Equal(50, (await world.TallyAsync(release.DecisionId)).Delivery.Accepted);
    }

    [Fact]
    public async Task AnOriginThatDoesNotAnswer_OpensItsCircuitAndFailsWhenTheTimeIsUp()
    {
        var clock = new FakeTimeProvider(Night);
        var channel = Answering(new DeliveryOutcome(DeliveryMark.Unreachable));
        await using var world = await TellingWorld.StartAsync(clock, channel);
        await world.SubscribeAsync(200, TellingWorld.Riverside[0], endpoint: index => new Uri($"https://push.example.net/{index}"));
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();
        Assert.InRange(channel.Sent.Count, OriginGate.UnansweredBeforeOpen, OriginGate.UnansweredBeforeOpen + channel.ConcurrencyPerOrigin);
        Assert.Equal(200, (await world.TallyAsync(release.DecisionId)).Delivery.Pending);

        clock.Advance(TimeSpan.FromHours(1));
        await world.WorkAsync();

        Assert.Equal(200, (await world.TallyAsync(release.DecisionId)).Delivery.Failed);
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
    }

    [Fact]
    public async Task ManyMessagesAreInFlightToOneOrigin_AndNoMoreThanAllowed()
    {
        var inFlight = new TaskCompletionSource();
        var count = 0;
        var channel = new ScriptedChannel(async _ =>
        {
            if (Interlocked.Increment(ref count) == 16)
            {
                inFlight.SetResult();
            }

            await inFlight.Task;
            return new DeliveryOutcome(DeliveryMark.Accepted);
        });
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(100, TellingWorld.Riverside[0], endpoint: index => new Uri($"https://push.example.net/{index}"));
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(16, channel.MostInFlight);
    }

    private static ScriptedChannel Answering(DeliveryOutcome outcome) => new(_ => Task.FromResult(outcome));
}
