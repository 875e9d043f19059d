using System.Text;
using System.Xml;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Sets well-formed octets out in lines for the eye. Whoever sent them must not choose how much memory that takes.</summary>
internal static class RawXml
{
    /// <summary>Each level costs two characters on every line below it.</summary>
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    private static readonly XmlWriterSettings Writing = new() { Indent = true, OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment };

    /// <returns>The text, cut soon after <paramref name="maxCharacters"/>; <see langword="null"/> when it is not well-formed so far or nested too deep.</returns>
    public static string? Indent(byte[] octets, int maxCharacters)
    {
        var text = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(octets), Reading);
            using var writer = XmlWriter.Create(text, Writing);
            while (text.Length <= maxCharacters && reader.Read())
            {
                if (reader.Depth > MaxDepth)
                {
                    return null;
                }

                Copy(reader, writer);
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return text.ToString();
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (reader.IsEmptyElement)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
        }
    }
}
