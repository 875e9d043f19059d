using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Tests.Warnings;

/// <summary>Statements and warnings for tests; minutes count from one midnight in Japan.</summary>
internal static class Statements
{
    public static readonly DateTimeOffset Midnight = new(2026, 8, 1, 0, 0, 0, TimeSpan.FromHours(9));

    public static readonly WarningArea Ward = new("気象・地震・火山情報／市町村等", "1310100", "千代田区");

    public static DateTimeOffset Minute(int minute) => Midnight.AddMinutes(minute);

    public static WarningStatement State(
        int minute,
        string kind = "",
        InfoType infoType = InfoType.Issue,
        string eventId = "",
        TelegramStatus status = TelegramStatus.Normal,
        string stream = "通常/VPWW55/気象庁",
        int? serial = null,
        int? receivedMinute = null) => new(
        Guid.NewGuid(),
        stream,
        status,
        infoType,
        eventId,
        serial,
        Minute(minute),
        Minute(minute).AddSeconds(5),
        Minute(receivedMinute ?? minute).AddSeconds(9),
        kind.Length == 0 ? [] : [Warning(kind, minute: minute)]);

    public static HazardWarning Warning(
        string kind,
        string phenomenon = "rain",
        int? level = 3,
        string? cause = null,
        int minute = 0,
        DateTimeOffset? validUntil = null,
        bool isFallback = false,
        params WarningArea[] areas) => new(
        phenomenon,
        "03",
        level,
        kind,
        cause,
        areas.Length == 0 ? [Ward] : areas,
        Minute(minute),
        validUntil,
        "発表",
        Guid.NewGuid(),
        "気象庁",
        ForecastOnly: null)
        {
            IsFallback = isFallback,
        };

    public static IEnumerable<string> Kinds(IEnumerable<HazardWarning> warnings) => warnings.Select(warning => warning.Kind);
}
