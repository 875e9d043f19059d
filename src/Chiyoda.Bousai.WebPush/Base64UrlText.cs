using System.Buffers.Text;

namespace Chiyoda.Bousai.WebPush;

/// <summary>Base64url as web push writes it: without padding out, with or without padding in.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4648#section-5">RFC 4648 section 5</seealso>
internal static class Base64UrlText
{
    public static string Encode(ReadOnlySpan<byte> octets) => Base64Url.EncodeToString(octets);

    /// <returns>The octets, or <c>null</c> when the text holds anything but base64url, blanks included.</returns>
    public static byte[]? Decode(string? text)
    {
        if (text is null || text.AsSpan().ContainsAny(" \t\r\n") || !Base64Url.IsValid(text, out var length))
        {
            return null;
        }

        var octets = new byte[length];
        return Base64Url.TryDecodeFromChars(text, octets, out var written) && written == length ? octets : null;
    }
}
