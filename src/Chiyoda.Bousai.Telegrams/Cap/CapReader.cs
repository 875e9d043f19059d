using System.Runtime.InteropServices;
using System.Xml;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Cap.Signatures;
using Chiyoda.Bousai.Telegrams.Cap.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>
/// Reads an alert of CAP 1.0, 1.1 or 1.2 from its bytes. It is read only when it is valid against the OASIS schema of its version;
/// otherwise the refusal names the rule.
/// </summary>
/// <remarks>
/// One forward pass; a second over the same bytes only when the alert is signed. Memory in proportion to the bytes, no network, no
/// document type declaration, no entity. Thread-safe.
/// </remarks>
public static class CapReader
{
    /// <summary>The largest alert that is read: 4 MB. The largest collected has 0.9 MB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads one alert.</summary>
    /// <param name="bytes">The document as it was received, in any encoding of UTF-8, UTF-16, ISO-8859-1 or ASCII that it declares.</param>
    /// <returns>
    /// The alert, or <c>cap.too-large</c>, <c>cap.dtd</c>, <c>cap.not-xml</c>, <c>cap.too-many</c>; <c>cap.atom</c>, <c>cap.edxl</c>,
    /// <c>cap.not-alert</c>, <c>cap.unknown-version</c> for other documents; <c>cap.missing-element</c>, <c>cap.unexpected-element</c>,
    /// <c>cap.value</c>, <c>cap.text</c>, <c>cap.attribute</c> for a broken rule.
    /// </returns>
    public static Outcome<CapAlert> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return CapRefusals.TooLarge;
        }

        if (CapLimits.IsCrowded(bytes.Span))
        {
            return CapRefusals.TooMany;
        }

        try
        {
            using var xml = new CapXml(Open(bytes), MaxBytes);
            if (!xml.MoveToRoot())
            {
                return CapRefusals.NotXml;
            }

            if (RefusalOfRoot(xml.Name, xml.Namespace) is { } refusal)
            {
                return refusal;
            }

            var version = CapNamespaces.VersionOf(xml.Namespace)!.Value;
            var alert = xml.ReadAlert(version);
            return CapFacts.Of(version, alert, sent => xml.IsSigned ? SignatureCheck.Of(Open(bytes), sent.At) : CapSignature.None);
        }
        catch (CapRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (XmlException)
        {
            return HasDocumentType(bytes) ? CapRefusals.DocumentType : CapRefusals.NotXml;
        }
    }

    internal static MemoryStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>Why a document with this root is no alert; <see langword="null"/> when it is one.</summary>
    internal static Refusal? RefusalOfRoot(string name, string space) => (name, space) switch
    {
        ("alert", _) when CapNamespaces.VersionOf(space) is not null => null,
        (_, CapNamespaces.Atom) => CapRefusals.Atom,
        _ when space.StartsWith(CapNamespaces.EdxlRoot, StringComparison.Ordinal) => CapRefusals.Edxl,
        ("alert", _) => CapRefusals.UnknownVersion,
        _ => CapRefusals.NotAlert,
    };

    // A document that reaches its root only when its document type declaration is passed over has one.
    private static bool HasDocumentType(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var strict = new CapXml(Open(bytes), MaxBytes);
            strict.MoveToRoot();
            return false;
        }
        catch (XmlException)
        {
        }

        try
        {
            using var lenient = new CapXml(Open(bytes), MaxBytes, DtdProcessing.Ignore);
            return lenient.MoveToRoot();
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
