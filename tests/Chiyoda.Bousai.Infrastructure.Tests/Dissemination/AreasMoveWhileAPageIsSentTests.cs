using Chiyoda.Bousai.Infrastructure.Dissemination;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rule 9, in the middle of a page: the older order goes on for its own areas, and not for those it gave up.</summary>
public sealed class AreasMoveWhileAPageIsSentTests
{
    [Fact]
    public async Task TheRestOfThePage_IsJudgedAnew()
    {
        var begun = new TaskCompletionSource();
        var channel = new ScriptedChannel(async _ =>
        {
            begun.TrySetResult();
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            return new DeliveryOutcome(DeliveryMark.Accepted);
        });
        await using var world = await TellingWorld.StartAsync(channel: channel);
        await world.SubscribeAsync(10, TellingWorld.Riverside[0], endpoint: index => new Uri($"https://push.example.net/stays/{index}"));
        await world.SubscribeAsync(470, TellingWorld.Riverside[1], endpoint: index => new Uri($"https://push.example.net/goes/{index}"));
        var older = await world.IssueAsync(level: 3);
        await world.PlanAsync(older.DecisionId);
        var working = world.Get<PageWorker>().ServeNextAsync(TestContext.Current.CancellationToken);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await world.IssueAsync(level: 4, areas: [TellingWorld.Riverside[1]]);
        await working;
        await world.WorkAsync();

        var tally = (await world.TallyAsync(older.DecisionId)).Delivery;
        Assert.InRange(tally.Superseded, 1, 470);
        Assert.Equal(480, tally.Accepted + tally.Superseded);
        Assert.Equal(tally.Accepted, channel.Sent.Count);
        Assert.All(channel.Sent.Values, times => Assert.Equal(1, times));
    }
}
