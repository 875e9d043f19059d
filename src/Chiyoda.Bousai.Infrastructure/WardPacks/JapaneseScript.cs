namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Which letters a reading may have.</summary>
internal static class JapaneseScript
{
    private static readonly string[] Numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>Full-width katakana, the length mark and full-width brackets.</summary>
    public static bool IsKatakana(string text) => text.All(c => c is (>= 'ァ' and <= 'ヶ') or 'ー' or '（' or '）' or '　');

    /// <summary>丁目 in kanji numerals, from 1 to 99: cities on a grid count past forty.</summary>
    public static string? Chome(int number) => number is < 1 or > 99
        ? null
        : $"{(number < 20 ? string.Empty : Numerals[number / 10])}{(number < 10 ? string.Empty : "十")}{Numerals[number % 10]}丁目";
}
