using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.Landslides;
using Chiyoda.Bousai.Telegrams.Jma.Tornadoes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.Volcanoes;
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
    /// One statement, or for 集約通報 one per family, also when it only says that nothing holds; none when the telegram is not about the ward, is of a kind
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
        var relevance = TelegramRelevance.Concerns(telegram, ward);
        if (telegram.Control.Status is not { } status || relevance == Relevance.Irrelevant || IsLeftOut(telegram, policy))
        {
            return [];
        }

        telegram = NotAhead(telegram, receivedAt, policy);
        var infoType = telegram.Head.InfoType ?? InfoType.Issue;
        var view = new WardView(telegram, telegramId, ward, policy);
        List<WarningStatement> statements = [];
        foreach (var stream in TelegramStream.Stated(telegram))
        {
            if ((infoType == InfoType.Cancel ? [] : InForce(view, stream)) is { } inForce)
            {
                statements.Add(new WarningStatement(
                    telegramId,
                    stream,
                    status,
                    infoType,
                    telegram.Head.EventId,
                    TelegramValues.Integer(telegram.Head.Serial),
                    telegram.Head.ReportedAt,
                    telegram.Control.ControlAt,
                    receivedAt,
                    Limited(inForce))
                {
                    IsBlind = relevance == Relevance.OnlyIfEarlierDid,
                });
            }
        }

        return statements;
    }

    /// <summary>Whether it is of a family of the older vocabulary that the ward does not read.</summary>
    private static bool IsLeftOut(JmaTelegram telegram, WarningPolicy policy) =>
        IsFallback(telegram.Type) && !policy.FallbackFamilies.Contains(telegram.Type!);

    private static bool IsFallback(string? type) => type is not null && WarningPolicy.Fallbacks.Contains(type);

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

    private static IReadOnlyList<HazardWarning>? InForce(WardView view, string stream)
    {
        var inForce = (view.Telegram.Type, view.Telegram.Facts) switch
        {
            (_, FloodForecastFacts facts) => FloodForecastStatement.InForce(facts, view),
            (_, TornadoFacts facts) => TornadoStatement.InForce(facts, view),
            (_, EarthquakeFacts facts) => EarthquakeStatement.InForce(facts, view),
            (_, TsunamiFacts facts) => TsunamiStatement.InForce(facts, view),
            ("VFVO54" or "VFVO55", _) => AshStatement.InForce(view),
            (_, BulletinFacts facts) => BulletinStatement.InForce(facts, view),
            (_, LandslideAlertFacts facts) => LandslideAlertStatement.InForce(facts, view),
            (SummaryStatement.Type, HazardFacts facts) => SummaryStatement.InForce(facts, view, StreamKey.Family(stream)),
            (_, HazardFacts facts) => MunicipalityStatement.InForce(facts, view),
            _ => null,
        };
        return IsFallback(view.Telegram.Type) ? inForce?.Select(warning => warning with { IsFallback = true }).ToList() : inForce;
    }
}
