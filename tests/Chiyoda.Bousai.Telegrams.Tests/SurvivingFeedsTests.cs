using System.Text;
using Chiyoda.Bousai.Telegrams.Atom;
using Chiyoda.Bousai.Telegrams.Cap;
using Chiyoda.Bousai.Telegrams.Gauges;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Chiyoda.Bousai.Telegrams.Tests.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests;

/// <summary>
/// Whatever a feed sends, its reader answers with what it took or a refusal, in bounded memory: 24,000 mutants, in the long form 240,000. A mutant
/// depends on its number alone.
/// </summary>
public sealed class SurvivingFeedsTests
{
    private const int Seed = 20261129;

    /// <summary>Octets that reading one mutant may allocate over all, freed or not.</summary>
    private const long MostAllocated = 256 * 1024 * 1024;

    private static readonly string[] Words =
    [
        "", " ", ",", ":", "\"", "{", "}", "[", "]", "null", "true", "-1", "-200", "1e308", "1e-400", "0.1", "99999999999999999999", "\\u0000", "\\ud800", "\\", "\n", "\r\n", "\u0000", "\u202e", "𠮷",
        "2026/09/11 25:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "\"code\":551", "\"code\":\"551\"", "欠測", "station", "<!DOCTYPE a>", "<![CDATA[", "]]>", "&a;", "<entry>", "</entry>",
        "xmlns=\"http://www.w3.org/2005/Atom\"", "href=\"file:///etc/hostname\"", "<item>", "<link>", "&#x0;",
    ];

    private static readonly string[] Reports =
    [
        """[{"id":"a","code":551,"time":"2026/09/11 02:10:06.958","issue":{"source":"気象庁","time":"2026/09/11 02:10:00","correct":"None","type":"DetailScale"},"earthquake":{"domesticTsunami":"None","hypocenter":{"depth":0,"latitude":35.5,"longitude":139.8,"magnitude":4.0,"name":"東京湾"},"maxScale":46,"time":"2026/09/11 02:07:00"},"points":[{"addr":"大手町","isArea":false,"pref":"東京都","scale":46}]}]""",
        """{"id":"c","code":552,"cancelled":false,"issue":{"source":"気象庁","time":"2026/09/11 02:11:00","type":"Focus"},"areas":[{"grade":"MajorWarning","immediate":true,"name":"東京湾内湾"}]}""",
    ];

    private static readonly string[] Readings =
    [
        """[{"station":"k1","name":"A","time":"2026-09-11T02:10:00+09:00","level":2.45},{"station":"k2","time":"2026-09-10T17:10:00Z","level":null,"condition":"欠測"}]""",
        "\uFEFFstation,name,time,level,condition\r\nk1,A,2026-09-11T02:10:00+09:00,2.45,\r\nk2,,2026-09-10T17:10:00Z,,欠測\r\n",
    ];

    private static readonly string[] Lists =
    [
        """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" lang="ja"><title>高頻度（随時）</title><updated>2026-09-11T02:14:00+09:00</updated><id>https://example.jp/feed/extra.xml#short_1</id><rights type="html"><![CDATA[<a href="https://example.jp/">x</a>]]></rights><entry><title>気象警報・注意報</title><id>https://example.jp/data/1.xml</id><updated>2026-09-10T17:13:07Z</updated><author><name>気象庁</name></author><link type="application/xml" href="https://example.jp/data/1.xml"/><content type="text">大雨</content></entry></feed>""",
    ];

    private static readonly string[] Indexes =
    [
        $"""<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><updated>2026-08-01T11:50:00Z</updated><entry><id>1</id><link href="https://example.org/1.cap"/><link href="https://example.org/1.html" rel="related"/></entry><entry><id>2</id><content type="text/xml">{Alerts.Xml(Alerts.Info()).Split("?>")[1]}</content></entry></feed>""",
        """<rss version="2.0"><channel><title>t</title><lastBuildDate>Sat, 01 Aug 2026 02:50:00 GMT</lastBuildDate><item><title>T</title><guid>1</guid><link>https://example.org/1.cap</link><pubDate>Sat, 01 Aug 2026 11:50:00 +0900</pubDate></item><item><enclosure url="https://example.org/2.cap" length="1" type="application/cap+xml"/></item></channel></rss>""",
    ];

