using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>How large a message would be, before it is decided and may be written.</summary>
public static class PushSize
{
    /// <summary>Braces, names and the parts of fixed length of <see cref="PushPayload"/>, without address, receipt, texts and areas.</summary>
    private const int Frame = 310;

    /// <summary>Octets of an order's payload, to some twenty.</summary>
    /// <param name="title">The title, with the mark of an exercise where it is one.</param>
    /// <param name="body">The body.</param>
    /// <param name="areas">Area codes.</param>
    /// <param name="publicUrl">Address of the portal; <see langword="null"/> when it is not set.</param>
    public static int Of(string title, string body, IReadOnlyList<string> areas, Uri? publicUrl) =>
        Frame + ReceiptTokens.Characters + Octets(title) + Octets(body) + areas.Sum(area => area.Length + 3) + (publicUrl?.AbsoluteUri.Length ?? 1);

    private static int Octets(string text) =>
        Encoding.UTF8.GetByteCount(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
}
