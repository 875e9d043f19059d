using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>Judges the bytes before the root element without a parser: encoding and document type declaration.</summary>
internal static class Prolog
{
    /// <summary>A declaration is short; what follows these bytes without an end is not one.</summary>
    private const int MaxDeclaration = 256;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private static ReadOnlySpan<byte> DocumentType => "<!DOCTYPE"u8;

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
    public static bool HasDocumentType(ReadOnlySpan<byte> bytes) => AfterRemarks(WithoutMark(bytes)).StartsWith(DocumentType);

    /// <summary>The name of the root element without its prefix, also where the element is too large, or too odd, for a parser.</summary>
    /// <param name="bytes">The begin of a document, in an encoding that has the characters of ASCII as ASCII has them.</param>
    /// <returns>The name; empty when there is none, or it is not ASCII.</returns>
    public static string RootName(ReadOnlySpan<byte> bytes)
    {
        var rest = AfterRemarks(WithoutMark(bytes));
        if (rest.StartsWith(DocumentType))
        {
            var close = rest.IndexOf((byte)'>');
            var subset = rest.IndexOf((byte)'[');
            var end = subset >= 0 && subset < close ? rest.IndexOf("]>"u8) + 1 : close;
            rest = end <= 0 ? [] : AfterRemarks(rest[(end + 1)..]);
        }

        if (!rest.StartsWith("<"u8))
        {
            return string.Empty;
        }

        var name = rest[1..];
        name = name.IndexOfAny(NameEnds) is >= 0 and var length ? name[..length] : [];
        return Ascii.IsValid(name) ? Encoding.ASCII.GetString(name[(name.IndexOf((byte)':') + 1)..]) : string.Empty;
    }

    /// <summary>What follows blanks, comments and processing instructions.</summary>
    private static ReadOnlySpan<byte> AfterRemarks(ReadOnlySpan<byte> bytes)
    {
        var rest = Trim(bytes);
        while (rest.StartsWith("<?"u8) || rest.StartsWith("<!--"u8))
        {
            var end = rest.StartsWith("<?"u8) ? "?>"u8 : "-->"u8;
            var at = rest.IndexOf(end);
            rest = at < 0 ? [] : Trim(rest[(at + end.Length)..]);
        }

        return rest;
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
