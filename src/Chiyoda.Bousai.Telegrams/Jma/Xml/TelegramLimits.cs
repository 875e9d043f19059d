namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>
/// What is taken from one telegram at most. Telegrams come over a network from programs of others: whatever they hold, reading,
/// keeping and showing them must cost little. Each limit is a multiple of what JMA has ever published (samples up to 2026).
/// </summary>
internal static class TelegramLimits
{
    /// <summary>Characters of a name, a code or another single word. The longest published has 44 (EventID of a tsunami telegram
    /// for three earthquakes). Stream keys of the store hold 200.</summary>
    public const int WordCharacters = 128;

    /// <summary>Characters of a text for people. The longest published in a kind that is read has 3,015.</summary>
    public const int TextCharacters = 20_000;

    /// <summary>Elements of a telegram. Of those published the largest has 17,016; 集約通報, of all municipalities of the country, has about
    /// 6 MB, which is some 200,000.</summary>
    public const int Elements = 400_000;

    /// <summary>Kinds by area. The headline says «these kinds for these areas», so that a few octets can mean very many; the
    /// largest published has below 2,000.</summary>
    public const int Items = 20_000;

    /// <summary>Nested elements. The deepest published telegram nests 13.</summary>
    public const int Depth = 64;

    /// <summary>Characters of a word that a notice repeats to the operator.</summary>
    public const int NoticeCharacters = 100;

    /// <summary>Stops the reading when a list has grown beyond <see cref="Items"/>.</summary>
    /// <exception cref="TelegramLimitException">It has.</exception>
    public static void CheckItems(int count)
    {
        if (count > Items)
        {
            throw new TelegramLimitException($"More than {Items} kinds by area.");
        }
    }

    /// <summary>Cuts a text, never inside a character, and ends it with «…».</summary>
    /// <param name="text">Any text.</param>
    /// <param name="characters">The most that it may have.</param>
    /// <returns>The text itself when it is short enough.</returns>
    public static string Cut(string text, int characters)
    {
        if (text.Length <= characters)
        {
            return text;
        }

        var end = characters - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
