using System.Xml;
using Chiyoda.Bousai.Telegrams.Cap.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Tells by its root whether a document is a matter of CAP; names of files say nothing.</summary>
public static class CapDetection
{
    /// <summary>Whether the document is an alert of whatever version, or something that carries alerts (Atom, EDXL).</summary>
    /// <param name="bytes">The document as it was received; only what stands before its root is looked at.</param>
    /// <returns><see langword="false"/> also for what is larger than any alert, or cannot be read as far as its root.</returns>
    public static bool IsForCap(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > CapReader.MaxBytes || CapLimits.IsCrowded(bytes.Span))
        {
            return false;
        }

        try
        {
            using var xml = new CapXml(CapReader.Open(bytes), CapReader.MaxBytes, DtdProcessing.Ignore);
            return xml.MoveToRoot() && CapReader.RefusalOfRoot(xml.Name, xml.Namespace) != CapRefusals.NotAlert;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
