using System.Text;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>
/// Words by which an order of the mayor is known (避難情報に関するガイドライン), and its imperatives: a notice that used them would be taken
/// for one, or would blunt them (design rule 6).
/// </summary>
public static partial class OrderWords
{
    private static readonly string[] Japanese =
    [
        "避難指示", "高齢者等避難", "緊急安全確保", "避難勧告", "避難準備", "避難命令", "警戒レベル", "全員避難", "命を守る行動", "直ちに避難", "ただちに避難",
        "避難してください", "避難して下さい", "避難しなさい", "避難せよ", "避難を開始", "避難を始め", "避難をお願い", "避難願", "立ち退", "立退き", "逃げて", "逃げろ", "にげて",
    ];

    private static readonly string[] English =
    [
        "evacuation order", "evacuation instruction", "evacuate", "emergency safety", "evacuation of the elderly", "warning level", "alert level", "leave now",
    ];

    /// <summary>The first word of an order in a text.</summary>
    /// <param name="text">What is to be said, in any language; full-width and half-width read alike.</param>
    /// <returns>The word as it stands in the text, or <see langword="null"/> when there is none.</returns>
    public static string? FindIn(string text)
    {
        // Blanks within Japanese do not hide a word; readings in brackets behind kanji do not either.
        var folded = text.Normalize(NormalizationForm.FormKC);
        var joined = Blanks().Replace(Readings().Replace(folded, string.Empty), string.Empty);
        return Array.Find(Japanese, word => joined.Contains(word, StringComparison.Ordinal))
            ?? Array.Find(English, word => folded.Contains(word, StringComparison.OrdinalIgnoreCase))
            ?? (Levels().Match(joined) is { Success: true } level ? level.Value : null);
    }

    [GeneratedRegex(@"(レベル|level)[1-5一二三四五]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Levels();

    [GeneratedRegex(@"\([\p{IsHiragana}ー]+\)")]
    private static partial Regex Readings();

    [GeneratedRegex(@"[\s・]+")]
    private static partial Regex Blanks();
}
