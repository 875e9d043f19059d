using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>What VTSE41 states for the ward's forecast regions. A kind that is not known holds, without a grade.</summary>
internal static class TsunamiStatement
{
    public static IReadOnlyList<HazardWarning>? InForce(TsunamiFacts facts, WardView view) =>
        facts.Areas.Count == 0
            ? null
            : [.. facts.Areas
                .Where(area => view.Ward.TsunamiRegions.ContainsKey(area.Region.Code) && area.Grade != TsunamiGrade.None)
                .Select(area => Warning(area, view))];

    private static HazardWarning Warning(TsunamiArea area, WardView view)
    {
        var head = view.Telegram.Head;
        var warning = new HazardWarning(
            "tsunami",
            area.Kind.Code,
            Level: null,
            area.Kind.Name,
            Cause: null,
            [area.Region],
            head.ReportedAt,
            ValidUntil: null,
            area.ArrivalCondition,
            view.TelegramId,
            view.Telegram.Control.PublishingOffice,
            ForecastOnly: null);

        // Only 若干の海面変動 ends by itself; warnings and advisories end by 解除 alone.
        if (area.Grade != TsunamiGrade.Forecast)
        {
            return warning;
        }

        return head.ValidUntil is { } ends ? warning with { ValidUntil = ends } : view.Momentary(warning);
    }
}
