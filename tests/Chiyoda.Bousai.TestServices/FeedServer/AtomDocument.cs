using System.Globalization;
using System.Text;
using System.Xml;

namespace Chiyoda.Bousai.TestServices.FeedServer;

/// <summary>A list in JMA's form: <c>lang</c> without a prefix, times of entries in UTC, id and link of an entry the telegram's address.</summary>
internal static class AtomDocument
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Uri self, string title, bool isLong, DateTimeOffset renewedAt, IEnumerable<(string Address, PublishedTelegram? Telegram)> entries)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("lang", "ja");
            xml.WriteElementString("title", Atom, title);
            xml.WriteElementString("subtitle", Atom, "JMAXML publishing feed");
            xml.WriteElementString("updated", Atom, renewedAt.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            xml.WriteElementString("id", Atom, $"{self}#{(isLong ? "long" : "short")}_{renewedAt.ToUnixTimeSeconds()}");
            Link(xml, "related", "https://www.example.jp/");
            Link(xml, "self", self.AbsoluteUri);
            xml.WriteStartElement("rights", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteCData("<a href=\"https://www.example.jp/terms\">terms</a>");
            xml.WriteEndElement();
            foreach (var (address, telegram) in entries)
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("title", Atom, telegram?.Title ?? "気象警報・注意報");
                xml.WriteElementString("id", Atom, address);
                xml.WriteElementString("updated", Atom, (telegram?.At ?? renewedAt).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, telegram?.Office ?? "気象庁");
                xml.WriteEndElement();
                xml.WriteStartElement("link", Atom);
                xml.WriteAttributeString("type", "application/xml");
                xml.WriteAttributeString("href", address);
                xml.WriteEndElement();
                xml.WriteStartElement("content", Atom);
                xml.WriteAttributeString("type", "text");
                xml.WriteString(telegram?.Headline ?? string.Empty);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
