using System.Diagnostics;
using Chiyoda.Bousai.TestHub;
using StackExchange.Redis;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>From the answer of one node to the ring at a page of another, beside a bare message over the same Redis.</summary>
internal static class Rings
{
    private const int Samples = 120;

    /// <summary>Each face is rung four times a second at most: spaced wider, every ring is one of its own.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(350);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var set = new ProcessSet(isPostgres: true);
        await set.StartAsync("postgres", "redis", "hub1", "hub2");
        var (one, two) = (set.ClientOf("hub1"), set.ClientOf("hub2"));
        using var staff = await set.SignInAsync(two, "Viewer");
        await using var page = await OpenPage.AtAsync(two, "/live/staff", staff);

        List<double> rings = [];
        for (var sample = -5; sample < Samples; sample++)
        {
            var heard = page.Rings.Count;
            await one.PublishTelegramAsync(BitConverter.GetBytes((long)sample));
            var since = Stopwatch.GetTimestamp();
            while (page.Rings.Count == heard && Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5))
            {
                await Task.Delay(1);
            }

            if (sample >= 0)
            {
                rings.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }

            await Task.Delay(Between);
        }

        var bare = await BareAsync(set.PortOf("redis"));
        return
        [
            new Figure("ring-between-nodes-median", Figures.Median(rings), Figures.Median(bare), "a bare message over the same Redis, median", "ms", 200),
            new Figure("ring-between-nodes-p99", Percentile(rings), Percentile(bare), "a bare message over the same Redis, p99", "ms", 200),
        ];
    }

    private static async Task<List<double>> BareAsync(int port)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}");
        var channel = RedisChannel.Literal("bench");
        var heard = new SemaphoreSlim(0);
        await redis.GetSubscriber().SubscribeAsync(channel, (_, _) => heard.Release());
        List<double> taken = [];
        for (var sample = 0; sample < Samples; sample++)
        {
            var since = Stopwatch.GetTimestamp();
            await redis.GetSubscriber().PublishAsync(channel, sample);
            await heard.WaitAsync(TimeSpan.FromSeconds(5));
            taken.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return taken;
    }

    private static double Percentile(List<double> taken) => taken.Order().ElementAt((int)Math.Ceiling(taken.Count * 0.99) - 1);
}
