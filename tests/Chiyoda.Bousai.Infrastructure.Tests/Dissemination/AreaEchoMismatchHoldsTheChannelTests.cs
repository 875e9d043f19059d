using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rule 11: what was made is read back and compared before the first recipient.</summary>
public sealed class AreaEchoMismatchHoldsTheChannelTests
{
    [Fact]
    public async Task AnAreaTooFewInTheText_HoldsTheChannelAndNotTheOthers()
    {
        var channel = new ScriptedChannel { Areas = areas => areas.Skip(1) };
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(5, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();
        var portal = await world.Get<DispatchLedger>().CompleteAsync(release.DecisionId, "portal", 1, 1, TestContext.Current.CancellationToken);

        var held = await world.DispatchAsync(release.DecisionId);
        Assert.Empty(channel.Sent);
        Assert.Equal(DispatchState.Held, held.State);
        Assert.Contains("区域照合", held.HoldReason, StringComparison.Ordinal);
        Assert.Contains("dissemination.held", await world.KindsAsync());
        Assert.Contains(world.Logs.Lines, line => line.Level == LogLevel.Error && line.Id == 6011);
        Assert.True(portal);
    }

    [Fact]
    public async Task AnAreaTooManyInTheText_HoldsTheChannel()
    {
        var channel = new ScriptedChannel { Areas = areas => areas.Append(TellingWorld.Elsewhere) };
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(5, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        await world.WorkAsync();

        Assert.Empty(channel.Sent);
        Assert.Equal(DispatchState.Held, (await world.DispatchAsync(release.DecisionId)).State);
    }

    [Fact]
    public async Task ARecipientFromAnotherArea_HoldsTheChannel()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var outside = await world.SubscribeAsync(1, TellingWorld.Elsewhere);
        var release = await world.IssueAsync();
        var dispatch = await world.DispatchAsync(release.DecisionId);
        await world.WithDbAsync(async db =>
        {
            db.Add(new DispatchPage(dispatch.Id, 1, outside, 1));
            await db.Dispatches.Where(row => row.Id == dispatch.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DispatchState.Sending), TestContext.Current.CancellationToken);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await world.WorkAsync();

        Assert.Empty(channel.Sent);
        Assert.Equal(DispatchState.Held, (await world.DispatchAsync(release.DecisionId)).State);
    }

    [Fact]
    public async Task ADeviceThatMovedAfterThePlan_HoldsNothing()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var keys = await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        await world.WithDbAsync(async db =>
        {
            var device = await db.Subscriptions.SingleAsync(row => row.Key == keys[0], TestContext.Current.CancellationToken);
            device.Places = [device.Places[0] with { Area = TellingWorld.Elsewhere }];
            device.UpdatedAt = world.Clock.GetUtcNow();
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await world.WorkAsync();

        Assert.Contains(keys[1], channel.Sent.Keys);
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
    }

    [Fact]
    public async Task AHeldDispatch_GoesOnWhenAPersonLetsIt()
    {
        var isSpoiled = true;
        var channel = new ScriptedChannel { Areas = areas => isSpoiled ? areas.Skip(1) : areas };
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(5, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        isSpoiled = false;

        var actor = new Actor(Guid.NewGuid(), "発信担当", "Releaser", "test");
        var resumed = await world.Get<DispatchLedger>().ResumeAsync(release.DecisionId, actor, TestContext.Current.CancellationToken);
        await world.WorkAsync();

        Assert.True(resumed.TryGet(out var count, out _));
        Assert.Equal(1, count);
        Assert.Equal(5, channel.Sent.Count);
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
        Assert.Contains("dissemination.resumed", await world.KindsAsync());
    }
}
