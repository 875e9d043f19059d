using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>The rules of the pack as its files stand, released or not.</summary>
/// <param name="Rules">By id.</param>
/// <param name="CheckedBy">Who checked the sentences, by language; <see langword="null"/> where nobody has.</param>
public sealed record RelayBook(IReadOnlyDictionary<string, RelayRule> Rules, IReadOnlyDictionary<string, string?> CheckedBy)
{
    /// <summary>The announced tests by id; no id of them is one of <see cref="Rules"/>.</summary>
    public IReadOnlyDictionary<string, RelayRule> Tests { get; init; } = new Dictionary<string, RelayRule>(StringComparer.Ordinal);

    /// <summary>Who checked the sentences of the tests, by language; <see langword="null"/> where nobody has.</summary>
    public IReadOnlyDictionary<string, string?> TestsCheckedBy { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Every rule that may tell once it is released: relays, then tests.</summary>
    public IEnumerable<RelayRule> All => Rules.Values.Concat(Tests.Values);

    /// <summary>A pack that relays nothing.</summary>
    public static RelayBook Empty { get; } = new(
        new Dictionary<string, RelayRule>(StringComparer.Ordinal), new Dictionary<string, string?>(StringComparer.Ordinal));

    /// <summary>Finds a rule of either kind.</summary>
    /// <param name="ruleId">Its id.</param>
    /// <returns>The rule as its file stands, or <see langword="null"/>.</returns>
    public RelayRule? Find(string ruleId) => Rules.GetValueOrDefault(ruleId) ?? Tests.GetValueOrDefault(ruleId);

    /// <summary>Who checked the sentences of a rule in a language.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language">Language tag.</param>
    /// <returns>The person, or <see langword="null"/> when nobody has.</returns>
    public string? CheckedByOf(RelayRule rule, string language)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (rule.Test is null ? CheckedBy : TestsCheckedBy).GetValueOrDefault(language);
    }

    /// <summary>The language in which a reader is served.</summary>
    /// <param name="rule">The rule that is told.</param>
    /// <param name="wanted">The language the reader asked for.</param>
    /// <param name="checkedOnly">Whether unchecked texts are left out, as Live does (design rule 4).</param>
    /// <returns>The wanted language where its words may be said; otherwise easy Japanese, English, Japanese, the first that may.</returns>
    public string Serve(RelayRule rule, string wanted, bool checkedOnly)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new[] { wanted, LocalizedText.EasyJapanese, "en" }
            .FirstOrDefault(language => rule.Wordings.ContainsKey(language) && (!checkedOnly || CheckedByOf(rule, language) is not null))
            ?? LocalizedText.Japanese;
    }
}
