using Chiyoda.Bousai.Domain.Backtests;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>A line of the result: what happened by one criteria set or by both.</summary>
/// <param name="Number">From 1, the number of its mark.</param>
/// <param name="Happened">What.</param>
/// <param name="IsPresent">Whether by the present criteria.</param>
/// <param name="IsTried">Whether by the criteria on trial.</param>
internal sealed record BackTestRow(int Number, BackTestEvent Happened, bool IsPresent, bool IsTried)
{
    /// <summary>The result in the order of time; what both sets bring about alike stands once.</summary>
    public static IReadOnlyList<BackTestRow> Of(BackTestOutcome outcome) =>
    [
        .. outcome.Present.Select(happened => (happened, IsTried: false))
            .Concat((outcome.Tried ?? []).Select(happened => (happened, IsTried: true)))
            .GroupBy(each => (each.happened.At, each.happened.Kind, each.happened.TelegramId, each.happened.CriterionId, Note: BackTestWords.Note(each.happened), each.happened.Observed))
            .OrderBy(same => same.Key.At)
            .Select((same, at) => new BackTestRow(at + 1, same.First().happened, same.Any(each => !each.IsTried), same.Any(each => each.IsTried))),
    ];
}
