using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>What is out and not written down goes out again after a death: it stays few, however slow the database.</summary>
public sealed class SlowDatabaseTests
{
    [Fact]
    public async Task WhileNothingCanBeWritten_OnlyAFewGoOut_AndTheRestFollows()
    {
        var most = new DispatchOptions().FlushOutcomes;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = new ScriptedChannel(async _ =>
        {
            begun.TrySetResult();
            await go.Task;
            return new DeliveryOutcome(DeliveryMark.Accepted);
        });
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(4 * most, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);

        var working = world.WorkAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await using (await (await TestDatabase.OfAsync(world.DataDirectory)).HoldPagesAsync())
        {
            go.SetResult();
            await Eventually.TrueAsync(() => Task.FromResult(channel.Sent.Count >= most), "as many as may go out are out");
            Assert.Equal(most, channel.Sent.Count);
        }

        await working.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(4 * most, channel.Sent.Count);
        Assert.All(channel.Sent.Values, times => Assert.Equal(1, times));
    }
}
