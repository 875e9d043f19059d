using System.Buffers;
using System.Globalization;

namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>The simple types that the schemas of CAP use (XML Schema part 2, 2nd edition).</summary>
internal static class CapTypes
{
    /// <summary><c>xs:string</c>: anything.</summary>
    public static readonly CapType Text = new("xs:string", IsCollapsed: false, _ => true);

    /// <summary>A list of strings: anything, too.</summary>
    public static readonly CapType List = new("xs:list", IsCollapsed: true, _ => true);

    /// <summary><c>xs:dateTime</c>; the offset may be missing.</summary>
    public static readonly CapType DateTime = new("xs:dateTime（YYYY-MM-DDThh:mm:ss）", IsCollapsed: true, text => XsdDateTime.IsValid(text));

    /// <summary>CAP 1.2 §3.3.2: whole seconds and a numeric offset; Z is not allowed, UTC is <c>-00:00</c>.</summary>
    public static readonly CapType OffsetDateTime = new(
        "YYYY-MM-DDThh:mm:ss±hh:mm（時差が必須で Z は不可、UTC は -00:00）", IsCollapsed: true, text => text.Length == 25 && text[19] is '+' or '-' && XsdDateTime.IsValid(text));

    /// <summary><c>xs:language</c>; without content it is en-US.</summary>
    public static readonly CapType Language = new("xs:language（例 en-US）", IsCollapsed: true, IsLanguage, "en-US");

    /// <summary><c>xs:anyURI</c>.</summary>
    public static readonly CapType Uri = new("xs:anyURI", IsCollapsed: true, IsUri);

    /// <summary><c>xs:integer</c>, to the 28 digits that can be held.</summary>
    public static readonly CapType Integer = new(
        "xs:integer", IsCollapsed: true, text => IsNumber(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    /// <summary><c>xs:decimal</c>, to the size that can be held.</summary>
    public static readonly CapType Decimal = new(
        "xs:decimal",
        IsCollapsed: true,
        text => IsNumber(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+-.0123456789");

    /// <summary>A closed list of words, exactly as written.</summary>
    public static CapType OneOf(params string[] words) =>
        new($"{string.Join("・", words)} のいずれか", IsCollapsed: false, text => words.Contains(text, StringComparer.Ordinal));

    /// <summary>Blanks of XML around a text are cut, those inside become one each.</summary>
    public static string Collapse(string text)
    {
        var parts = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 1 && parts[0].Length == text.Length ? text : string.Join(' ', parts);
    }

    private static bool IsNumber(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(NumberCharacters);

    private static bool IsLanguage(string text)
    {
        var isFirst = true;
        foreach (var range in text.AsSpan().Split('-'))
        {
            var part = text.AsSpan()[range];
            if (part.Length is 0 or > 8)
            {
                return false;
            }

            foreach (var c in part)
            {
                if (!(isFirst ? char.IsAsciiLetter(c) : char.IsAsciiLetterOrDigit(c)))
                {
                    return false;
                }
            }

            isFirst = false;
        }

        return true;
    }

    // Two number signs are the one thing that RFC 2396 forbids and the class of the base library does not.
    private static bool IsUri(string text) =>
        text.Length == 0 || (!text.Contains("##", StringComparison.Ordinal) && System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _));
}
