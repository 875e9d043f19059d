using System.Text;
using Chiyoda.Bousai.Telegrams.Atom;

namespace Chiyoda.Bousai.Telegrams.Tests.Atom;

/// <summary>Lists of telegrams: what is known is taken, what cannot be a list is refused, and nothing makes the reader throw.</summary>
public sealed class ReadingAFeedTests
{
    private const string Sound = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" lang="ja"><title>高頻度（随時）</title><updated>2026-09-11T02:14:00+09:00</updated>
        <id>https://example.jp/feed/extra.xml#short_1</id><link rel="self" href="https://example.jp/feed/extra.xml"/>
        <rights type="html"><![CDATA[<a href="https://example.jp/">x</a>]]></rights>
        <entry><title>気象警報・注意報</title><id>https://example.jp/data/1.xml</id><updated>2026-09-10T17:13:07Z</updated>
        <author><name>気象庁</name></author><link type="application/xml" href="https://example.jp/data/1.xml"/><content type="text">大雨</content></entry>
        <entry><title>指定河川洪水予報</title><id> https://example.jp/data/2.xml </id><updated>once</updated><unknown><title>no</title></unknown></entry>
        </feed>
        """;

    [Fact]
    public void List_GivesItsTimeAndItsEntries()
    {
        Assert.True(AtomFeedReader.Read(Encoding.UTF8.GetBytes(Sound)).TryGet(out var feed, out _));

        Assert.Equal(new DateTimeOffset(2026, 9, 11, 2, 14, 0, TimeSpan.FromHours(9)), feed.RenewedAt);
        Assert.Equal(
            [
                new AtomEntry("気象警報・注意報", "https://example.jp/data/1.xml", new DateTimeOffset(2026, 9, 10, 17, 13, 7, TimeSpan.Zero)),
                new AtomEntry("指定河川洪水予報", "https://example.jp/data/2.xml", null),
            ],
            feed.Entries);
    }

    [Theory]
    [InlineData("eqvol_2024_test.xml")]
    [InlineData("extra_2024_test.xml")]
    public void CollectedList_IsRead_WithAnAddressAndATimeForEachEntry(string file)
    {
        Assert.True(AtomFeedReader.Read(SharedData.Bytes($"jma/feeds/{file}")).TryGet(out var feed, out _));

        Assert.NotNull(feed.RenewedAt);
        Assert.NotEmpty(feed.Entries);
        Assert.All(feed.Entries, entry => Assert.True(Uri.IsWellFormedUriString(entry.Address, UriKind.Absolute) && entry.Title.Length > 0));
    }

    [Theory]
    [InlineData("", "feeds.not-atom")]
    [InlineData("<feed/>", "feeds.not-atom")]
    [InlineData("<rss xmlns=\"http://www.w3.org/2005/Atom\"/>", "feeds.not-atom")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "feeds.not-atom")]
    [InlineData("<!DOCTYPE feed SYSTEM \"file:///etc/hostname\"><feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "feeds.dtd")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "feeds.not-atom")]
    public void NoList_IsRefused(string text, string code)
    {
        Assert.False(AtomFeedReader.Read(Encoding.UTF8.GetBytes(text)).TryGet(out _, out var refusal));

        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void MoreEntriesThanAnyList_AreRefused()
    {
        var text = "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + string.Concat(Enumerable.Repeat("<entry/>", AtomFeedReader.MaxEntries + 1)) + "</feed>";

        Assert.False(AtomFeedReader.Read(Encoding.ASCII.GetBytes(text)).TryGet(out _, out var refusal));

        Assert.Equal("feeds.too-many", refusal.Code);
    }
}
