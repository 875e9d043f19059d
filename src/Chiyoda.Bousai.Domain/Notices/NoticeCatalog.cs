using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>The templates of notices and their words in every language that has some; Japanese always has. Immutable and thread-safe.</summary>
/// <param name="ward">Name of the municipality.</param>
/// <param name="templates">The templates by id, in the order in which they are offered.</param>
/// <param name="languages">By language tag.</param>
/// <param name="places">Names of registered places by their Japanese name.</param>
public sealed class NoticeCatalog(
    LocalizedText ward,
    IReadOnlyDictionary<string, NoticeTemplate> templates,
    IReadOnlyDictionary<string, NoticeLanguage> languages,
    IReadOnlyDictionary<string, LocalizedText> places)
{
    /// <summary>A pack without notices.</summary>
    public static NoticeCatalog Empty { get; } = new(
        LocalizedText.OfJapanese(string.Empty),
        new Dictionary<string, NoticeTemplate>(StringComparer.Ordinal),
        new Dictionary<string, NoticeLanguage>(StringComparer.Ordinal),
        new Dictionary<string, LocalizedText>(StringComparer.Ordinal));

    /// <summary>The templates by id, in the order in which they are offered.</summary>
    public IReadOnlyDictionary<string, NoticeTemplate> Templates => templates;

    /// <summary>Words by language tag.</summary>
    public IReadOnlyDictionary<string, NoticeLanguage> Languages => languages;

    /// <summary>Japanese names of registered places, to choose from.</summary>
    public IEnumerable<string> Places => places.Keys;

    /// <summary>The words of public pages for a language; English, then Japanese, where it has none of its own that may be served.</summary>
    /// <param name="language">Language tag.</param>
    /// <param name="checkedOnly">Whether words that nobody checked are left out, as Live does (design rule 4).</param>
    /// <returns>Words.</returns>
    public NoticePageWords PageIn(string language, bool checkedOnly)
    {
        var served = Served(checkedOnly).ToList();
        return (served.Find(each => each.Language == language && !each.IsComposed) ?? served.Find(each => each.Language == "en") ?? languages[LocalizedText.Japanese]).Page;
    }

    /// <summary>What a template says with its blanks filled in.</summary>
    /// <param name="template">Id of a template.</param>
    /// <param name="slots">Every blank of it.</param>
    /// <param name="checkedOnly">Whether languages that nobody checked are left out, as Live does (design rule 4).</param>
    /// <returns>One text per language that may be served, Japanese first.</returns>
    public IReadOnlyList<NoticeText> Write(string template, IReadOnlyDictionary<string, string> slots, bool checkedOnly) =>
    [
        .. Served(checkedOnly).Select(language =>
        {
            var wording = language.Templates[template];
            string Fill(MessageText text) => text.Fill(slot => places.TryGetValue(slots[slot], out var place) ? place.In(language.Language) : slots[slot]);
            return new NoticeText(language.Language, Fill(wording.Title), Fill(wording.Body), language.TimeFormat);
        }),
    ];

    /// <summary>What is told of a notice when something is done to it.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="content">What it says after it.</param>
    /// <param name="reason">Why; empty for an issue.</param>
    /// <returns>One text per language of the content; the moment of the release is left open.</returns>
    public IReadOnlyList<NoticeText> Tell(NoticeAct act, NoticeContent content, string reason) =>
    [
        .. content.Texts.Where(text => languages.ContainsKey(text.Language)).Select(text =>
        {
            var wording = languages[text.Language].Acts[act];
            string Fill(MessageText around) => around.Fill(slot => slot switch
            {
                "ward" => ward.In(text.Language),
                "time" => NoticeText.TimeSlot,
                "title" => text.Title,
                "body" => text.Body,
                "reason" => reason,
                _ => throw new InvalidOperationException($"The loader let the unknown slot «{slot}» pass."),
            });
            return text with { Title = Fill(wording.Title), Body = Fill(wording.Body) };
        }),
    ];

    private IEnumerable<NoticeLanguage> Served(bool checkedOnly) => languages.Values
        .Where(language => language.Language == LocalizedText.Japanese || !checkedOnly || language.CheckedBy is not null)
        .Where(language => !language.IsComposed || !checkedOnly || languages["en"].CheckedBy is not null)
        .OrderBy(language => language.Language == LocalizedText.Japanese ? 0 : 1);
}
