using System.Globalization;
using System.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>Reads the values that stand in telegrams as text. What cannot be read is <see langword="null"/>, never zero.</summary>
internal static class TelegramValues
{
    private const int MaxNumberLength = 32;

    /// <summary>A whole number in half-width or full-width digits.</summary>
    /// <param name="text">The text, for example <c>3</c> or <c>３</c>.</param>
    /// <returns>The number, or <see langword="null"/>.</returns>
    public static int? Integer(string text) =>
        int.TryParse(HalfWidth(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A number in half-width or full-width digits; <c>NaN</c> (不明) has none.</summary>
    /// <param name="text">The text, for example <c>143.00</c> or <c>０．５</c>.</param>
    /// <returns>The number, or <see langword="null"/>.</returns>
    public static decimal? Number(string text) =>
        decimal.TryParse(
            HalfWidth(text),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;

    /// <summary>An ISO 8601 duration, for example <c>PT4H</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The duration, or <see langword="null"/>.</returns>
    public static TimeSpan? Duration(string text)
    {
        if (text.Length is 0 or > MaxNumberLength)
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The level that a name carries: the digit after レベル, in either width.</summary>
    /// <param name="name">For example レベル４氾濫危険水位.</param>
    /// <returns>1–5, or <see langword="null"/> when the name carries none.</returns>
    public static int? LevelInName(string name)
    {
        const string Word = "レベル";
        var at = name.IndexOf(Word, StringComparison.Ordinal) + Word.Length;
        if (at < Word.Length || at >= name.Length)
        {
            return null;
        }

        var digit = (int)char.GetNumericValue(name[at]);
        return digit is >= 1 and <= 5 ? digit : null;
    }

    /// <summary>A code with its full-width letters and digits in half width, as the code tables have them.</summary>
    /// <param name="code">The code as it came.</param>
    /// <returns>The same code; one that is longer than any code is left as it came.</returns>
    public static string Code(string code) => code.Length > MaxNumberLength ? code : HalfWidth(code);

    private static string HalfWidth(string text)
    {
        if (text.Length > MaxNumberLength)
        {
            return string.Empty;
        }

        foreach (var c in text)
        {
            if (c >= '\uFF00')
            {
                return string.Create(text.Length, text, static (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                    {
                        span[i] = source[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(source[i] - 0xFEE0) : source[i];
                    }
                });
            }
        }

        return text;
    }
}
