using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// <c>hub backtest PATH... [--criteria DIR] [--config DIR] [--json]</c>: when each criterion would have proposed what over a set of telegrams,
/// and what would have been missed or proposed twice. 通常, 訓練 and 試験 are sets of their own, as they are live.
/// </summary>
internal static class BacktestCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Read by programs and people, never put into a page; Japanese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["criteria", "config"], ["json"]);
        if (arguments.Words.Count == 0)
        {
            throw new UsageException("backtest needs at least one file or folder of telegrams");
        }

        var pack = Load(arguments.Find("config") ?? HubSettings.Default.ResolvedConfig, arguments.Find("criteria"));
        List<(string Name, JmaTelegram Telegram)> telegrams = [];
        var unreadable = 0;
        foreach (var file in TelegramFiles.Find(arguments.Words))
        {
            if (JmaTelegramReader.Read(await File.ReadAllBytesAsync(file)).TryGet(out var telegram, out _))
            {
                telegrams.Add((file, telegram));
            }
            else
            {
                unreadable++;
            }
        }

        foreach (var status in Enum.GetValues<TelegramStatus>())
        {
            var count = telegrams.Count(each => each.Telegram.Control.Status == status);
            if (count > 0)
            {
                var events = BackTest.Run(pack, status, telegrams);
                if (arguments.Has("json"))
                {
                    WriteJson(pack, status, count, events);
                }
                else
                {
                    WriteText(pack, status, count, events);
                }
            }
        }

        if (unreadable > 0)
        {
            await Console.Error.WriteLineAsync($"{unreadable} file(s) are no telegrams and were left out; hub read PATH --json says why.");
        }

        return 0;
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

    private static void WriteJson(WardPack pack, TelegramStatus status, int telegrams, IReadOnlyList<BackTestEvent> events)
    {
        foreach (var happened in events)
        {
            Write(new
            {
                kind = Word(happened.Kind),
                status = Word(status),
                at = happened.At.Rfc3339(),
                telegram = happened.Telegram,
                criterion = happened.CriterionId,
                hazard = happened.Measure is { } measure ? Word(measure.Hazard) : null,
                cause = happened.Measure?.Cause,
                level = happened.Measure?.Level,
                action = happened.Measure is { } asked ? Word(asked.Action) : null,
                areas = happened.Measure?.Areas,
                observed = happened.Observed,
                leadTime = happened.LeadTime is { } lead ? XmlConvert.ToString(lead) : null,
            });
        }

        foreach (var criterion in pack.Criteria)
        {
            var times = events.Where(happened => happened.Kind == BackTestEventKind.Proposed && happened.CriterionId == criterion.Id).ToList();
            Write(new { kind = "criterion", status = Word(status), criterion = criterion.Id, proposed = times.Count, firstAt = times.FirstOrDefault()?.At.Rfc3339() });
        }

        Write(new
        {
            kind = "summary",
            status = Word(status),
            telegrams,
            proposed = Count(events, BackTestEventKind.Proposed),
            proposedTwice = Count(events, BackTestEventKind.ProposedTwice),
            missed = Count(events, BackTestEventKind.Missed),
        });
    }

    private static void WriteText(WardPack pack, TelegramStatus status, int telegrams, IReadOnlyList<BackTestEvent> events)
    {
        Console.WriteLine($"{pack.Ward.Name.Ja} {Japanese(status)}電文 {telegrams}件");
        foreach (var happened in events)
        {
            var what = happened.Kind switch
            {
                BackTestEventKind.Proposed => $"案 {happened.CriterionId}（{happened.Measure!.Areas.Count}町丁目）{Lead(happened.LeadTime)}",
                BackTestEventKind.Dropped => $"廃案 {happened.CriterionId}",
                BackTestEventKind.ProposedTwice => $"再提案 {happened.CriterionId}（{BackTest.OneEvent.TotalHours:0}時間以内に2回目）",
                _ => "該当する基準なし",
            };
            Console.WriteLine($"  {happened.At.ToJapan():yyyy-MM-dd HH:mm} {what}: {happened.Observed} [{Path.GetFileName(happened.Telegram)}]");
        }

        var silent = pack.Criteria.Where(criterion => !events.Any(happened => happened.CriterionId == criterion.Id)).Select(criterion => criterion.Id).ToList();
        Console.WriteLine($"  提案 {Count(events, BackTestEventKind.Proposed)}件、再提案 {Count(events, BackTestEventKind.ProposedTwice)}件、該当する基準なし {Count(events, BackTestEventKind.Missed)}件");
        if (silent.Count > 0)
        {
            Console.WriteLine($"  一度も該当しなかった基準: {string.Join('、', silent)}");
        }
    }

    private static string Lead(TimeSpan? lead) => lead is not { } time
        ? " 猶予 不明"
        : time < TimeSpan.Zero ? $" 猶予なし（{-time.TotalMinutes:0}分前から）" : $" 猶予 {time.TotalMinutes:0}分";

    private static string Japanese(TelegramStatus status) => status switch
    {
        TelegramStatus.Training => "訓練",
        TelegramStatus.Test => "試験",
        _ => "通常",
    };

    private static int Count(IReadOnlyList<BackTestEvent> events, BackTestEventKind kind) => events.Count(happened => happened.Kind == kind);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write(object line) => Console.WriteLine(JsonSerializer.Serialize(line, Json));
}
