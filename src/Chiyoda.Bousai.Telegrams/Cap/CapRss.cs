using System.Globalization;
using System.Xml;
using Chiyoda.Bousai.Telegrams.Cap.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Reads a feed of alerts in RSS 2.0, which many national services publish: <c>link</c> or <c>enclosure</c> of an item leads to the alert.</summary>
/// <seealso href="https://www.rssboard.org/rss-specification"/>
internal static class CapRss
{
    /// <summary>RFC 822 with a year of four digits, as the specification asks for.</summary>
    private static readonly string[] Forms = ["ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm zzz", "d MMM yyyy HH:mm zzz"];

    public static CapIndex Read(XmlReader reader)
    {
        DateTimeOffset? updatedAt = null;
        List<CapIndexEntry> entries = [];
        CapIndexReader.Children(reader, () =>
        {
            if (reader is not { LocalName: "channel", NamespaceURI: "" })
            {
                reader.Skip();
                return;
            }

            CapIndexReader.Children(reader, () =>
            {
                switch (reader)
                {
                    case { LocalName: "item", NamespaceURI: "" }:
                        entries.Add(entries.Count < CapLimits.IndexEntries ? Item(reader) : throw new CapRefusedException(CapRefusals.TooMany));
                        break;
                    case { LocalName: "lastBuildDate" or "pubDate", NamespaceURI: "" }:
                        updatedAt = Instant(CapIndexReader.Text(reader)) ?? updatedAt;
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            });
        });
        while (reader.Read())
        {
        }

        return new CapIndex(null, updatedAt, entries);
    }

    private static CapIndexEntry Item(XmlReader reader)
    {
        var entry = new CapIndexEntry { Links = [] };
        List<Uri> links = [];
        CapIndexReader.Children(reader, () =>
        {
            switch (reader)
            {
                case { LocalName: "link", NamespaceURI: "" }:
                    entry = CapIndexReader.Add(CapIndexReader.Text(reader), links) ? entry : entry with { RefusedLinks = entry.RefusedLinks + 1 };
                    break;
                case { LocalName: "enclosure", NamespaceURI: "" }:
                    entry = CapIndexReader.Add(reader.GetAttribute("url"), links) ? entry : entry with { RefusedLinks = entry.RefusedLinks + 1 };
                    reader.Skip();
                    break;
                case { LocalName: "guid", NamespaceURI: "" }:
                    entry = entry with { Id = CapIndexReader.Text(reader) };
                    break;
                case { LocalName: "title", NamespaceURI: "" }:
                    entry = entry with { Title = CapIndexReader.Text(reader) };
                    break;
                case { LocalName: "pubDate", NamespaceURI: "" }:
                    entry = entry with { UpdatedAt = Instant(CapIndexReader.Text(reader)) };
                    break;
                case { LocalName: "alert" }:
                    entry = CapIndexReader.WithAlert(entry, reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        });
        return entry with { Links = links };
    }

    private static DateTimeOffset? Instant(string? text)
    {
        var words = (text ?? string.Empty).Replace("GMT", "+00:00", StringComparison.Ordinal).Replace("UTC", "+00:00", StringComparison.Ordinal);
        words = words.Length > 5 && words[^5] is '+' or '-' ? $"{words[..^2]}:{words[^2..]}" : words;
        return DateTimeOffset.TryParseExact(words, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var at) ? at : null;
    }
}
