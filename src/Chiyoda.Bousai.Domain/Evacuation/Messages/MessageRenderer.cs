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

        string FillWith(MessageText text, int named, string clock, Said said) => text.Fill(slot => slot switch
        {
            "ward" => ward.In(language.Language),
            "areas" => Areas(language, slots, named),
            "cause" => slots.Cause.In(language.Language),
            "time" => clock,
            "shelters" => Shelters(language, slots.Shelters),
            "previous" => language.OrderName(slots.PreviousLevel),
            "remaining" => said.Remaining,
            "reason" => said.Reason,
            "wrong" => said.Wrong,
            _ => throw new InvalidOperationException($"The loader let the unknown slot «{slot}» pass."),
        });

        int Fitting(MessageText text, int limit, string clock, Said said)
        {
            bool Fits(int named) => FillWith(text, named, clock, said).Length <= limit;
            return slots.Areas.Count == 1 || Fits(slots.Areas.Count)
                ? slots.Areas.Count
                : Enumerable.Range(1, slots.Areas.Count - 1).TakeWhile(named => named == 1 || Fits(named)).Last();
        }

        string Fit(MessageText text, int limit, string clock, Said said) => FillWith(text, Fitting(text, limit, clock, said), clock, said);

        var (hour, day) = (Clock(language.TimeFormat), Clock(language.DateTimeFormat));
        var reason = ReasonOf(language, slots);

        // What was wrong goes before the names of areas, and what does not even fit beside one of them is left to the headline.
        var brief = new Said(RemainingShort(language, slots.Remaining), WrongShort(language, slots.Wrong));
        if (Fit(template.Body, language.BodyLimit, hour, brief).Length > language.BodyLimit)
        {
            brief = brief with { Wrong = string.Empty };
        }

        // The reason takes no area its place: a push says it where there is room, other channels as far as they take it.
        var named = Fitting(template.Body, language.BodyLimit, hour, brief);
        var body = FillWith(template.Body, named, hour, brief);
        var reasoned = FillWith(template.Body, named, hour, brief with { Reason = reason });
        var whole = new Said(RemainingWhole(language, slots.Remaining), WrongWhole(language, slots.Wrong));
        return new RenderedMessage(
            language.Language,
            FillWith(template.Title, slots.Areas.Count, hour, new Said()),
            reasoned.Length <= language.BodyLimit ? reasoned : body,
            FillWith(template.Headline, Fitting(template.Headline, language.HeadlineLimit, day, whole), day, whole with { Reason = reason }),
            [.. template.Actions.Select(line => FillWith(line, slots.Areas.Count, hour, new Said()))],
            language.CheckedBy is null)
        {
            BodyWithReason = reasoned,
        };
    }

    private static string ReasonOf(LanguageTemplates language, MessageSlots slots) =>
        language.Because is { } because && slots.Reason is { } reason && reason.Texts.TryGetValue(language.Language, out var text) ? because.Fill(_ => text) : string.Empty;

    private static string WrongShort(LanguageTemplates language, IReadOnlyList<MeasureField> wrong) =>
        language.Mistake is { } words && wrong.Count > 0 ? words.Short.Fill(_ => Named(language, words, wrong)) : string.Empty;

    private static string WrongWhole(LanguageTemplates language, IReadOnlyList<MeasureField> wrong) =>
        language.Mistake is not { } words ? string.Empty : wrong.Count == 0 ? words.Unknown : words.Whole.Fill(_ => Named(language, words, wrong));

    private static string Named(LanguageTemplates language, MistakeWords words, IReadOnlyList<MeasureField> wrong) =>
        string.Join(language.Separator, wrong.Select(field => words.Fields[field]));

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

    /// <summary>What stands in the slots that differ between body and headline.</summary>
    private sealed record Said(string Remaining = "", string Wrong = "", string Reason = "");
}
