using System.Globalization;
using System.Text;

namespace Chiyoda.Bousai.Domain.Common;

/// <summary>What a person typed, as one line that can stand in a message.</summary>
public static class TypedLine
{
    /// <summary>Takes out what could stand for a slot, break a line, or turn the direction of what follows.</summary>
    /// <param name="typed">As typed; may be <see langword="null"/>.</param>
    /// <returns>One line, blanks once each, none at the ends.</returns>
    public static string Of(string? typed) => string.Join(' ', new string([.. (typed ?? string.Empty).Select(letter => letter switch
    {
        '{' => '｛',
        '}' => '｝',
        _ when char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
        _ => letter,
    })]).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The same for a name by which two entries are told to be one: full-width and half-width letters are one too.</summary>
    /// <param name="typed">As typed.</param>
    /// <returns>One line in NFKC.</returns>
    public static string Name(string? typed) => Of((typed ?? string.Empty).Normalize(NormalizationForm.FormKC));
}
