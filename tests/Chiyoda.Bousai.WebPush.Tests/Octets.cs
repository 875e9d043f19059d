using System.Buffers.Text;

namespace Chiyoda.Bousai.WebPush.Tests;

/// <summary>Octets as the RFCs print them.</summary>
internal static class Octets
{
    public static byte[] FromBase64Url(string text) => Base64Url.DecodeFromChars(text);

    public static string ToBase64Url(ReadOnlySpan<byte> octets) => Base64Url.EncodeToString(octets);
}
