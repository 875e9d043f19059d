using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Dissemination.Receipts;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Receipts are a statistic: they never hold anything up.</summary>
public sealed class TooManyReceiptsTests
{
    [Fact]
    public async Task MoreThanCanBeKept_DropsTheOldestAndCountsThem()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        var book = world.Get<ReceiptBook>();
        var nowhere = new ReceiptPlace(Guid.NewGuid(), 1, 0);

        for (var i = 0; i < ReceiptBook.Capacity + 7; i++)
        {
            book.Note(nowhere, ReceiptMarks.Shown);
        }

        await book.WriteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(7, book.Dropped);
        Assert.Contains(world.Logs.Lines, line => line.Id == 6040);
    }

    [Fact]
    public async Task AReceiptForAPlaceThatThePageDoesNotHave_ChangesNothing()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel());
        await world.SubscribeAsync(2, TellingWorld.Riverside[0]);
        var release = await world.IssueAsync();
        await world.PlanAsync(release.DecisionId);
        await world.WorkAsync();
        var book = world.Get<ReceiptBook>();

        book.Note(new ReceiptPlace((await world.DispatchAsync(release.DecisionId)).Id, 1, 2), ReceiptMarks.Confirmed);
        book.Note(new ReceiptPlace((await world.DispatchAsync(release.DecisionId)).Id, 2, 0), ReceiptMarks.Confirmed);
        await book.WriteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, (await world.TallyAsync(release.DecisionId)).Shown);
    }
}
