using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>A back-test of 10,000 telegrams on one core, read and judged one after another, for a ward that is everywhere.</summary>
internal static class Backtesting
{
    private const int Telegrams = 10_000;
    private const int AtOnce = 500;
    private const int Runs = 3;

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(9));

    public static IReadOnlyList<Figure> Measure()
    {
        var originals = Folding.Originals().Select(file => Encoding.UTF8.GetString(File.ReadAllBytes(file))).Where(Folding.IsReadable).ToList();
        var pack = WardPackLoader.Load(Repository.Config).Pack!;
        pack = pack with { Ward = pack.Ward with { Codes = Folding.Everywhere(originals) } };
        List<double> tested = [], read = [];
        for (var run = 0; run <= Runs; run++)
        {
            TimeSpan ours = default, alone = default;
            var set = new BackTestSet(pack, BackTestBounds.OfCommand, new GaugeOptions().Limits);
            foreach (var some in Enumerable.Range(0, Telegrams).Chunk(AtOnce))
            {
                var octets = some.Select(at => Folding.Moved(originals[at % originals.Count], Start.AddMinutes(at))).ToList();
                var since = Stopwatch.GetTimestamp();
                foreach (var one in octets)
                {
                    JmaTelegramReader.Read(one);
                }

                alone += Stopwatch.GetElapsedTime(since);
                since = Stopwatch.GetTimestamp();
                foreach (var one in octets)
                {
                    set.Admit(one.Length);
                    set.Add("telegram", one);
                }

                ours += Stopwatch.GetElapsedTime(since);
            }

            var judging = Stopwatch.GetTimestamp();
            var events = set.Run(TelegramStatus.Normal, pack, CancellationToken.None).Count;
            ours += Stopwatch.GetElapsedTime(judging);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Telegrams} telegrams: {ours.TotalMilliseconds:0} ms, of it judging {Stopwatch.GetElapsedTime(judging).TotalMilliseconds:0} ms, {events} events"));

            // The first run warms the code and is not counted.
            if (run > 0)
            {
                tested.Add(ours.TotalMilliseconds);
                read.Add(alone.TotalMilliseconds);
            }
        }

        return [new Figure("backtest-of-10000-telegrams", Figures.Median(tested), Figures.Median(read), "reading the same telegrams alone", "ms", 20_000)];
    }
}
