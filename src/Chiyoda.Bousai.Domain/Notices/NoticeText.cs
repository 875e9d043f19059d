using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>What is said in one language, frozen when it was written: what a second person looked at is what goes out, whatever becomes of
/// the file of templates meanwhile. Only the moment of the release is put in when it is there.</summary>
/// <param name="Language">Language tag.</param>
/// <param name="Title">Title, whole.</param>
/// <param name="Body">Body; <see cref="TimeSlot"/> stands where the moment of the release goes.</param>
/// <param name="TimeFormat">Format of that moment, Japan time, invariant culture.</param>
public sealed record NoticeText(string Language, string Title, string Body, string TimeFormat)
{
    /// <summary>Stands for the moment of the release.</summary>
    public const string TimeSlot = "{time}";

    /// <summary>The text as it reads when it is released at a moment.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>The message; a notice asks for nothing beside its body, so it has no lines of action.</returns>
    public RenderedMessage At(DateTimeOffset at)
    {
        var body = Body.Replace(TimeSlot, at.ToJapan().ToString(TimeFormat, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new RenderedMessage(Language, Title, body, body, []);
    }

    /// <summary>The text for a reader: in the own language, else in easy Japanese, English or Japanese, the first that there is.</summary>
    /// <param name="texts">Texts that may be served; Japanese is always among them.</param>
    /// <param name="language">The language of the reader.</param>
    /// <returns>One of them.</returns>
    public static NoticeText For(IReadOnlyList<NoticeText> texts, string language)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new[] { language, Areas.LocalizedText.EasyJapanese, "en" }
            .Select(wanted => texts.FirstOrDefault(text => text.Language == wanted))
            .FirstOrDefault(text => text is not null)
            ?? texts.First(text => text.Language == Areas.LocalizedText.Japanese);
    }
}
