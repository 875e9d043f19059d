using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>The planner: areas, levels, and those who heard the earlier message.</summary>
public sealed class WhoHearsOfADecisionTests
{
    [Fact]
    public async Task PlacesAndLevels_DecideWhoIsOnAPage()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var near = await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var everywhere = await world.SubscribeAsync(1, Addressees.Everywhere);
        await world.SubscribeAsync(2, TellingWorld.Elsewhere);
        await world.SubscribeAsync(2, TellingWorld.Riverside[0], levels: [5]);

        var release = await world.IssueAsync(level: 4);
        await world.PlanAsync(release.DecisionId);

        Assert.Equal([.. near, .. everywhere], await KeysAsync(world, release));
    }

    [Fact]
    public async Task ADeviceThatIsGone_IsLeftOut()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var keys = await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        await world.WithDbAsync(db => db.Subscriptions.Where(row => row.Key == keys[0])
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GoneAt, world.Clock.GetUtcNow()), TestContext.Current.CancellationToken));

        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        Assert.Equal([keys[1]], await KeysAsync(world, release));
    }

    [Fact]
    public async Task ALift_ReachesEverybodyWhoWasTold_WhereverTheirPlacesAreNow()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var moved = await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        var left = await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        var issued = await world.IssueAsync();
        await world.PlanAsync(issued.DecisionId);
        await world.WorkAsync();
        var joined = await world.SubscribeAsync(1, TellingWorld.Riverside[1]);
        await world.WithDbAsync(async db =>
        {
            await db.Subscriptions.Where(row => row.Key == left[0]).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            var device = await db.Subscriptions.SingleAsync(row => row.Key == moved[0], TestContext.Current.CancellationToken);
            device.Places = [device.Places[0] with { Area = TellingWorld.Elsewhere }];
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var lifted = await world.LiftAsync(issued.OrderId);
        await world.PlanAsync(lifted.DecisionId);
        await world.WorkAsync();

        Assert.Equal([.. moved, .. joined], await KeysAsync(world, lifted));
        Assert.Equal(2, channel.Sent[moved[0]]);
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(lifted.DecisionId)).State);
    }

    [Fact]
    public async Task TheFirstRecipients_DoNotWaitForAFullPage()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var first = await world.SubscribeAsync(1, TellingWorld.Riverside[0]);
        await world.SubscribeAsync(2_400, TellingWorld.Elsewhere);
        var last = await world.SubscribeAsync(1, TellingWorld.Riverside[1]);

        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        var pages = await world.PagesAsync((await world.DispatchAsync(release.DecisionId)).Id);
        Assert.Equal([first[0], last[0]], pages.SelectMany(page => RecipientKeys.Unpack(page.Keys)));
        Assert.Equal([1, 1], pages.Select(page => page.Recipients));
    }

    [Fact]
    public async Task APlanThatWasCutOff_GoesOnAfterItsLastPage()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var keys = await world.SubscribeAsync(40, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        var dispatch = await world.DispatchAsync(release.DecisionId);
        await world.WithDbAsync(async db =>
        {
            db.Add(new DispatchPage(dispatch.Id, 1, keys[..15], 15));
            await db.Dispatches.Where(row => row.Id == dispatch.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, DispatchState.Sending)
                    .SetProperty(row => row.PlannedThrough, keys[14])
                    .SetProperty(row => row.Recipients, 15),
                TestContext.Current.CancellationToken);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await world.PlanAsync(release.DecisionId);

        Assert.Equal(keys, await KeysAsync(world, release));
        Assert.Equal(40, (await world.DispatchAsync(release.DecisionId)).Recipients);
    }

    [Fact]
    public async Task ADecisionThatConcernsNobody_IsDoneWithoutAPage()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        await world.SubscribeAsync(1, TellingWorld.Elsewhere);
        var release = await world.IssueAsync();

        await world.Get<Dispatcher>().SweepAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
    }

    private static async Task<List<long>> KeysAsync(TellingWorld world, OrderRelease release) =>
        [.. (await world.PagesAsync((await world.DispatchAsync(release.DecisionId)).Id)).SelectMany(page => RecipientKeys.Unpack(page.Keys))];
}
