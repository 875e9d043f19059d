using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Readings over kanji in easy Japanese. The texts carry them as people write them by hand, 避難（ひなん）; on the page they
/// become ruby, in titles and spoken sentences they are left out.
/// </summary>
public static partial class Reading
{
    /// <summary>A piece of text and the reading above it, if any.</summary>
    public readonly record struct Piece(string Text, string? Above);

    /// <summary>Splits a text at its readings.</summary>
    /// <param name="text">A text of the pack.</param>
    /// <param name="language">Its language; only easy Japanese has readings, other texts stay whole.</param>
    /// <returns>The pieces in order.</returns>
    public static IReadOnlyList<Piece> Split(string text, string language)
    {
        if (language != LocalizedText.EasyJapanese)
        {
            return [new(text, null)];
        }

        var pieces = new List<Piece>();
        var at = 0;
        foreach (Match match in Annotated().Matches(text))
        {
            if (match.Index > at)
            {
                pieces.Add(new(text[at..match.Index], null));
            }

            pieces.Add(new(match.Groups["text"].Value, match.Groups["above"].Value));
            at = match.Index + match.Length;
        }

        if (at < text.Length)
        {
            pieces.Add(new(text[at..], null));
        }

        return pieces;
    }

    /// <summary>The text without its readings.</summary>
    /// <param name="text">A text of the pack.</param>
    /// <param name="language">Its language.</param>
    /// <returns>The text as it stands in a title.</returns>
    public static string Plain(string text, string language) => Borrowed.Unmarked(string.Concat(Split(text, language).Select(piece => piece.Text)));

    // Kanji (with 々 and 〆; in names also the small ヶ and digits between them) right before a reading in hiragana.
    [GeneratedRegex(@"(?<text>[\p{IsCJKUnifiedIdeographs}々〆ヶ]+)（(?<above>[\p{IsHiragana}ー]+)）")]
    private static partial Regex Annotated();
}
