namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The words of the public pages in every language that is served; Japanese is always among them.</summary>
public sealed class PortalTexts
{
    private readonly Dictionary<string, PortalWords> _words;

    private PortalTexts(IReadOnlyList<PortalWords> words)
    {
        Languages = words;
        _words = words.ToDictionary(each => each.Language, StringComparer.Ordinal);
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<PortalWords> Languages { get; }

    public PortalWords this[string language] => _words[language];

    public bool Has(string language) => _words.ContainsKey(language);

    /// <summary>Reads <c>messages/&lt;language&gt;/portal.json</c> for each language and holds them against the Japanese one.</summary>
    /// <param name="configDirectory">The ward pack's folder.</param>
    /// <param name="languages">Tags in the order in which they are offered; Japanese must be among them.</param>
    /// <returns>Words that are whole: every key, every slot.</returns>
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message has a line per problem, with file, line and rule.</exception>
    public static PortalTexts Read(string configDirectory, IReadOnlyList<string> languages)
    {
        var (words, problems) = PortalTextsReader.Read(configDirectory, languages);
        return problems.Count == 0
            ? new PortalTexts([.. words.OrderBy(each => languages.Index().First(item => item.Item == each.Language).Index)])
            : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>The languages whose words somebody checked: what Live serves (design rule 4).</summary>
    public PortalTexts CheckedOnly() => new([.. Languages.Where(words => words.CheckedBy is not null)]);
}
