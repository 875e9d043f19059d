using System.Runtime.InteropServices;
using System.Xml;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Reads a telegram of 気象庁防災情報XML from its bytes. Anything that can be read is read, with what is unknown kept raw
/// and reported; whatever is not a whole telegram is refused, never half read.
/// </summary>
/// <remarks>
/// One forward pass, memory in proportion to the bytes, no network, no document type declaration, no entity. Thread-safe.
/// </remarks>
public static class JmaTelegramReader
{
    /// <summary>The largest telegram that is read: 8 MB. 集約通報 (VPWS50) has about 6 MB, any other that was published below 0.5 MB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Reads one telegram.</summary>
    /// <param name="bytes">The document as it was received.</param>
    /// <returns>
    /// The telegram, or <c>telegrams.empty</c>, <c>telegrams.too-large</c>, <c>telegrams.encoding</c>, <c>telegrams.dtd</c>,
    /// <c>telegrams.not-xml</c>, <c>telegrams.too-many</c>, <c>telegrams.not-jma</c>, <c>telegrams.incomplete-envelope</c>.
    /// </returns>
    public static Outcome<JmaTelegram> Read(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length > MaxBytes)
        {
            return TelegramRefusals.TooLarge;
        }

        if (span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return TelegramRefusals.Empty;
        }

        if (!Prolog.IsUtf8(span))
        {
            return TelegramRefusals.Encoding;
        }

        if (Prolog.HasDocumentType(span))
        {
            return TelegramRefusals.DocumentType;
        }

        try
        {
            var notices = new NoticeList();
            using var xml = new TelegramXml(Open(bytes), MaxBytes, notices);
            return ReportReader.Read(xml, notices);
        }
        catch (TelegramLimitException)
        {
            return TelegramRefusals.TooMany;
        }
        catch (XmlException)
        {
            return TelegramRefusals.NotXml;
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
