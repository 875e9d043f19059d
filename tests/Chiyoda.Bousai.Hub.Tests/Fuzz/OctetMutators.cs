using System.IO.Compression;
using System.Text;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>Changes of the octets, whatever they say: lines that break, wrong encodings, attacks on a parser.</summary>
internal static class OctetMutators
{
    private delegate byte[] Change(byte[] octets, Random random);

    private static readonly Change[] All =
    [
        Flip, Flip, Truncate, Truncate, CutOut, Insert, Repeat, Mark, Utf16, Declared, ShiftJis, DocumentType, Controls, References, Gzip, Join, Zeros, Entity, Surrogate,
    ];

    public static byte[] Apply(byte[] octets, Random random) => octets.Length == 0 ? octets : All[random.Next(All.Length)](octets, random);

    private static byte[] Flip(byte[] octets, Random random)
    {
        for (var times = random.Next(1, 8); times > 0; times--)
        {
            octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
        }

        return octets;
    }

    private static byte[] Truncate(byte[] octets, Random random) => octets[..random.Next(octets.Length)];

    private static byte[] CutOut(byte[] octets, Random random)
    {
        var from = random.Next(octets.Length);
        return [.. octets.AsSpan(0, from), .. octets.AsSpan(Math.Min(octets.Length, from + random.Next(1, 200)))];
    }

    private static byte[] Insert(byte[] octets, Random random)
    {
        var noise = new byte[random.Next(1, 64)];
        random.NextBytes(noise);
        var at = random.Next(octets.Length);
        return [.. octets.AsSpan(0, at), .. noise, .. octets.AsSpan(at)];
    }

    private static byte[] Repeat(byte[] octets, Random random)
    {
        var from = random.Next(octets.Length);
        var part = octets.AsSpan(from, Math.Min(octets.Length - from, random.Next(1, 2_000)));
        return [.. octets.AsSpan(0, from), .. part, .. octets.AsSpan(from)];
    }

    private static byte[] Mark(byte[] octets, Random random) => [.. random.Next(2) == 0 ? Encoding.UTF8.Preamble : Encoding.Unicode.Preamble, .. octets];

    private static byte[] Utf16(byte[] octets, Random random)
    {
        var text = Encoding.UTF8.GetString(octets);
        return random.Next(3) switch
        {
            0 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            _ => Encoding.UTF32.GetBytes(text),
        };
    }

    private static byte[] Declared(byte[] octets, Random random) => Replace(octets, "encoding=\"utf-8\"", random.Next(4) switch
    {
        0 => "encoding=\"Shift_JIS\"",
        1 => "encoding=\"UTF-16\"",
        2 => "encoding=\"utf-7\"",
        _ => "encoding=",
    });

    /// <summary>«気象庁» in Shift_JIS in the middle of UTF-8.</summary>
    private static byte[] ShiftJis(byte[] octets, Random random)
    {
        var at = random.Next(octets.Length);
        return [.. octets.AsSpan(0, at), 0x8B, 0x43, 0x8F, 0xDB, 0x92, 0xA1, .. octets.AsSpan(at)];
    }

    private static byte[] DocumentType(byte[] octets, Random random)
    {
        var text = Encoding.UTF8.GetString(octets);
        var root = text.IndexOf("<Report", StringComparison.Ordinal);
        return root < 0 ? octets : Encoding.UTF8.GetBytes(text[..root] + random.Next(4) switch
        {
            0 => "<!DOCTYPE Report [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
            1 => "<!DOCTYPE Report SYSTEM \"file:///etc/passwd\">",
            2 => "<!-- - --><?x <!DOCTYPE?><!DOCTYPE Report [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\">%p;]>",
            _ => "<!doctype Report>",
        } + text[root..]);
    }

    private static byte[] Controls(byte[] octets, Random random)
    {
        octets[random.Next(octets.Length)] = (byte)random.Next(32);
        return octets;
    }

    private static byte[] References(byte[] octets, Random random) =>
        Replace(octets, "</Title>", $"&#x{random.Next(0x110100):X};&#0;&#xD800;"[..random.Next(4, 20)] + "</Title>");

    private static byte[] Gzip(byte[] octets, Random random)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(octets);
        }

        return random.Next(2) == 0 ? packed.ToArray() : [.. octets, .. packed.ToArray()];
    }

    private static byte[] Join(byte[] octets, Random random) => [.. octets, .. octets.AsSpan(random.Next(octets.Length))];

    private static byte[] Zeros(byte[] octets, Random random)
    {
        octets.AsSpan(random.Next(octets.Length)).Clear();
        return octets;
    }

    private static byte[] Entity(byte[] octets, Random random) => Replace(octets, "<Title>", "<Title>&lol;");

    /// <summary>Half of a pair as octets: no UTF-8.</summary>
    private static byte[] Surrogate(byte[] octets, Random random)
    {
        var at = random.Next(octets.Length);
        return [.. octets.AsSpan(0, at), 0xED, 0xA0, 0x80, .. octets.AsSpan(at)];
    }

    private static byte[] Replace(byte[] octets, string old, string replacement)
    {
        var at = octets.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old));
        return at < 0 ? octets : [.. octets.AsSpan(0, at), .. Encoding.UTF8.GetBytes(replacement), .. octets.AsSpan(at + Encoding.UTF8.GetByteCount(old))];
    }
}
