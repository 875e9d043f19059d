using System.Text;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>Atom feeds that list alerts.</summary>
public sealed class ReadingIndexesTests
{
    [Fact]
    public void LinksAndAlertsInside_AreRead()
    {
        var alert = Alerts.Xml();
        alert = alert[alert.IndexOf("<alert", StringComparison.Ordinal)..];
        var index = Read($"""
            <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:id>f</a:id><a:updated>2026-08-01T11:50:00Z</a:updated><a:title>t</a:title>
            <a:entry><a:id>1</a:id><a:title type="html">T <![CDATA[<b>]]></a:title><a:updated>2026-08-01T11:50:00+09:00</a:updated>
              <a:link href="https://example.org/1.cap" type="application/cap+xml"/><a:link rel="self" href="https://example.org/feed"/></a:entry>
            <a:entry><a:id>2</a:id><a:content type="text/xml">{alert}</a:content></a:entry>
            <a:entry><a:id>3</a:id><a:content type="text/xml">{alert.Replace("<scope>Public</scope>", "", StringComparison.Ordinal)}</a:content></a:entry>
            <a:entry/>
            </a:feed>
            """);

        Assert.Equal(("f", new DateTimeOffset(2026, 8, 1, 11, 50, 0, TimeSpan.Zero), 4), (index.Id, index.UpdatedAt, index.Entries.Count));
        Assert.Equal(("1", "T <b>"), (index.Entries[0].Id, index.Entries[0].Title));
        Assert.Equal(new Uri("https://example.org/1.cap"), Assert.Single(index.Entries[0].Links));
        Assert.Equal("A-1", index.Entries[1].Alert?.Identifier);
        Assert.Equal("cap.missing-element", index.Entries[2].AlertRefusal?.Code);
        Assert.Null(index.Entries[3].Id);
    }

    [Theory]
    [InlineData("file:///etc/hostname")]
    [InlineData("relative.cap")]
    [InlineData("ftp://example.org/a")]
    [InlineData("http://")]
    public void LinkThatIsNoWebAddress_IsLeftOutAndCounted(string link)
    {
        var entry = Assert.Single(Read($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"{link}\"/></entry></feed>").Entries);

        Assert.Empty(entry.Links);
        Assert.Equal(1, entry.RefusedLinks);
    }

    [Fact]
    public void CollectedIndexes_AreRead()
    {
        // One of them declares UTF-8 and is ISO-8859-1.
        var entries = Alerts.Files().Where(file => (file.EndsWith(".atom", StringComparison.Ordinal) && !file.Contains("pelmorex", StringComparison.Ordinal)) || file.EndsWith("nws_atom_feed_example.xml", StringComparison.Ordinal))
            .ToDictionary(file => file, file => Read(Alerts.Collected(file)).Entries);

        Assert.All(entries.Where(each => !each.Key.Contains("empty", StringComparison.Ordinal) && !each.Key.Contains("no_entries", StringComparison.Ordinal)).Select(each => each.Value), Assert.NotEmpty);
        Assert.NotNull(Assert.Single(entries["google_cap_library/canada_signed.atom"]).Alert);
        Assert.All(entries["ibm_cap/nws_atom_feed_example.xml"], entry => Assert.NotEmpty(entry.Links));
    }

    [Theory]
    [InlineData("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>", "cap.not-atom")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>", "cap.not-xml")]
    [InlineData("<!DOCTYPE feed><feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "cap.not-xml")]
    public void Others_AreRefused(string xml, string code)
    {
        Assert.False(CapIndexReader.Read(Encoding.UTF8.GetBytes(xml)).TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void MoreEntriesThanAnyFeed_AreRefused()
    {
        var xml = $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(Enumerable.Repeat("<entry/>", 100_000))}</feed>";

        Assert.False(CapIndexReader.Read(Encoding.UTF8.GetBytes(xml)).TryGet(out _, out var refusal));
        Assert.Equal("cap.too-many", refusal.Code);
    }

    private static CapIndex Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    private static CapIndex Read(byte[] bytes)
    {
        Assert.True(CapIndexReader.Read(bytes).TryGet(out var index, out var refusal), $"The index was refused: {refusal?.Code}");
        return index;
    }
}
