using System.Globalization;
using System.Text;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>Changed copies of documents. A copy depends on the seed and its number alone, so that a case can be made again.</summary>
internal sealed class Mutations(IEnumerable<byte[]> originals)
{
    private const int Seed = 20261128;

    private static readonly string[] Words =
    [
        "", " ", "Actual", "Draft", "Very Likely", "Observed", "AllClear", "CBRNE", "-00:00", "+09:00", "Z", "<value>x</value>", "<!-- c -->", "<?p i?>",
        "<![CDATA[x]]>", "&amp;", "&#10;", " xml:lang='en'", " id='a'", " xmlns:q='urn:q'", "<scope>Public</scope>", "<info/>", "##", "1.5", "\u3000", "/>",
    ];

    private readonly byte[][] _originals = [.. originals];

    /// <summary>How many are made: the short form, or the long one with <c>BOUSAI_LONG=1</c>.</summary>
    public static int Count(int few, int many) => Environment.GetEnvironmentVariable("BOUSAI_LONG") == "1" ? many : few;

    public byte[] Make(int number)
    {
        var random = new Random(HashCode(number));
        var bytes = _originals[random.Next(_originals.Length)].ToList();
        for (var change = random.Next(1, 3); change > 0 && bytes.Count > 0; change--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static int HashCode(int number) => unchecked((Seed * 397) ^ (number * 7919));

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(9))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                break;
            case 2:
                InsertWord(bytes, at, random);
                break;
            case 3:
                RemoveLeaf(bytes, at);
                break;
            case 4:
                DoubleLeaf(bytes, at, random);
                break;
            case 5:
                ReplaceText(bytes, at, random);
                break;
            default:
                ReplaceDigit(bytes, at, random);
                break;
        }
    }

    private static void InsertWord(List<byte> bytes, int at, Random random)
    {
        var place = bytes.FindIndex(at, octet => octet is (byte)'>' or (byte)'<');
        if (place >= 0)
        {
            bytes.InsertRange(bytes[place] == '>' ? place + random.Next(2) : place, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
        }
    }

    private static void RemoveLeaf(List<byte> bytes, int at)
    {
        if (Leaf(bytes, at) is { } leaf)
        {
            bytes.RemoveRange(leaf.Start, leaf.Length);
        }
    }

    private static void DoubleLeaf(List<byte> bytes, int at, Random random)
    {
        if (Leaf(bytes, at) is { } leaf)
        {
            var copy = bytes.GetRange(leaf.Start, leaf.Length);
            var target = random.Next(2) == 0 ? leaf.Start : bytes.FindIndex(random.Next(bytes.Count), octet => octet == '<');
            bytes.InsertRange(Math.Max(0, target), copy);
        }
    }

    private static void ReplaceText(List<byte> bytes, int at, Random random)
    {
        if (Leaf(bytes, at) is { } leaf)
        {
            var start = bytes.IndexOf((byte)'>', leaf.Start) + 1;
            var end = bytes.IndexOf((byte)'<', start);
            if (start > 0 && end >= start && end < leaf.Start + leaf.Length)
            {
                bytes.RemoveRange(start, end - start);
                bytes.InsertRange(start, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
            }
        }
    }

    private static void ReplaceDigit(List<byte> bytes, int at, Random random)
    {
        var digit = bytes.FindIndex(at, octet => octet is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
        {
            bytes[digit] = (byte)random.Next(10).ToString(CultureInfo.InvariantCulture)[0];
        }
    }

    // An element that holds text only, from the next start tag on.
    private static (int Start, int Length)? Leaf(List<byte> bytes, int at)
    {
        for (var open = at; (open = bytes.IndexOf((byte)'<', open)) >= 0; open++)
        {
            if (open + 1 >= bytes.Count || bytes[open + 1] is (byte)'/' or (byte)'!' or (byte)'?')
            {
                continue;
            }

            var next = bytes.IndexOf((byte)'<', open + 1);
            if (next >= 0 && next + 1 < bytes.Count && bytes[next + 1] == '/' && bytes.IndexOf((byte)'>', next) is var close and >= 0)
            {
                return (open, close + 1 - open);
            }
        }

        return null;
    }
}
