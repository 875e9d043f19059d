using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>A telegram as seen from the ward.</summary>
internal sealed record WardView(JmaTelegram Telegram, Guid TelegramId, WardCodes Ward, WarningPolicy Policy)
{
    /// <summary>A warning of this telegram that holds until it is lifted or replaced.</summary>
    public HazardWarning Warning(HazardItem item, IReadOnlyList<WarningArea> areas) => new(
        item.Phenomenon,
        item.KindCode,
        item.Level,
        item.Kind,
        Cause: null,
        areas,
        Telegram.Head.ReportedAt,
        ValidUntil: null,
        item.Condition.Length > 0 ? item.Condition : item.Status,
        TelegramId,
        Telegram.Control.PublishingOffice,
        ForecastOnly: null);

    /// <summary>One warning per kind, with all of the ward's areas for which it stands and has not ended.</summary>
    public List<HazardWarning> ByKind(IEnumerable<HazardItem> items) =>
        [.. items
            .Where(item => !item.IsEnded)
            .GroupBy(item => (item.Phenomenon, item.KindCode, item.Kind, item.Level))
            .Select(same => Warning(same.First(), [.. same.Select(item => item.Area).Distinct()]) with
            {
                Periods = [.. same.SelectMany(item => item.Periods).Select(Period).Distinct()],
                Extent = same.Select(item => item.FullStatus).Distinct().Take(2).ToList() is [var one] ? one : string.Empty,
            })];

    /// <summary>Gives a momentary report the end that its issuer does not give.</summary>
    public HazardWarning Momentary(HazardWarning warning) => warning with
    {
        ValidUntil = warning.ReportedAt + Policy.MomentaryReportsFor,
        IsAgedOut = true,
    };

    private static WarningPeriod Period(CriteriaPeriod period) =>
        new(period.Sentence, period.Level, period.StartsAt, period.Duration);
}
