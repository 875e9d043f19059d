namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>One name in the languages of the ward. Japanese is always there; nothing is ever translated by a machine.</summary>
/// <param name="Texts">Text by language tag (<c>ja</c>, <c>ja-easy</c>, <c>en</c> …); <c>ja</c> is required.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The tag of Japanese, the language every text has.</summary>
    public const string Japanese = "ja";

    /// <summary>The tag of easy Japanese (やさしい日本語).</summary>
    public const string EasyJapanese = "ja-easy";

    /// <summary>The Japanese text.</summary>
    public string Ja => Texts[Japanese];

    /// <summary>The text in a language.</summary>
    /// <param name="language">A language tag.</param>
    /// <returns>That text, or the Japanese one when the language is not there: a name may stay Japanese, a sentence may not.</returns>
    public string In(string language) => Texts.TryGetValue(language, out var text) ? text : Ja;

    /// <summary>A text that exists in Japanese alone, typed by a person.</summary>
    /// <param name="text">The Japanese text.</param>
    /// <returns>The text in one language.</returns>
    public static LocalizedText OfJapanese(string text) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { [Japanese] = text });

    /// <summary>Same languages, same words.</summary>
    /// <param name="other">Another text.</param>
    /// <returns>Whether every language carries the same words.</returns>
    public bool Equals(LocalizedText? other) =>
        other is not null
        && Texts.Count == other.Texts.Count
        && Texts.All(pair => other.Texts.TryGetValue(pair.Key, out var text) && text == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Ja);
}
