using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// A short fingerprint of what the pages say, without the moment they say it for. A page whose revision is that of
/// <c>/status.json</c> still holds, however old it is; the same view has the same revision on every node.
/// </summary>
internal static class PortalRevision
{
    private const int Characters = 16;

    public static string Of(PortalView view)
    {
        var text = new StringBuilder();
        // The day is part of it: a page left open past midnight shows times of «today» that are yesterday's.
        Add(text, "view", view.Mode, view.AsOf.DayInJapan(), view.OrdersKnowledge.State, view.OrdersKnowledge.Since,
            view.WarningsKnowledge.State, view.WarningsKnowledge.Since, view.TsunamiKnowledge.State, view.HeardSince, view.RealEvent);
        foreach (var order in view.OrdersByRank)
        {
            Add(text, "order", order.Id, order.Version, order.Hazard, order.Cause?.Ja, order.Level, order.Audience, order.IssuedAt, order.UpdatedAt);
            Add(text, [.. order.Areas.Select(area => (object)area.Code)]);
            foreach (var message in order.Texts.OrderBy(message => message.Language, StringComparer.Ordinal))
            {
                Add(text, [message.Language, message.Headline, .. message.Actions]);
            }

            foreach (var shelter in order.Shelters)
            {
                Add(text, shelter.Name.Ja, shelter.State, shelter.ReportedAt);
            }
        }

        foreach (var ended in view.Ended)
        {
            Add(text, "ended", ended.Id, ended.State, ended.Level, ended.EndedAt);
        }

        foreach (var notice in view.Notices)
        {
            Add(text, "notice", notice.Id, notice.Version, notice.Standing);
        }

        foreach (var warning in view.Warnings)
        {
            Add(text, ["warning", warning.Phenomenon, warning.Level, warning.Kind, warning.ReportedAt, warning.ValidUntil,
                warning.Source, warning.ForecastOnly, warning.Extent, warning.Since, .. warning.Periods, .. warning.Areas]);
        }

        foreach (var earthquake in view.Earthquakes)
        {
            Add(text, ["earthquake", earthquake.Status, earthquake.EventId, .. earthquake.Telegrams.Select(telegram => (object)telegram.Id)]);
        }

        foreach (var region in view.Tsunami)
        {
            Add(text, "tsunami", region.Area.Region.Code, region.Area.Kind.Code, region.Warning.TelegramId);
        }

        foreach (var unconfirmed in view.Unconfirmed)
        {
            Add(text, "unconfirmed", unconfirmed.Source, unconfirmed.Report.Id);
        }

        // Not when they were heard: that goes on by itself, and would make every page new every minute.
        foreach (var source in view.Sources)
        {
            Add(text, "source", source.Name, source.State, source.State == KnowledgeState.Known ? null : source.HeardAt);
        }

        foreach (var unknown in view.Unknowns)
        {
            Add(text, "unknown", unknown.Part, unknown.Reason, unknown.Since);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Characters];
    }

    private static void Add(StringBuilder text, params IReadOnlyList<object?> values)
    {
        foreach (var value in values)
        {
            var written = value switch
            {
                DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value?.ToString(),
            };
            // Length first: no two lists of values read alike.
            text.Append(CultureInfo.InvariantCulture, $"{written?.Length ?? -1}:{written};");
        }

        text.Append('\n');
    }
}
