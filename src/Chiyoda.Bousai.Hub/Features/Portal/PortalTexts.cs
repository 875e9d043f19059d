using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The words of the public pages in every language that is served; Japanese is always among them.</summary>
public sealed class PortalTexts
{
    private readonly Dictionary<string, PortalWords> _words;

    private readonly NoticeCatalog _notices;
    private readonly bool _checkedOnly;

    private PortalTexts(IReadOnlyList<PortalWords> words, NoticeCatalog notices, bool checkedOnly, IReadOnlyList<PortalWords>? choices = null)
    {
        Languages = words;
        Choices = choices ?? words;
        _notices = notices;
        _checkedOnly = checkedOnly;
        _words = words.ToDictionary(each => each.Language, StringComparer.Ordinal);
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<PortalWords> Languages { get; }

    /// <summary>The languages in which a device may ask to be told; where one is not served yet, others stand in for it.</summary>
    public IReadOnlyList<PortalWords> Choices { get; }

    public PortalWords this[string language] => _words[language];

    /// <summary>The words around notices on a page of a language, or those that stand in for them, which a page that borrows words marks like the others.</summary>
    public NoticePageWords Notices(string language)
    {
        var words = _notices.PageIn(language, _checkedOnly);
        return _words[language].BorrowsFrom is { } lender && _notices.Languages.TryGetValue(lender, out var lent) && ReferenceEquals(words, lent.Page) ? Borrowed.Mark(words) : words;
    }

    public bool Has(string language) => _words.ContainsKey(language);

    /// <summary>Reads <c>messages/&lt;language&gt;/portal.json</c> for each language and holds them against the Japanese one.</summary>
    /// <param name="configDirectory">The ward pack's folder.</param>
    /// <param name="languages">Tags in the order in which they are offered; Japanese must be among them.</param>
    /// <param name="notices">The words of notices, which the pack has read.</param>
    /// <returns>Words that are whole: every key, every slot.</returns>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message has a line per problem, with file, line and rule.</exception>
    public static PortalTexts Read(string configDirectory, IReadOnlyList<string> languages, NoticeCatalog notices)
    {
        var (words, problems) = PortalTextsReader.Read(configDirectory, languages);
        return problems.Count == 0
            ? new PortalTexts([.. words.OrderBy(each => languages.Index().First(item => item.Item == each.Language).Index)], notices, checkedOnly: false)
            : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>The languages whose words somebody checked: what Live serves (design rule 4).</summary>
    public PortalTexts CheckedOnly() => new([.. Languages.Where(words => words.CheckedBy is not null)], _notices, checkedOnly: true, Choices);
}
