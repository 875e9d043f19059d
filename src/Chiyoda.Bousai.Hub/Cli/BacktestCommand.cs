using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// <c>hub backtest PATH... [--criteria DIR] [--config DIR] [--gauges PATH] [--any-day] [--json]</c>: when each criterion would have proposed what over a set of telegrams and gauge readings,
/// what would have come late or twice, and what would have been missed. 通常, 訓練 and 試験 are sets of their own, as they are live.
/// </summary>
internal static class BacktestCommand
{
    /// <summary>As shells have it for a program that was asked to stop.</summary>
    private const int Stopped = 130;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["criteria", "config", "gauges"], ["json", "any-day"]);
        if (arguments.Words.Count == 0)
        {
            throw new UsageException("backtest needs at least one file or folder of telegrams");
        }

        var pack = Load(arguments.Find("config") ?? HubSettings.Default.ResolvedConfig, arguments.Find("criteria"));
        using var asked = new StopRequest();
        try
        {
            var set = await ReadAsync(pack, TelegramFiles.Find(arguments.Words), arguments.Find("gauges"), asked.Token);
            var criteria = arguments.Has("any-day") ? pack with { Criteria = BackTestCriteria.OnAnyDay(pack.Criteria) } : pack;
            foreach (var status in set.Statuses)
            {
                var events = set.Run(status, criteria, asked.Token);
                if (arguments.Has("json"))
                {
                    BacktestJson.Write(pack, status, set, events);
                }
                else
                {
                    BacktestText.Write(pack, status, set, events);
                }
            }

            if (set.LeftOut > 0)
            {
                await Console.Error.WriteLineAsync($"{set.LeftOut} file(s) are neither telegrams nor gauge readings and were left out; hub read PATH --json says why.");
            }

            return 0;
        }
        catch (BackTestBoundException bound)
        {
            throw new UsageException(bound.Message, bound);
        }
        catch (OperationCanceledException) when (asked.Token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the end; what was printed is not the whole.");
            return Stopped;
        }
    }

    private static async Task<BackTestSet> ReadAsync(WardPack pack, IEnumerable<string> files, string? gauges, CancellationToken cancellationToken)
    {
        var set = new BackTestSet(pack, BackTestBounds.OfCommand, new GaugeOptions().Limits);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            set.Admit(new FileInfo(file).Length);
            set.Add(file, await File.ReadAllBytesAsync(file, cancellationToken));
        }

        foreach (var file in gauges is null ? [] : TelegramFiles.FindGauges(gauges))
        {
            cancellationToken.ThrowIfCancellationRequested();
            set.Admit(new FileInfo(file).Length);
            set.AddGauges(file, await File.ReadAllBytesAsync(file, cancellationToken));
        }

        return set;
    }

    /// <summary>A whole pack by <c>--criteria</c> takes the place of <c>--config</c>; a folder of criteria alone is tried on that pack.</summary>
    private static WardPack Load(string config, string? criteria)
    {
        var isPack = criteria is not null && File.Exists(Path.Combine(criteria, "ward.json"));
        if (criteria is not null && !Directory.Exists(criteria))
        {
            throw new UsageException($"there is no folder {criteria}");
        }

        var load = isPack ? WardPackLoader.Load(criteria!) : WardPackLoader.Load(config, criteria);
        return load.Pack ?? throw new StartRefusedException(
            $"The ward pack is wrong in {load.Problems.Count} place(s):\n{string.Join('\n', load.Problems.Select(problem => $"  {problem}"))}");
    }
}
