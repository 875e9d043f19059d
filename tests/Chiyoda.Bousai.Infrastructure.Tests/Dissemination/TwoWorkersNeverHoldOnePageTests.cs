using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rule 12: leases and fences.</summary>
public sealed class TwoWorkersNeverHoldOnePageTests
{
    private static readonly DateTimeOffset Night = new(2026, 9, 9, 2, 10, 0, JapanTime.Offset);

    [Fact]
    public async Task ManyWhoReachForOnePage_OneGetsIt()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        await world.SubscribeAsync(10, TellingWorld.Riverside[0]);
        await world.PlanAsync((await world.IssueAsync()).DecisionId);
        var claims = world.Get<PageClaims>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => claims.TakeAsync(TestContext.Current.CancellationToken)));

        Assert.Single(taken, claim => claim is not null);
    }

    [Fact]
    public async Task AWorkerThatSleptThroughItsLease_WritesNothing()
    {
        var clock = new FakeTimeProvider(Night);
        await using var world = await TellingWorld.StartAsync(clock, new ScriptedChannel());
        await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        var claims = world.Get<PageClaims>();
        var slow = (await claims.TakeAsync(TestContext.Current.CancellationToken))!;

        clock.Advance(TimeSpan.FromSeconds(11));
        var next = (await claims.TakeAsync(TestContext.Current.CancellationToken))!;
        byte[] all = [(byte)DeliveryMark.Accepted, (byte)DeliveryMark.Accepted];
        var (_, state) = await claims.FlushAsync(slow, all, FlushBatch.Empty, TestContext.Current.CancellationToken);
        var letGo = await claims.LetGoAsync(slow, all, null, TestContext.Current.CancellationToken);

        Assert.Equal(slow.Fence + 1, next.Fence);
        Assert.Equal(ClaimState.Lost, state);
        Assert.False(letGo);
        Assert.Equal(2, (await world.TallyAsync(release.DecisionId)).Delivery.Pending);
    }

    [Fact]
    public async Task ALeaseInUse_IsNotTakenAway()
    {
        var clock = new FakeTimeProvider(Night);
        await using var world = await TellingWorld.StartAsync(clock, new ScriptedChannel());
        await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        await world.PlanAsync((await world.IssueAsync()).DecisionId);
        var claims = world.Get<PageClaims>();
        var claim = (await claims.TakeAsync(TestContext.Current.CancellationToken))!;

        clock.Advance(TimeSpan.FromSeconds(8));
        (claim, _) = await claims.FlushAsync(claim, claim.Delivery, FlushBatch.Empty, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Null(await claims.TakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AWorkerKilledInTheMiddle_LeavesEverybodyServedAndNobodyMoreThanTwice()
    {
        var clock = new FakeTimeProvider(Night);
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(clock, channel);
        var keys = await world.SubscribeAsync(300, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        // It sent to sixty and wrote forty of them down; then there was no more of it.
        await world.SendAndDieAsync(channel, sent: 60, written: 40);
        await world.WorkAsync();
        Assert.Equal(60, channel.Sent.Count);
        clock.Advance(TimeSpan.FromSeconds(11));
        await world.WorkAsync();

        Assert.Equal(keys.Order(), channel.Sent.Keys.Order());
        Assert.Equal(20, channel.Sent.Values.Count(times => times == 2));
        Assert.All(channel.Sent.Values, times => Assert.InRange(times, 1, 2));
        Assert.Equal(300, (await world.TallyAsync(release.DecisionId)).Delivery.Accepted);
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
    }
}
