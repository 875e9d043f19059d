using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>Fills templates. A text that is too long loses names of areas, never the level, the count or the issuer.</summary>
internal static class MessageRenderer
{
    public static RenderedMessage Render(LocalizedText ward, LanguageTemplates language, MessageTemplate template, MessageSlots slots)
    {
        var time = slots.Time.ToJapan();
        string Clock(string format) => time.ToString(format, CultureInfo.InvariantCulture);

        string FillWith(MessageText text, string areas, string clock, string remaining) => text.Fill(slot => slot switch
        {
            "ward" => ward.In(language.Language),
            "areas" => areas,
            "cause" => slots.Cause.In(language.Language),
            "time" => clock,
            "shelters" => Shelters(language, slots.Shelters),
            "previous" => language.OrderName(slots.PreviousLevel),
            "remaining" => remaining,
            _ => throw new InvalidOperationException($"The loader let the unknown slot «{slot}» pass."),
        });

        string Fit(MessageText text, int limit, string clock, string remaining)
        {
            var whole = FillWith(text, Areas(language, slots, slots.Areas.Count), clock, remaining);
            if (whole.Length <= limit || slots.Areas.Count == 1)
            {
                return whole;
            }

            var best = FillWith(text, Areas(language, slots, 1), clock, remaining);
            for (var named = 2; named < slots.Areas.Count; named++)
            {
                var filled = FillWith(text, Areas(language, slots, named), clock, remaining);
                if (filled.Length > limit)
                {
                    break;
                }

                best = filled;
            }

            return best;
        }

        var everyArea = Areas(language, slots, slots.Areas.Count);
        return new RenderedMessage(
            language.Language,
            FillWith(template.Title, everyArea, Clock(language.TimeFormat), string.Empty),
            Fit(template.Body, language.BodyLimit, Clock(language.TimeFormat), RemainingShort(language, slots.Remaining)),
            Fit(template.Headline, language.HeadlineLimit, Clock(language.DateTimeFormat), RemainingWhole(language, slots.Remaining)),
            [.. template.Actions.Select(line => FillWith(line, everyArea, Clock(language.TimeFormat), string.Empty))],
            language.CheckedBy is null);
    }

    private static string Areas(LanguageTemplates language, MessageSlots slots, int named)
    {
        var names = string.Join(language.Separator, slots.Areas.Take(named).Select(area => area.NameIn(language.Language)));
        if (named == slots.Areas.Count)
        {
            return names;
        }

        names += language.More.Fill(_ => (slots.Areas.Count - named).ToString(CultureInfo.InvariantCulture));
        return slots.Zone is null
            ? names
            : language.InZone.Fill(slot => slot == "zone" ? slots.Zone.In(language.Language) : names);
    }

    private static string Shelters(LanguageTemplates language, IReadOnlyList<LocalizedText> shelters) =>
        shelters.Count == 0
            ? language.NoShelter
            : string.Join(language.Separator, shelters.Select(name => name.In(language.Language)));

    private static string RemainingShort(LanguageTemplates language, IReadOnlyList<RemainingOrder> remaining)
    {
        if (remaining.Count == 0)
        {
            return language.NothingRemains;
        }

        var highest = remaining.MaxBy(order => order.Level ?? int.MaxValue)!;
        var first = language.RemainingOrderShort.Fill(
            slot => slot == "order" ? language.OrderName(highest.Level) : highest.Cause.In(language.Language));
        var more = remaining.Count == 1
            ? string.Empty
            : language.MoreOrders.Fill(_ => (remaining.Count - 1).ToString(CultureInfo.InvariantCulture));
        return language.Remains.Fill(_ => first + more);
    }

    private static string RemainingWhole(LanguageTemplates language, IReadOnlyList<RemainingOrder> remaining) =>
        remaining.Count == 0
            ? language.NothingRemains
            : language.Remains.Fill(_ => string.Join(language.Separator, remaining.Select(order => language.RemainingOrder.Fill(slot => slot switch
            {
                "order" => language.OrderName(order.Level),
                "cause" => order.Cause.In(language.Language),
                _ => string.Join(language.Separator, order.Areas.Select(area => area.NameIn(language.Language))),
            }))));
}
