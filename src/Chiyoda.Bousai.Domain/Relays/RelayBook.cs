using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>The rules of the pack as its files stand, released or not.</summary>
/// <param name="Rules">By id.</param>
/// <param name="CheckedBy">Who checked the sentences, by language; <see langword="null"/> where nobody has.</param>
public sealed record RelayBook(IReadOnlyDictionary<string, RelayRule> Rules, IReadOnlyDictionary<string, string?> CheckedBy)
{
    /// <summary>A pack that relays nothing.</summary>
    public static RelayBook Empty { get; } = new(
        new Dictionary<string, RelayRule>(StringComparer.Ordinal), new Dictionary<string, string?>(StringComparer.Ordinal));

    /// <summary>The language in which a reader is served.</summary>
    /// <param name="rule">The rule that is told.</param>
    /// <param name="wanted">The language the reader asked for.</param>
    /// <param name="checkedOnly">Whether unchecked texts are left out, as Live does (design rule 4).</param>
    /// <returns>The wanted language where its words may be said; otherwise easy Japanese, English, Japanese, the first that may.</returns>
    public string Serve(RelayRule rule, string wanted, bool checkedOnly)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new[] { wanted, LocalizedText.EasyJapanese, "en" }
            .FirstOrDefault(language => rule.Wordings.ContainsKey(language) && (!checkedOnly || CheckedBy.GetValueOrDefault(language) is not null))
            ?? LocalizedText.Japanese;
    }
}
