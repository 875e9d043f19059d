using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>Two nodes write the same folder, as in production: whoever reads it reads whole pages.</summary>
public sealed class SharingTheMirrorTests
{
    [Fact]
    public async Task TwoNodes_WriteOneFolder_AndNoReaderSeesHalfAPage()
    {
        using var site = new TemporaryFolder();
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        foreach (var node in new[] { one, other })
        {
            Directory.CreateSymbolicLink(node.PathOf("site"), site.Path);
        }

        await using var first = await RunningHub.StartAsync(one.Path);
        await using var second = await RunningHub.StartAsync(other.Path);
        var index = site.PathOf("index.html");
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(index)), "the mirror is written");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = ReadAsync(index, stop.Token);
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < 15; i++)
        {
            var telegram = Floods.Telegram(Floods.Kanda, (i % 4) + 2, now.AddSeconds(i - 60), i);
            await Task.WhenAll(first.PublishTelegramAsync(telegram), second.PublishTelegramAsync(telegram));
        }

        await stop.CancelAsync();
        var (reads, halves) = await reading;
        Assert.True(reads > 10, $"only {reads} reads");
        Assert.Equal(0, halves);
    }

    private static async Task<(int Reads, int Halves)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var (reads, halves) = (0, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            reads++;
            halves += (await File.ReadAllTextAsync(file, CancellationToken.None)).TrimEnd().EndsWith("</html>", StringComparison.Ordinal) ? 0 : 1;
            await Task.Yield();
        }

        return (reads, halves);
    }
}
