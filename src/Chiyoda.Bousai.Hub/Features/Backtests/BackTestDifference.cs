using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>What criteria on trial would change, in words.</summary>
internal static class BackTestDifference
{
    /// <summary>Each difference as a sentence: by criterion what comes earlier, later, anew or no more, then what is missed anew or no more.</summary>
    /// <returns>Empty when nothing differs.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<BackTestEvent> present, IReadOnlyList<BackTestEvent> tried)
    {
        List<string> said = [];
        foreach (var criterion in present.Concat(tried).Where(IsProposed).Select(made => made.CriterionId!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var left = tried.Where(made => IsProposed(made) && made.CriterionId == criterion).ToList();
            foreach (var was in present.Where(made => IsProposed(made) && made.CriterionId == criterion))
            {
                var now = left.Where(made => (made.At - was.At).Duration() <= BackTest.OneEvent).MinBy(made => (made.At - was.At).Duration());
                if (now is null)
                {
                    said.Add($"{criterion}: {At(was)} の提案が出なくなる");
                    continue;
                }

                left.Remove(now);
                if (now.At != was.At)
                {
                    said.Add($"{criterion}: {At(was)} の提案が {At(now)} になる（{BackTestWords.Minutes((now.At - was.At).Duration())}{(now.At < was.At ? "早い" : "遅い")}）");
                }
                else if (!now.Measure!.IsSameAs(was.Measure!))
                {
                    said.Add($"{criterion}: {At(was)} の提案の中身が変わる（{was.Measure!.Areas.Count}町丁目から{now.Measure.Areas.Count}町丁目）");
                }
            }

            said.AddRange(left.Select(made => $"{criterion}: {At(made)} に提案が新しく出る"));
        }

        said.AddRange(Missed(present).Except(Missed(tried)).Select(what => $"見逃し「{what}」がなくなる"));
        said.AddRange(Missed(tried).Except(Missed(present)).Select(what => $"「{what}」が見逃しになる"));
        foreach (var kind in new[] { BackTestEventKind.Late, BackTestEventKind.ProposedTwice, BackTestEventKind.Early })
        {
            var (was, now) = (present.Count(happened => happened.Kind == kind), tried.Count(happened => happened.Kind == kind));
            if (was != now)
            {
                said.Add($"{BackTestWords.Of(kind)}が {was}件から {now}件になる");
            }
        }

        return said;
    }

    private static IEnumerable<string> Missed(IReadOnlyList<BackTestEvent> events) =>
        events.Where(happened => happened.Kind == BackTestEventKind.Missed).Select(happened => $"{At(happened)} {happened.Observed}");

    private static bool IsProposed(BackTestEvent happened) => happened.Kind == BackTestEventKind.Proposed;

    private static string At(BackTestEvent happened) =>
        happened.At.ToJapan().ToString("yyyy年M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
