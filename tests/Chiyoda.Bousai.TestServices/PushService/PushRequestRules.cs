using System.Buffers;
using System.Globalization;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>The rules that the real push services apply between them, all at once.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030 section 5</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8291#section-4">RFC 8291 section 4</seealso>
public static class PushRequestRules
{
    public const int MaxBodyOctets = 4096;
    private const int HeaderOctets = 86;
    private const int LeastRecordOctets = 17;

    private static readonly string[] Urgencies = ["very-low", "low", "normal", "high"];

    private static readonly SearchValues<char> TopicCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <returns>The first rule that is broken, or <c>null</c>.</returns>
    public static PushRefusal? FindRefusal(IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        if (ReadTtl(headers) is null)
        {
            return new(400, "TTL is missing or not a number of seconds");
        }

        if (headers.TryGetValue("Urgency", out var urgency) && !Urgencies.Contains(urgency))
        {
            return new(400, "Urgency is none of the four");
        }

        if (headers.TryGetValue("Topic", out var topic)
            && (topic.Length is < 1 or > 32 || topic.AsSpan().ContainsAnyExcept(TopicCharacters)))
        {
            return new(400, "Topic is not 1 to 32 base64url characters");
        }

        if (body.Length > MaxBodyOctets)
        {
            return new(413, "body is longer than 4096 octets");
        }

        return body.Length == 0 ? null : FindContentRefusal(headers, body);
    }

    /// <returns>The seconds a message is kept, or <c>null</c> when they cannot be read.</returns>
    public static long? ReadTtl(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue("TTL", out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static PushRefusal? FindContentRefusal(IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        if (headers.GetValueOrDefault("Content-Encoding") != "aes128gcm")
        {
            return new(400, "Content-Encoding is not aes128gcm");
        }

        if (body.Length < HeaderOctets + LeastRecordOctets)
        {
            return new(400, "body has no record");
        }

        EncryptedHeader header;
        try
        {
            header = EncryptedContent.ReadHeader(body);
        }
        catch (InvalidDataException e)
        {
            return new(400, e.Message);
        }

        if (header.KeyId.Length != 65 || header.KeyId[0] != 4)
        {
            return new(400, "key id is no uncompressed point");
        }

        return header.RecordSize <= body.Length - HeaderOctets ? new(400, "record size is not above the one record") : null;
    }
}
