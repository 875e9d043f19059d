using System.Globalization;
using System.Text;
using System.Xml;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Atom;

/// <summary>
/// Reads an Atom feed (RFC 4287). Elements that are not known are passed over; document types, other roots and lists beyond any real
/// one are refused. Time and memory grow with the octets alone.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4287"/>
public static class AtomFeedReader
{
    /// <summary>The long lists of several days hold some megabytes; this is a multiple.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Entries that a feed may have: all offices of the country for a week, with much to spare.</summary>
    public const int MaxEntries = 50_000;

    /// <summary>Addresses beyond are cut, and then lead nowhere.</summary>
    public const int MaxAddress = 2048;

    private const int MaxText = 512;
    private const int MaxDepth = 16;
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads a feed.</summary>
    /// <param name="octets">The document as it came, unpacked.</param>
    /// <returns>The feed, or <c>feeds.not-atom</c>, <c>feeds.dtd</c>, <c>feeds.too-many</c>, <c>feeds.too-large</c>.</returns>
    public static Outcome<AtomFeed> Read(ReadOnlyMemory<byte> octets)
    {
        if (octets.Length > MaxBytes)
        {
            return AtomRefusals.TooLarge;
        }

        if (Prolog.HasDocumentType(octets.Span))
        {
            return AtomRefusals.Dtd;
        }

        using var stream = new MemoryStream(octets.ToArray(), writable: false);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        try
        {
            return xml.MoveToContent() == XmlNodeType.Element && Is(xml, "feed") ? ReadFeed(xml) : AtomRefusals.NotAtom;
        }
        catch (Exception wrong) when (wrong is XmlException or ArgumentException)
        {
            // Not well-formed, or in an encoding that is not known.
            return AtomRefusals.NotAtom;
        }
    }

    private static Outcome<AtomFeed> ReadFeed(XmlReader xml)
    {
        var id = string.Empty;
        DateTimeOffset? renewedAt = null;
        var entries = new List<AtomEntry>();
        while (Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 1)
            {
                continue;
            }

            if (Is(xml, "updated"))
            {
                renewedAt = Time(Text(xml));
            }
            else if (Is(xml, "id"))
            {
                id = Text(xml);
            }
            else if (Is(xml, "entry"))
            {
                if (entries.Count == MaxEntries)
                {
                    return AtomRefusals.TooMany;
                }

                entries.Add(ReadEntry(xml));
            }
        }

        return new AtomFeed(renewedAt, entries) { Id = id };
    }

    private static AtomEntry ReadEntry(XmlReader xml)
    {
        var (title, id, link) = (string.Empty, string.Empty, string.Empty);
        DateTimeOffset? updatedAt = null;
        if (!xml.IsEmptyElement)
        {
            while (Next(xml) && xml.Depth > 1)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2)
                {
                    continue;
                }

                switch (Is(xml, xml.LocalName) ? xml.LocalName : string.Empty)
                {
                    case "title":
                        title = Text(xml, MaxText);
                        break;
                    case "id":
                        id = Text(xml);
                        break;
                    case "updated":
                        updatedAt = Time(Text(xml));
                        break;
                    case "link" when link.Length == 0 && xml.GetAttribute("rel") is null or "alternate":
                        link = Cut((xml.GetAttribute("href") ?? string.Empty).Trim(), MaxAddress);
                        break;
                }
            }
        }

        return new AtomEntry(title, link.Length > 0 ? link : id, updatedAt);
    }

    private static bool Next(XmlReader xml) =>
        xml.Read() && (xml.Depth <= MaxDepth ? true : throw new XmlException("No feed is nested that deep."));

    private static bool Is(XmlReader xml, string name) => xml.LocalName == name && xml.NamespaceURI == Atom;

    /// <summary>The text of the element at hand, cut; leaves the reader at its end.</summary>
    private static string Text(XmlReader xml, int most = MaxAddress)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var depth = xml.Depth;
        var text = new StringBuilder();
        while (Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text.Length < most)
            {
                text.Append(Cut(xml.Value, most - text.Length));
            }
        }

        return text.ToString().Trim();
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    /// <summary>RFC 3339 with an offset; anything else is no time.</summary>
    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