    [Fact]
    public void ListsOfTelegrams() => Survive(Lists, octets => AtomFeedReader.Read(octets).TryGet(out _, out _));

    [Fact]
    public void ReportsOfTheSecondSource() => Survive(Reports, octets => P2PQuakeReader.Read(octets).TryGet(out _, out _));

    /// <summary>Kept files lack what the network always says.</summary>
    [Fact]
    public void KeptReportsOfTheSecondSource() => Survive(
        [.. Reports.Select(report => report.Replace("\"id\":\"a\",\"code\":551,", "", StringComparison.Ordinal).Replace("\"id\":\"c\",\"code\":552,", "", StringComparison.Ordinal))],
        octets => P2PQuakeReader.ReadFile(octets).TryGet(out _, out _));

    [Fact]
    public void ReadingsOfGauges() => Survive(Readings, octets => GaugeReader.Read(octets).TryGet(out _, out _));

    [Fact]
    public void IndexesOfAlerts() => Survive(Indexes, octets => CapIndexReader.Read(octets).TryGet(out _, out _));

    private static void Survive(IReadOnlyList<string> originals, Func<byte[], bool> read)
    {
        var sound = originals.Select(Encoding.UTF8.GetBytes).ToArray();
        Assert.All(sound, octets => Assert.True(read(octets)));
        var count = Mutations.Count(6_000, 60_000);
        var taken = 0;
        for (var number = 0; number < count; number++)
        {
            var mutant = Mutant(sound, number);
            var before = GC.GetAllocatedBytesForCurrentThread();

            taken += Promptly.Do($"Mutant {number} of {mutant.Length:N0} octets", () => read(mutant)) ? 1 : 0;

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostAllocated, $"Mutant {number} of {mutant.Length:N0} octets allocated {allocated:N0}.");
        }

        // Neither is everything refused before it is looked at, nor anything taken.
        Assert.InRange(taken, count / 20, count - (count / 20));
    }

    private static byte[] Mutant(byte[][] originals, int number)
    {
        var random = new Random(unchecked((Seed * 397) ^ (number * 7919)));
        var octets = originals[number % originals.Length].ToList();
        for (var change = random.Next(1, 4); change > 0 && octets.Count > 0; change--)
        {
            var at = random.Next(octets.Count);
            var length = Math.Min(random.Next(1, random.Next(8) == 0 ? 400 : 12), octets.Count - at);
            switch (random.Next(6))
            {
                case 0: octets[at] = (byte)random.Next(256); break;
                case 1: octets.RemoveRange(at, length); break;
                case 2: octets.InsertRange(random.Next(octets.Count), octets.GetRange(at, length)); break;
                case 3: octets.InsertRange(at, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)])); break;
                case 4: Repeat(octets, at, length, random); break;
                default: ReplaceDigit(octets, at, random); break;
            }
        }

        return [.. octets];
    }

    /// <summary>Many times the same: lists without end, texts without end, depth without end.</summary>
    private static void Repeat(List<byte> octets, int at, int length, Random random)
    {
        var part = octets.GetRange(at, length).ToArray();
        octets.InsertRange(at, Enumerable.Repeat(part, random.Next(30) == 0 ? 3_000 : random.Next(2, 20)).SelectMany(each => each));
    }

    private static void ReplaceDigit(List<byte> octets, int at, Random random)
    {
        var digit = octets.FindIndex(at, octet => octet is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
        {
            octets[digit] = (byte)('0' + random.Next(10));
        }
    }
}
