using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Backtests;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>A back-test for a person at the console.</summary>
internal static class BacktestText
{
    public static void Write(WardPack pack, TelegramStatus status, BackTestSet set, IReadOnlyList<BackTestEvent> events)
    {
        Console.WriteLine($"{pack.Ward.Name.Ja} {BackTestWords.Of(status)}電文 {set.CountOf(status)}件（区に関係するもの {set.ConcerningOf(status)}件）");
        foreach (var happened in events)
        {
            var criterion = happened.CriterionId is { } id ? $" {id}" : string.Empty;
            var note = BackTestWords.Note(happened) is { Length: > 0 } said ? $"（{said}）" : string.Empty;
            Console.WriteLine(
                $"  {happened.At.ToJapan():yyyy-MM-dd HH:mm} {BackTestWords.Of(happened.Kind)}{criterion}{note}: {happened.Observed} [{Path.GetFileName(happened.Telegram)}]");
        }

        Console.WriteLine($"  {BackTestWords.Totals(events)}");
        var silent = pack.Criteria.Where(criterion => !events.Any(happened => happened.CriterionId == criterion.Id)).Select(criterion => criterion.Id).ToList();
        if (silent.Count > 0)
        {
            Console.WriteLine($"  一度も該当しなかった基準: {string.Join('、', silent)}");
        }
    }
}
