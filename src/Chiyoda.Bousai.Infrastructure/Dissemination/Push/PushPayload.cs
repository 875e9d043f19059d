using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.WebPush;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>
/// Declarative web push JSON, one body for every browser: Safari shows it without a service worker, ours reads the same elsewhere.
/// The receipt token, which differs per recipient, has a fixed length and is put in when sending.
/// </summary>
internal static class PushPayload
{
    /// <summary>Stands where the token goes; no text of ours contains it.</summary>
    private static readonly byte[] Placeholder = Enumerable.Repeat((byte)'.', ReceiptTokens.Characters).ToArray();

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The octets, or <see langword="null"/> when title and areas alone are too much. A body that is too long loses its end,
    /// never the title with the level, never an area.</returns>
    public static ReadOnlyMemory<byte>? Write(Outgoing message, RenderedMessage text, Uri? publicUrl)
    {
        var body = text.Body;
        while (true)
        {
            var octets = Write(message, text.Title, body, text.Language, publicUrl);
            var excess = octets.Length - PushEncryption.MaxPlaintextOctets;
            if (excess <= 0)
            {
                return octets;
            }

            if (body.Length <= 1)
            {
                return null;
            }

            body = Shorten(body, excess);
        }
    }

    /// <summary>A copy with a recipient's token.</summary>
    public static byte[] For(ReadOnlySpan<byte> payload, string token)
    {
        var copy = payload.ToArray();
        Encoding.ASCII.GetBytes(token, copy.AsSpan(copy.AsSpan().LastIndexOf(Placeholder), Placeholder.Length));
        return copy;
    }

    /// <summary>Reads back what was written, by a reader of its own.</summary>
    public static EchoedMessage? Read(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.TryGetProperty("notification", out var notification)
            && notification.TryGetProperty("title", out var title)
            && notification.TryGetProperty("data", out var data)
            && data.TryGetProperty("id", out var id) && id.TryGetGuid(out var messageId)
            && data.TryGetProperty("areas", out var areas) && areas.ValueKind == JsonValueKind.Array
            ? new EchoedMessage(title.GetString() ?? string.Empty, messageId, [.. areas.EnumerateArray().Select(area => area.GetString() ?? string.Empty)])
            : null;
    }

    private static ReadOnlyMemory<byte> Write(Outgoing message, string title, string body, string language, Uri? publicUrl)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("web_push", 8030);
            json.WriteStartObject("notification");
            json.WriteString("title", title);
            json.WriteString("body", body);
            json.WriteString("navigate", PageOf(message, language, publicUrl));
            json.WriteString("lang", TagOf(language));
            json.WriteString("tag", TagOf(message));
            json.WriteStartObject("data");
            json.WriteString("id", message.MessageId.ToString("D"));
            WriteSubject(json, message);
            json.WriteString("issuedAt", message.StatedAt.ToJapan());
            json.WriteStartArray("areas");
            foreach (var area in message.Areas)
            {
                json.WriteStringValue(area);
            }

            json.WriteEndArray();
            json.WriteString("receipt", Placeholder);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>What a newer message takes the place of on the screen; an order's is its bare id.</summary>
    private static string TagOf(Outgoing message) => message switch
    {
        StandingRelease => $"relay:{message.TopicId:D}",
        NoticeRelease => $"notice:{message.TopicId:D}",
        _ => message.TopicId.ToString("D"),
    };

    /// <summary>A relay or a notice never looks like an order: it names none, and says what it is.</summary>
    private static void WriteSubject(Utf8JsonWriter json, Outgoing message)
    {
        if (message is OrderRelease release)
        {
            json.WriteString("order", release.OrderId.ToString("D"));
            json.WriteNumber("version", release.OrderVersion);
        }
        else if (message is NoticeRelease notice)
        {
            json.WriteString("kind", "notice");
            json.WriteNumber("version", notice.NoticeVersion);
        }
        else
        {
            json.WriteString("kind", message is StandingRelease { Rule.Test: not null } ? "test" : "relay");
        }
    }

    private static string Shorten(string body, int excessOctets)
    {
        const char more = '…';
        var keep = body.Length;
        for (var freed = -Encoding.UTF8.GetByteCount([more]); keep > 0 && freed < excessOctets;)
        {
            keep -= keep > 1 && char.IsLowSurrogate(body[keep - 1]) ? 2 : 1;
            freed = Encoding.UTF8.GetByteCount(body.AsSpan(keep)) - Encoding.UTF8.GetByteCount([more]);
        }

        return body[..keep] + more;
    }

    /// <summary>The page in the reader's language: Japanese at the root, the others below their tag.</summary>
    private static string PageOf(Outgoing message, string language, Uri? publicUrl)
    {
        var path = (language == "ja" ? "/" : $"/{language}/") + (message is NoticeRelease ? "notices" : string.Empty);
        return publicUrl is null ? path : publicUrl.AbsoluteUri.TrimEnd('/') + path;
    }

    /// <summary>Easy Japanese is Japanese: its tag in our files is no language tag of BCP 47.</summary>
    private static string TagOf(string language) => language.StartsWith("ja", StringComparison.Ordinal) ? "ja" : language;
}
