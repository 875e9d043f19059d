namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Which letters a reading may have.</summary>
internal static class JapaneseScript
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>Full-width katakana, the length mark and full-width brackets.</summary>
    public static bool IsKatakana(string text) => text.All(c => c is (>= 'ァ' and <= 'ヶ') or 'ー' or '（' or '）' or '　');

    /// <summary>丁目 in kanji numerals, from 1 to 10: more exist nowhere in one town of a ward's list.</summary>
    public static string? Chome(int number) => number is >= 1 and <= 10 ? $"{Numerals[number - 1]}丁目" : null;
}
