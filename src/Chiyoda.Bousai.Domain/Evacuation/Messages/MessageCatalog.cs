using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>
/// The message templates of every language of the ward. All languages offer the same keys; the pack loader refuses a
/// catalogue where one does not, where a slot is unknown or missing, or where the longest names do not fit.
/// </summary>
/// <param name="ward">The ward's name.</param>
/// <param name="languages">Templates by language tag.</param>
public sealed class MessageCatalog(LocalizedText ward, IReadOnlyDictionary<string, LanguageTemplates> languages)
{
    /// <summary>Templates by language tag.</summary>
    public IReadOnlyDictionary<string, LanguageTemplates> Languages => languages;

    /// <summary>What can be said: the keys of the Japanese templates. Screens offer nothing else.</summary>
    public IEnumerable<MessageKey> Keys => languages[LocalizedText.Japanese].Templates.Keys;

    /// <summary>The languages in which a reader is served.</summary>
    /// <param name="wanted">The language the reader asked for.</param>
    /// <param name="checkedOnly">Whether unchecked texts are left out, as Live does (design rule 4).</param>
    /// <returns>The wanted language alone when it may be said; otherwise, visibly, easy Japanese, English and Japanese together,
    /// each as far as it may be said. Japanese is always among them: Live does not start without checked Japanese.</returns>
    public IReadOnlyList<string> Serve(string wanted, bool checkedOnly)
    {
        bool May(string language) =>
            language == LocalizedText.Japanese
            || (languages.TryGetValue(language, out var templates) && (!checkedOnly || templates.CheckedBy is not null));

        return May(wanted)
            ? [wanted]
            : [.. new[] { LocalizedText.EasyJapanese, "en", LocalizedText.Japanese }.Where(May)];
    }

    /// <summary>Whether there is a template for an act.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <param name="act">The act.</param>
    /// <param name="level">The level, or <see langword="null"/>.</param>
    /// <param name="action">The action; ignored for a lift.</param>
    /// <returns>The answer.</returns>
    public bool Offers(Hazard hazard, Act act, int? level, EvacuationAction action) =>
        languages[LocalizedText.Japanese].Templates.ContainsKey(MessageKey.For(hazard, act, level, action));

    /// <summary>
    /// Renders a message in the first language of a list that has templates. When the reader asked for another language, the title in the next one
    /// follows in the body, as far as it is no Japanese again: who does not read easy Japanese sees level, kind and hazard in English.
    /// </summary>
    /// <param name="languageOrder">The wanted language, then the fallbacks; Live leaves unchecked languages out (design rule 4).</param>
    /// <param name="hazard">The hazard.</param>
    /// <param name="act">The act.</param>
    /// <param name="level">The level after the act (for a lift: the level that ends), or <see langword="null"/>.</param>
    /// <param name="action">The action of the order.</param>
    /// <param name="slots">What it speaks of.</param>
    /// <returns>The message, and the language it is in.</returns>
    /// <exception cref="InvalidOperationException">The catalogue does not offer this key, or no language of the list exists:
    /// the caller did not ask <see cref="Offers"/>.</exception>
    public RenderedMessage Render(
        IReadOnlyList<string> languageOrder, Hazard hazard, Act act, int? level, EvacuationAction action, MessageSlots slots)
    {
        var key = MessageKey.For(hazard, act, level, action);
        var messages = languageOrder
            .Select(language => languages.TryGetValue(language, out var templates) && templates.Templates.TryGetValue(key, out var template)
                ? MessageRenderer.Render(ward, templates, template, slots)
                : null)
            .OfType<RenderedMessage>()
            .ToList();
        return messages switch
        {
            [] => throw new InvalidOperationException($"No message {key} in {string.Join(", ", languageOrder)}."),
            [var first, var second, ..] when second.Language != LocalizedText.Japanese => first.EndingWith($"\n{second.Title}"),
            [var first, ..] => first,
        };
    }

    /// <summary>Renders a message in one language.</summary>
    /// <param name="language">The language tag.</param>
    /// <param name="hazard">The hazard.</param>
    /// <param name="act">The act.</param>
    /// <param name="level">The level after the act (for a lift: the level that ends), or <see langword="null"/>.</param>
    /// <param name="action">The action of the order.</param>
    /// <param name="slots">What it speaks of.</param>
    /// <returns>The message.</returns>
    /// <exception cref="InvalidOperationException">The catalogue does not offer this key or language.</exception>
    public RenderedMessage Render(
        string language, Hazard hazard, Act act, int? level, EvacuationAction action, MessageSlots slots) =>
        Render([language], hazard, act, level, action, slots);
}
