namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>What is taken from one alert at most; each is a multiple of what national services have published.</summary>
internal static class CapLimits
{
    /// <summary>Nested elements; an alert nests 5, a signature within a signature 8 more.</summary>
    public const int Depth = 32;

    /// <summary>Elements; the largest alert collected has below 2,000.</summary>
    public const int Elements = 50_000;

    /// <summary>Equals signs, and with them attributes; all attributes of one element are read at once, at a cost that grows faster than
    /// their number. The largest feed collected has 501; CAP 1.0 writes one for each of its codes.</summary>
    public const int EqualsSigns = 20_000;

    /// <summary>Declarations of namespaces, whose cost grows in the same way.</summary>
    public const int NamespaceDeclarations = 2_000;

    /// <summary>Characters of a wrong value that a refusal repeats.</summary>
    public const int QuotedCharacters = 60;

    /// <summary>Entries of an index that are taken.</summary>
    public const int IndexEntries = 5_000;

    /// <summary>Whether a document holds more attributes or namespaces than any alert, judged by its octets before a parser sees them.</summary>
    public static bool IsCrowded(ReadOnlySpan<byte> bytes) =>
        bytes.Count((byte)'=') > EqualsSigns
        || bytes.Count("xmlns"u8) + bytes.Count("x\0m\0l\0n\0s"u8) > NamespaceDeclarations;
}
