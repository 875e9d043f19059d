using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rule 12: repeating anything changes nothing.</summary>
public sealed class EffectKeyIsUniqueTests
{
    [Fact]
    public async Task ADecision_MakesOneDispatchPerChannel()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());

        var release = await world.IssueAsync();

        Assert.Equal(["portal", "webpush"], (await world.DispatchesAsync(release.DecisionId)).Select(dispatch => dispatch.Channel).Order());
    }

    [Fact]
    public async Task TheSameDecisionTwice_IsRefusedByTheDatabase()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var release = await world.IssueAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => world.WithDbAsync(async db =>
        {
            var order = await db.Orders.SingleAsync(TestContext.Current.CancellationToken);
            await db.CommitAsync([new OrderIssued(order, release, Actor.Hub, release.ReleasedAt)], TestContext.Current.CancellationToken);
            return 0;
        }));
    }

    [Fact]
    public async Task ManyPlannersAtATime_PutEveryRecipientOnOnePage()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var keys = await world.SubscribeAsync(1_300, TellingWorld.Riverside[1]);
        var release = await world.IssueAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.PlanAsync(release.DecisionId)));
        await world.PlanAsync(release.DecisionId);

        var dispatch = await world.DispatchAsync(release.DecisionId);
        var pages = await world.PagesAsync(dispatch.Id);
        Assert.True(dispatch.IsPlanned);
        Assert.Equal(keys, pages.SelectMany(page => RecipientKeys.Unpack(page.Keys)));
        Assert.Equal(Enumerable.Range(1, pages.Count), pages.Select(page => page.Number));
        Assert.All(pages, page => Assert.InRange(page.Recipients, 1, DispatchPage.MaxRecipients));
        Assert.Equal(1_300, dispatch.Recipients);
    }

    [Fact]
    public async Task SweepsAndWorkersAtATime_SendEachMessageOnce()
    {
        var channel = new ScriptedChannel();
        await using var world = await TellingWorld.StartAsync(channel: channel);
        var keys = await world.SubscribeAsync(1_300, TellingWorld.Riverside[1]);
        var release = await world.IssueAsync();
        var dispatcher = world.Get<Dispatcher>();

        await Task.WhenAll(
            dispatcher.SweepAsync(TestContext.Current.CancellationToken),
            dispatcher.RunAsync((await world.DispatchAsync(release.DecisionId)).Id, TestContext.Current.CancellationToken));
        await Task.WhenAll(world.WorkAsync(), world.WorkAsync(), world.WorkAsync());
        await dispatcher.SweepAsync(TestContext.Current.CancellationToken);

        Assert.Equal(keys.Order(), channel.Sent.Keys.Order());
        Assert.All(channel.Sent.Values, times => Assert.Equal(1, times));
        Assert.Equal(DispatchState.Done, (await world.DispatchAsync(release.DecisionId)).State);
        Assert.Equal(1, (await world.KindsAsync()).Count(kind => kind == "dissemination.completed"));
    }

    [Fact]
    public async Task AChannelWithoutNamedRecipients_CompletesOnce()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var release = await world.IssueAsync();
        var ledger = world.Get<DispatchLedger>();

        var first = await ledger.CompleteAsync(release.DecisionId, "portal", 1, 1, TestContext.Current.CancellationToken);
        var second = await ledger.CompleteAsync(release.DecisionId, "portal", 1, 1, TestContext.Current.CancellationToken);

        var portal = await world.DispatchAsync(release.DecisionId, "portal");
        Assert.True(first);
        Assert.False(second);
        Assert.Equal(DispatchState.Done, portal.State);
        Assert.NotNull(portal.FirstAcceptedAt);
        Assert.Equal(1, (await world.PagesAsync(portal.Id)).Single().Recipients);
    }
}
