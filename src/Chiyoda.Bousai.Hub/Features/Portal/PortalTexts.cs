using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The words of the public pages in every language that is served; Japanese is always among them.</summary>
public sealed class PortalTexts
{
    private readonly Dictionary<string, PortalWords> _words;

    private readonly NoticeCatalog _notices;
    private readonly bool _checkedOnly;

    private PortalTexts(IReadOnlyList<PortalWords> words, NoticeCatalog notices, bool checkedOnly)
    {
        Languages = words;
        _notices = notices;
        _checkedOnly = checkedOnly;
        _words = words.ToDictionary(each => each.Language, StringComparer.Ordinal);
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<PortalWords> Languages { get; }

    public PortalWords this[string language] => _words[language];

    /// <summary>The words around notices on a page of a language, or those that stand in for them.</summary>
    public NoticePageWords Notices(string language) => _notices.PageIn(language, _checkedOnly);

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
    public PortalTexts CheckedOnly() => new([.. Languages.Where(words => words.CheckedBy is not null)], _notices, checkedOnly: true);
}
