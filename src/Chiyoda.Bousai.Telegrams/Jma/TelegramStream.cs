using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Names what a telegram belongs to and replaces. EventID and Serial alone do not: warnings have none, floods use them
/// again, tsunami telegrams may carry several at once. The status comes first, so that 訓練 never meets 通常.
/// </summary>
public static class TelegramStream
{
    /// <summary>The kind of telegram that is 集約通報.</summary>
    public const string Summary = SummaryStatement.Type;

    /// <summary>The families that 集約通報 sums up: VPWW55–61, all but floods.</summary>
    public static IReadOnlyList<string> SummedUp => SummaryStatement.Families;

    /// <summary>The stream of a telegram.</summary>
    /// <param name="telegram">A telegram.</param>
    /// <returns>For example <c>通常/VPWW55/気象庁</c>, <c>訓練/VXKO/890904000100</c>, <c>通常/VXSE53/20240101161010</c>.</returns>
    public static string Of(JmaTelegram telegram)
    {
        ArgumentNullException.ThrowIfNull(telegram);
        var (family, key) = telegram.Type switch
        {
            "VXKO" => ("VXKO", ForecastArea(telegram)),
            "VPHW50" or "VPHW51" => ("VPHW", Office(telegram)),

            // Each one states all regions for all earthquakes at once; EventID lists them and changes with each.
            "VTSE41" => ("VTSE41", string.Empty),

            // 降灰予報（速報） and （詳細） of one volcano: the second replaces the first.
            "VFVO54" or "VFVO55" => ("VFVO54", EventOrOffice(telegram)),
            { } type when type.StartsWith("VPWW", StringComparison.Ordinal) => (type, Office(telegram)),
            { } type => (type, EventOrOffice(telegram)),
            null => (telegram.Control.Title, EventOrOffice(telegram)),
        };
        return StreamKey.Of(telegram.Control.StatusWord, family, key);
    }

    /// <summary>The streams about which a telegram states something: its own, or for 集約通報 one summary per family of warnings.</summary>
    /// <param name="telegram">A telegram.</param>
    /// <returns>One or more.</returns>
    public static IReadOnlyList<string> Stated(JmaTelegram telegram)
    {
        ArgumentNullException.ThrowIfNull(telegram);
        return telegram.Type == SummaryStatement.Type
            ? [.. SummaryStatement.Families.Select(family => StreamKey.Summary(telegram.Control.StatusWord, family))]
            : [Of(telegram)];
    }

    private static string ForecastArea(JmaTelegram telegram) =>
        telegram.Head.EventId.Length > 0
            ? telegram.Head.EventId
            : (telegram.Facts as FloodForecastFacts)?.ForecastArea?.Code ?? Office(telegram);

    private static string EventOrOffice(JmaTelegram telegram) =>
        telegram.Head.EventId.Length > 0 ? telegram.Head.EventId : Office(telegram);

    // Some levels are issued together with the prefecture («京都府 京都地方気象台»), others by the observatory alone; both
    // belong together. EditorialOffice is no key: another office writes when one has failed.
    private static string Office(JmaTelegram telegram)
    {
        var offices = telegram.Control.PublishingOffice;
        foreach (var office in offices.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (office.Contains("気象台", StringComparison.Ordinal) || office.StartsWith("気象庁", StringComparison.Ordinal))
            {
                return office;
            }
        }

        return offices;
    }
}
