using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>What a person filled in for a notice.</summary>
/// <param name="Template">Id of a template.</param>
/// <param name="Slots">Its blanks by name.</param>
/// <param name="Areas">Area codes, or <see cref="NoticeContent.Everywhere"/>.</param>
/// <param name="ValidUntil">Until when it is shown as current.</param>
public sealed record NoticeDraft(string Template, IReadOnlyDictionary<string, string> Slots, IReadOnlyList<string> Areas, DateTimeOffset ValidUntil);

/// <summary>A template with its blanks filled in.</summary>
/// <param name="Template">The template.</param>
/// <param name="Slots">What stands in its blanks.</param>
/// <param name="Texts">What it says, in each language that may be served.</param>
public sealed record FilledNotice(NoticeTemplate Template, IReadOnlyDictionary<string, string> Slots, IReadOnlyList<NoticeText> Texts);

/// <summary>Makes the content of a notice out of what a person filled in, or says why not.</summary>
public static class NoticeRules
{
    /// <summary>From now to the end of its time at least: shorter, and it is over before people read it.</summary>
    public static readonly TimeSpan LeastValid = TimeSpan.FromMinutes(15);

    /// <summary>From now to the end of its time at most: what lasts longer is looked at again by somebody.</summary>
    public static readonly TimeSpan MostValid = TimeSpan.FromDays(14);

    /// <summary>Longest reason of a correction or withdrawal, characters.</summary>
    public const int MaxReason = 60;

    /// <summary>Writes the content.</summary>
    /// <param name="draft">What was filled in.</param>
    /// <param name="pack">The templates and areas.</param>
    /// <param name="checkedOnly">Whether only checked languages are written, as in Live.</param>
    /// <param name="at">Now.</param>
    /// <returns>The content, or <c>notices.unknown-template</c>, <c>notices.unknown-slot</c>, <c>notices.slot-missing</c>, <c>notices.slot-too-long</c>,
    /// <c>notices.areas-missing</c>, <c>notices.unknown-area</c>, <c>notices.valid-too-short</c>, <c>notices.valid-too-long</c>, <c>notices.order-words</c>.</returns>
    public static Outcome<NoticeContent> Write(NoticeDraft draft, WardPack pack, bool checkedOnly, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(pack);
        if (!Fill(draft.Template, draft.Slots, pack.Notices, checkedOnly).TryGet(out var filled, out var refusal))
        {
            return refusal;
        }

        if (!Areas(draft.Areas, pack).TryGet(out var areas, out refusal))
        {
            return refusal;
        }

        if (draft.ValidUntil < at + LeastValid)
        {
            return NoticeRefusals.ValidTooShort;
        }

        if (draft.ValidUntil > at + MostValid)
        {
            return NoticeRefusals.ValidTooLong;
        }

        return new NoticeContent(filled.Template.Category, filled.Template.Id, filled.Slots, areas, draft.ValidUntil.ToMicroseconds(), filled.Texts);
    }

    /// <summary>Fills the blanks of a template.</summary>
    /// <param name="templateId">Id of a template.</param>
    /// <param name="filledIn">Its blanks by name.</param>
    /// <param name="catalog">The templates.</param>
    /// <param name="checkedOnly">Whether only checked languages are written, as in Live.</param>
    /// <returns>The texts, or <c>notices.unknown-template</c>, <c>notices.unknown-slot</c>, <c>notices.slot-missing</c>,
    /// <c>notices.slot-too-long</c>, <c>notices.order-words</c>.</returns>
    public static Outcome<FilledNotice> Fill(string templateId, IReadOnlyDictionary<string, string> filledIn, NoticeCatalog catalog, bool checkedOnly)
    {
        ArgumentNullException.ThrowIfNull(filledIn);
        ArgumentNullException.ThrowIfNull(catalog);
        if (!catalog.Templates.TryGetValue(templateId, out var template))
        {
            return NoticeRefusals.UnknownTemplate;
        }

        if (filledIn.Keys.Except(template.Slots.Select(slot => slot.Name), StringComparer.Ordinal).Any())
        {
            return NoticeRefusals.UnknownSlot;
        }

        var slots = template.Slots.ToDictionary(slot => slot.Name, slot => TypedLine.Of(filledIn.GetValueOrDefault(slot.Name)), StringComparer.Ordinal);
        if (template.Slots.Any(slot => slots[slot.Name].Length == 0))
        {
            return NoticeRefusals.SlotMissing;
        }

        if (template.Slots.Any(slot => slots[slot.Name].Length > slot.MaxLength))
        {
            return NoticeRefusals.SlotTooLong;
        }

        var texts = catalog.Write(template.Id, slots, checkedOnly);
        return texts.Select(text => OrderWords.FindIn($"{text.Title} {text.Body}")).FirstOrDefault(word => word is not null) is { } order
            ? NoticeRefusals.OrderWordsIn(order)
            : new FilledNotice(template, slots, texts);
    }

    /// <summary>The reason of a correction or withdrawal as it is told.</summary>
    /// <param name="reason">What was typed.</param>
    /// <returns>It on one line, or <c>notices.reason-missing</c>, <c>notices.slot-too-long</c>, <c>notices.order-words</c>.</returns>
    public static Outcome<string> Reason(string? reason)
    {
        var line = TypedLine.Of(reason);
        return line.Length == 0 ? NoticeRefusals.ReasonMissing
            : line.Length > MaxReason ? NoticeRefusals.SlotTooLong
            : OrderWords.FindIn(line) is { } word ? NoticeRefusals.OrderWordsIn(word)
            : line;
    }

    private static Outcome<string[]> Areas(IReadOnlyList<string> chosen, WardPack pack)
    {
        if (chosen.Count == 0)
        {
            return NoticeRefusals.AreasMissing;
        }

        if (chosen.Contains(NoticeContent.Everywhere, StringComparer.Ordinal))
        {
            return new[] { NoticeContent.Everywhere };
        }

        return chosen.All(area => pack.Areas.ContainsKey(new AreaCode(area)))
            ? chosen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()
            : NoticeRefusals.UnknownArea;
    }
}
