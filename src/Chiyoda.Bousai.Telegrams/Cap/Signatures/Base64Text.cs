using System.Buffers.Text;

namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>Base64 as <c>xs:base64Binary</c> defines it: blanks do not count, bits that stand for nothing are zero.</summary>
internal static class Base64Text
{
    /// <summary>The octets of a text.</summary>
    /// <param name="text">A text; <see langword="null"/> is none.</param>
    /// <param name="maxCharacters">The most that it may have.</param>
    /// <returns><see langword="null"/> when it is missing, too long, or not Base64 to the last bit.</returns>
    public static byte[]? Decode(string? text, int maxCharacters = 64 * 1024)
    {
        if (text is null || text.Length > maxCharacters)
        {
            return null;
        }

        var plain = string.Concat(text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length == 0 || !Base64.IsValid(plain))
        {
            return null;
        }

        // Two texts must not stand for the same octets: otherwise a text could be changed and still be called the signed one.
        var octets = Convert.FromBase64String(plain);
        return Convert.ToBase64String(octets) == plain ? octets : null;
    }
}
