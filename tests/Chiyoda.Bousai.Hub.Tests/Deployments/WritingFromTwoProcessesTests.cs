using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>Sixteen writers at two processes on one database: the chain is dense, in order and whole, whichever database it is.</summary>
[Collection(DeploymentTests.Name)]
[RunsOnce]
public sealed class WritingFromTwoProcessesTests
{
    private const int Writers = 16;

    private const int Each = 10;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SixteenWriters_LeaveOneDenseChain(bool isPostgres)
    {
        var missing = RequiredServices.SkipReason(ProcessSet.Missing);
        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
        await using var set = new ProcessSet(isPostgres);
        await set.StartAsync(isPostgres ? ["postgres", "hub1", "hub2"] : ["hub1", "hub2"]);
        HubClient[] hubs = [set.ClientOf("hub1"), set.ClientOf("hub2")];
        var now = TimeProvider.System.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < Each; i++)
            {
                var river = writer % 4 < 2 ? Floods.Kanda : Floods.Arakawa;
                var receipt = await hubs[writer % 2].PublishTelegramAsync(Floods.Telegram(river, (i % 4) + 2, now.AddSeconds((i * Writers) + writer - 600), i));
                Assert.Equal("accepted", receipt.Outcome);
            }
        }));

        var sequences = await set.Database.ReadAsync<long>("SELECT Sequence FROM chronology ORDER BY Sequence");
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(n => (long)n), sequences);
        Assert.Equal(Writers * Each, (await set.Database.ReadAsync<string>("SELECT Kind FROM chronology WHERE Kind = 'feeds.telegram-received'")).Count);
        Assert.Empty(await set.Database.ReadAsync<string>("SELECT Outcome FROM feeds_telegrams WHERE Outcome <> 'Accepted'"));
        Assert.Empty(await set.Database.ReadAsync<long>(
            "SELECT later.Sequence FROM chronology later JOIN chronology earlier ON later.Sequence = earlier.Sequence + 1 WHERE later.RecordedAt < earlier.RecordedAt"));
        var verified = await set.VerifyAsync();
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
        Assert.DoesNotContain("fail:", set.LogOf("hub1") + set.LogOf("hub2"), StringComparison.Ordinal);
    }
}
