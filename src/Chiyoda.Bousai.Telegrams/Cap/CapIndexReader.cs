using System.Text;
using System.Xml;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Cap.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>
/// Reads a feed of alerts, Atom or RSS 2.0: what it lists, by link or with the alert inside. A feed that breaks rules of its form is read as far as it
/// says something; an alert inside is judged as strictly as any other.
/// </summary>
/// <remarks>One forward pass, no network, no document type declaration. Thread-safe.</remarks>
public static class CapIndexReader
{
    /// <summary>Reads one feed.</summary>
    /// <param name="bytes">The document as it was received.</param>
    /// <returns>The index, or <c>cap.too-large</c>, <c>cap.not-xml</c> (also for a document type declaration), <c>cap.too-many</c>,
    /// <c>cap.not-atom</c>.</returns>
    public static Outcome<CapIndex> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > CapReader.MaxBytes)
        {
            return CapRefusals.TooLarge;
        }

        if (CapLimits.IsCrowded(bytes.Span))
        {
            return CapRefusals.TooMany;
        }

        try
        {
            using var reader = XmlReader.Create(CapReader.Open(bytes), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = CapReader.MaxBytes,
                CloseInput = true,
            });
            return reader.MoveToContent() == XmlNodeType.Element && Is(reader, "feed") ? Feed(reader)
                : reader is { NodeType: XmlNodeType.Element, LocalName: "rss", NamespaceURI: "" } ? CapRss.Read(reader)
                : CapRefusals.NotAtom;
        }
        catch (CapRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (XmlException)
        {
            return CapRefusals.NotXml;
        }
    }

    private static CapIndex Feed(XmlReader reader)
    {
        string? id = null;
        DateTimeOffset? updatedAt = null;
        List<CapIndexEntry> entries = [];
        Children(reader, () =>
        {
            if (Is(reader, "entry"))
            {
                entries.Add(entries.Count < CapLimits.IndexEntries ? Entry(reader) : throw new CapRefusedException(CapRefusals.TooMany));
            }
            else if (Is(reader, "id"))
            {
                id = Text(reader);
            }
            else if (Is(reader, "updated"))
            {
                updatedAt = Instant(reader);
            }
            else
            {
                reader.Skip();
            }
        });
        while (reader.Read())
        {
        }

        return new CapIndex(id, updatedAt, entries);
    }

    private static CapIndexEntry Entry(XmlReader reader)
    {
        var entry = new CapIndexEntry { Links = [] };
        List<Uri> links = [];
        Children(reader, () =>
        {
            switch (reader.LocalName)
            {
                case "link" when Is(reader, "link"):
                    entry = Link(reader, links) ? entry : entry with { RefusedLinks = entry.RefusedLinks + 1 };
                    reader.Skip();
                    break;
                case "id" when Is(reader, "id"):
                    entry = entry with { Id = Text(reader) };
                    break;
                case "title" when Is(reader, "title"):
                    entry = entry with { Title = Text(reader) };
                    break;
                case "updated" when Is(reader, "updated"):
                    entry = entry with { UpdatedAt = Instant(reader) };
                    break;
                case "alert":
                    entry = WithAlert(entry, reader);
                    break;
                case "content" when Is(reader, "content"):
                    Children(reader, () =>
                    {
                        if (reader.LocalName == "alert")
                        {
                            entry = WithAlert(entry, reader);
                        }
                        else
                        {
                            reader.Skip();
                        }
                    });
                    break;
                default:
                    reader.Skip();
                    break;
            }
        });
        return entry with { Links = links };
    }

    internal static CapIndexEntry WithAlert(CapIndexEntry entry, XmlReader reader)
    {
        var octets = Encoding.UTF8.GetBytes(reader.ReadOuterXml());
        return CapReader.Read(octets).TryGet(out var alert, out var refusal)
            ? entry with { Alert = alert, AlertOctets = octets }
            : entry with { AlertOctets = octets, AlertRefusal = refusal };
    }

    private static bool Link(XmlReader reader, List<Uri> links)
    {
        // RFC 4287 §4.2.7.2: without rel it is the alternate form of the entry, here the alert.
        if (reader.GetAttribute("rel") is not (null or "alternate" or "enclosure" or "related"))
        {
            return true;
        }

        return Add(reader.GetAttribute("href"), links);
    }

    /// <returns>Whether it is an address of http or https.</returns>
    internal static bool Add(string? text, List<Uri> links)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return false;
        }

        links.Add(uri);
        return true;
    }

    // Each visit has to move past the element on which the reader stands.
    internal static void Children(XmlReader reader, Action visit)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                visit();
            }
            else
            {
                reader.Read();
            }
        }

        reader.Read();
    }

    internal static string? Text(XmlReader reader)
    {
        var text = new StringBuilder();
        using (var inner = reader.ReadSubtree())
        {
            while (inner.Read())
            {
                text.Append(inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? inner.Value : string.Empty);
            }
        }

        reader.Read();
        return text.Length == 0 ? null : text.ToString().Trim();
    }

    private static DateTimeOffset? Instant(XmlReader reader) => XsdDateTime.TryParse(Text(reader) ?? string.Empty, out var at) ? at : null;

    private static bool Is(XmlReader reader, string name) => reader.LocalName == name && reader.NamespaceURI == CapNamespaces.Atom;
}
