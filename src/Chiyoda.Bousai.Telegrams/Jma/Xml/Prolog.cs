using System.Text;
using System.Text.Unicode;

namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>Judges the bytes before the root element without a parser: encoding and document type declaration.</summary>
internal static class Prolog
{
    /// <summary>A declaration is short; what follows these bytes without an end is not one.</summary>
    private const int MaxDeclaration = 256;

    /// <summary>
    /// Whether the bytes are UTF-8 as 防災情報XML prescribes, and do not declare another encoding. Bytes that break off
    /// inside a character count as UTF-8: the document is truncated, which the parser will say.
    /// </summary>
    /// <param name="bytes">The whole document.</param>
    /// <returns>Whether they can be read as UTF-8.</returns>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return false;
        }

        var whole = bytes;
        for (var cut = 0; !Utf8.IsValid(whole); cut++)
        {
            if (cut == 3 || whole.IsEmpty || whole[^1] < 0x80)
            {
                return false;
            }

            whole = whole[..^1];
        }

        return DeclaresUtf8(bytes);
    }

    /// <summary>Whether a document type declaration stands before the root element.</summary>
    /// <param name="bytes">The whole document.</param>
    /// <returns>Whether there is one.</returns>
    public static bool HasDocumentType(ReadOnlySpan<byte> bytes)
    {
        var rest = Trim(WithoutMark(bytes));
        while (true)
        {
            ReadOnlySpan<byte> end;
            if (rest.StartsWith("<?"u8))
            {
                end = "?>"u8;
            }
            else if (rest.StartsWith("<!--"u8))
            {
                end = "-->"u8;
            }
            else
            {
                return rest.StartsWith("<!DOCTYPE"u8);
            }

            var at = rest.IndexOf(end);
            if (at < 0)
            {
                return false;
            }

            rest = Trim(rest[(at + end.Length)..]);
        }
    }

    private static bool DeclaresUtf8(ReadOnlySpan<byte> bytes)
    {
        var start = WithoutMark(bytes);
        start = start[..Math.Min(start.Length, MaxDeclaration)];
        var end = start.IndexOf("?>"u8);
        if (!start.StartsWith("<?xml"u8) || end < 0)
        {
            return true;
        }

        var declaration = Encoding.UTF8.GetString(start[..end]);
        var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0)
        {
            return true;
        }

        var value = declaration.AsSpan(at + "encoding".Length).TrimStart().TrimStart('=').TrimStart();
        var close = value.IsEmpty ? -1 : value[1..].IndexOf(value[0]);
        return close < 0 || value.Slice(1, close).Equals("UTF-8", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8);
}
