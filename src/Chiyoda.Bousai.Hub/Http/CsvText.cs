using System.Text;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>Tables for spreadsheets (RFC 4180): UTF-8 with the mark that their programs want, and no cell that one of them would run.</summary>
internal static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows) =>
        [.. WithMark.Preamble, .. WithMark.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n")))];

    /// <summary>A cell that opens like a formula is made text by an apostrophe; one with a separator, a quotation mark or a line end is quoted.</summary>
    private static string Cell(string text)
    {
        var plain = text.TrimStart() is { Length: > 0 } begun && begun[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || text.StartsWith('\t') || text.StartsWith('\r')
            ? $"'{text}"
            : text;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
