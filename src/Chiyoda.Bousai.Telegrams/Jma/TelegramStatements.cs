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
    /// <summary>
    /// The most warnings that one statement has, and the most areas and periods of a warning. The most that was ever published
    /// for one municipality is below 20; statements are kept, folded and shown whole, so that they must stay small. Of more,
    /// the highest levels are taken.
    /// </summary>
    public const int MaxParts = 50;

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
        policy ??= WarningPolicy.Default;
        if (telegram.Control.Status is not { } status
            || TelegramRelevance.Concerns(telegram, ward) == Relevance.Irrelevant)
        {
            return [];
        }

        telegram = NotAhead(telegram, receivedAt, policy);
        var infoType = telegram.Head.InfoType ?? InfoType.Issue;
        var inForce = infoType == InfoType.Cancel
            ? []
            : InForce(new WardView(telegram, telegramId, ward, policy));
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
                Limited(inForce))];
    }

    private static JmaTelegram NotAhead(JmaTelegram telegram, DateTimeOffset receivedAt, WarningPolicy policy)
    {
        var latest = policy.AheadAtMost is { } most ? receivedAt + most : DateTimeOffset.MaxValue;
        return telegram.Head.ReportedAt <= latest && telegram.Control.ControlAt <= latest
            ? telegram
            : telegram with
            {
                Control = telegram.Control with { ControlAt = Settle(telegram.Control.ControlAt) },
                Head = telegram.Head with { ReportedAt = Settle(telegram.Head.ReportedAt) },
            };

        DateTimeOffset Settle(DateTimeOffset at) => at <= latest ? at : receivedAt.ToOffset(at.Offset);
    }

    private static IReadOnlyList<HazardWarning> Limited(IReadOnlyList<HazardWarning> inForce)
    {
        if (inForce.Count <= MaxParts && inForce.All(warning => warning.Areas.Count <= MaxParts && warning.Periods.Count <= MaxParts))
        {
            return inForce;
        }

        return
        [
            .. inForce.OrderByDescending(warning => warning.Level ?? 0).Take(MaxParts).Select(warning => warning with
            {
                Areas = [.. warning.Areas.Take(MaxParts)],
                Periods = [.. warning.Periods.Take(MaxParts)],
            }),
        ];
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
