namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>What is taken from one alert at most; each is a multiple of what national services have published.</summary>
internal static class CapLimits
{
    /// <summary>Nested elements; an alert nests 5, a signature within a signature 8 more.</summary>
    public const int Depth = 32;

    /// <summary>Elements; the largest alert collected has below 2,000.</summary>
    public const int Elements = 50_000;

    /// <summary>Characters of a wrong value that a refusal repeats.</summary>
    public const int QuotedCharacters = 60;

    /// <summary>Entries of an index that are taken.</summary>
    public const int IndexEntries = 5_000;
}
