using System.Xml;
using Chiyoda.Bousai.Telegrams.Cap.Xml;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Tells by its root whether a document is a matter of CAP; names of files say nothing.</summary>
public static class CapDetection
{
    /// <summary>Octets within which every root begins.</summary>
    private const int Begin = 64 * 1024;

    /// <summary>Whether the document is an alert of whatever version, or something that carries alerts (Atom, EDXL).</summary>
    /// <param name="bytes">The document as it was received; only its begin is looked at, however large it is.</param>
    /// <returns><see langword="false"/> also for what cannot be read as far as its root and has neither the name of an alert nor a namespace of CAP.</returns>
    public static bool IsForCap(ReadOnlyMemory<byte> bytes)
    {
        var begin = bytes[..Math.Min(bytes.Length, Begin)];
        try
        {
            if (!CapLimits.IsCrowded(begin.Span))
            {
                using var xml = new CapXml(CapReader.Open(begin), Begin, DtdProcessing.Ignore);
                return xml.MoveToRoot() && CapReader.RefusalOfRoot(xml.Name, xml.Namespace) != CapRefusals.NotAlert;
            }
        }
        catch (XmlException)
        {
            // Cut off within the root, or in an encoding that is not read: its name or the namespace tells.
        }

        return Prolog.RootName(begin.Span) == "alert" || begin.Span.IndexOf("urn:oasis:names:tc:emergency:cap"u8) >= 0 || begin.Span.IndexOf("http://www.incident.com/cap/"u8) >= 0;
    }
}
