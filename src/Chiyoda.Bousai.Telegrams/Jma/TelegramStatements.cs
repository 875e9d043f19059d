using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Landslides;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Turns a telegram into what it states for the ward, to be folded with the other statements of its stream.</summary>
public static class TelegramStatements
{
    /// <summary>The statements of a telegram.</summary>
    /// <param name="telegram">The telegram.</param>
    /// <param name="telegramId">Its id in the store.</param>
    /// <param name="receivedAt">When this hub received it.</param>
    /// <param name="ward">The ward's codes.</param>
    /// <param name="policy">Our rules where the issuer says nothing; <see langword="null"/> for <see cref="WarningPolicy.Default"/>.</param>
    /// <returns>
    /// One statement, also when it only says that nothing holds; none when the telegram is not about the ward, is of a kind
    /// without facts, has an unknown status (which is never taken for 通常), or says nothing that could be read: a gap
    /// must not end what holds.
    /// </returns>
    public static IReadOnlyList<WarningStatement> From(
        JmaTelegram telegram,
        Guid telegramId,
        DateTimeOffset receivedAt,
        WardCodes ward,
        WarningPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(telegram);
        if (telegram.Control.Status is not { } status
            || TelegramRelevance.Concerns(telegram, ward) == Relevance.Irrelevant)
        {
            return [];
        }

        var infoType = telegram.Head.InfoType ?? InfoType.Issue;
        var inForce = infoType == InfoType.Cancel
            ? []
            : InForce(new WardView(telegram, telegramId, ward, policy ?? WarningPolicy.Default));
        return inForce is null
            ? []
            : [new WarningStatement(
                telegramId,
                telegram.Stream,
                status,
                infoType,
                telegram.Head.EventId,
                TelegramValues.Integer(telegram.Head.Serial),
                telegram.Head.ReportedAt,
                telegram.Control.ControlAt,
                receivedAt,
                inForce)];
    }

    private static IReadOnlyList<HazardWarning>? InForce(WardView view) => view.Telegram.Facts switch
    {
        WeatherWarningFacts facts => WeatherWarningStatement.InForce(facts, view),
        FloodForecastFacts facts => FloodForecastStatement.InForce(facts, view),
        LandslideAlertFacts facts => LandslideAlertStatement.InForce(facts, view),
        TornadoFacts facts => TornadoStatement.InForce(facts, view),
        BulletinFacts facts => BulletinStatement.InForce(facts, view),
        EarthquakeFacts facts => EarthquakeStatement.InForce(facts, view),
        TsunamiFacts facts => TsunamiStatement.InForce(facts, view),
        _ => null,
    };
}
