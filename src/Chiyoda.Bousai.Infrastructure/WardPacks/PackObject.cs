using System.Globalization;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Reads the fields of one JSON object and reports what is wrong with them. A wrong field gives a harmless value, so that
/// reading goes on and finds the next problem; the result is thrown away when anything was reported.
/// </summary>
internal sealed class PackObject
{
    private static readonly string[] WrittenLanguages = [LocalizedText.Japanese, LocalizedText.EasyJapanese, "en"];

    private readonly PackReport _report;
    private readonly JsonItem _item;
    private readonly PackValues _values;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public PackObject(PackReport report, string file, JsonItem item)
    {
        _report = report;
        File = file;
        _item = item;
        _values = new PackValues(report, file);
        if (item.Kind != JsonValueKind.Object)
        {
            Problem(PackRules.NotObject, item);
        }

        foreach (var twice in item.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            _report.Add(File, twice.Last().Line, PackRules.DuplicateField, twice.Key);
        }
    }

    public string File { get; }

    public int Line => _item.Line;

    /// <summary>The names of the fields, for objects whose names are data.</summary>
    public IEnumerable<string> Names => _item.Fields.Select(named => named.Name);

    public int LineOf(string name) => Find(name)?.Line ?? Line;

    public void Problem(string rule, JsonItem at) => _report.Add(File, at.Line, rule, at.ToString());

    public void Problem(string rule, string field, string? value = null) =>
        _report.Add(File, LineOf(field), rule, value ?? Find(field)?.Value.ToString());

    /// <summary>Refuses every field that nobody asked for.</summary>
    public void Done()
    {
        foreach (var field in _item.Fields.Where(field => !_read.Contains(field.Name)))
        {
            _report.Add(File, field.Line, PackRules.UnknownField, field.Name);
        }
    }

    public string Text(string name) => Take(name) is { } item ? _values.Text(item) : string.Empty;

    /// <summary>A text of so many characters at most: it is written into a column, and an act must not fail for it at night.</summary>
    public string Text(string name, int longest)
    {
        var text = Text(name);
        if (text.Length > longest)
        {
            Problem(PackRules.FieldTooLong, name);
        }

        return text;
    }

    /// <summary>A text that may be null but not absent: unknown is written, not forgotten.</summary>
    public string? TextOrNull(string name) =>
        Take(name) is { Kind: not JsonValueKind.Null } item ? _values.Text(item) : null;

    /// <summary>A text that may be absent.</summary>
    public string? OptionalText(string name) => Find(name) is null ? null : Text(name);

    public int Number(string name) =>
        Take(name) is { } item ? _values.Whole(item) : 0;

    public double Real(string name) =>
        Take(name) is { } item ? _values.Real(item) : 0;

    public int? NumberOrNull(string name) =>
        Take(name) is { Kind: not JsonValueKind.Null } item ? _values.Whole(item) : null;

    public int? OptionalNumber(string name) => Find(name) is null ? null : Number(name);

    /// <summary>Whether a field that must be there is null.</summary>
    public bool IsNull(string name) => Take(name) is not { Kind: not JsonValueKind.Null };

    public bool Flag(string name)
    {
        var item = Take(name);
        if (item is { Kind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Problem(PackRules.NotFlag, item);
        }

        return item?.Kind == JsonValueKind.True;
    }

    /// <summary>A flag that may be left out: no.</summary>
    public bool OptionalFlag(string name) => Find(name) is not null && Flag(name);

    public DateOnly Day(string name) => Take(name) is { } item ? _values.Day(item) : default;

    public DateOnly? DayOrNull(string name) =>
        Take(name) is { Kind: not JsonValueKind.Null } item ? _values.Day(item) : null;

    public T Word<T>(string name)
        where T : struct, Enum =>
        Take(name) is { } item ? _values.Word<T>(item) : default;

    public PackObject Object(string name) =>
        new(_report, File, Take(name) ?? new JsonItem(JsonValueKind.Object, Line, string.Empty, [], []));

    public IReadOnlyList<PackObject> Objects(string name) => [.. List(name).Select(item => new PackObject(_report, File, item))];

    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(_values.Text)];

    /// <summary>Texts that may be absent.</summary>
    public IReadOnlyList<string>? OptionalTexts(string name) => Find(name) is null ? null : Texts(name);

    public IReadOnlyList<(string Text, int Line)> Lines(string name) => [.. List(name).Select(item => (_values.Text(item), item.Line))];

    public IReadOnlyList<T> Words<T>(string name)
        where T : struct, Enum => [.. List(name).Select(_values.Word<T>)];

    public IReadOnlyList<(int Number, int Line)> Numbers(string name) => [.. List(name).Select(item => (_values.Whole(item), item.Line))];

    /// <summary>
    /// A name in the languages that are written for the ward, and in none that it does not have. In a translation that has no name of its own the English
    /// stands beside the Japanese that signs show; Chinese readers read the characters.
    /// </summary>
    public LocalizedText Localized(string name, IReadOnlyList<string> languages) => Object(name).Localized(languages);

    /// <summary>The same, where this object is the name.</summary>
    public LocalizedText Localized(IReadOnlyList<string> languages)
    {
        foreach (var missing in languages.Where(language => Array.IndexOf(WrittenLanguages, language) >= 0 && Find(language) is null))
        {
            _report.Add(File, Line, PackRules.LanguageMissing, missing);
        }

        foreach (var unknown in Names.Where(tag => !languages.Contains(tag)))
        {
            _report.Add(File, LineOf(unknown), PackRules.UnknownLanguage, unknown);
        }

        var result = Names.Distinct(StringComparer.Ordinal).ToDictionary(tag => tag, Text, StringComparer.Ordinal);
        result.TryAdd(LocalizedText.Japanese, string.Empty);
        var japanese = result[LocalizedText.Japanese];
        foreach (var language in languages.Where(language => !result.ContainsKey(language)))
        {
            result[language] = result.TryGetValue("en", out var english) && !language.StartsWith("zh", StringComparison.Ordinal) ? $"{english} {japanese}" : japanese;
        }

        return new LocalizedText(result);
    }

    public IReadOnlyList<GeoPoint> Points(string name) =>
    [
        .. List(name).Select(item =>
        {
            if (item.Items is not [{ Kind: JsonValueKind.Number } longitude, { Kind: JsonValueKind.Number } latitude])
            {
                Problem(PackRules.NotNumber, item);
                return default;
            }

            return new GeoPoint(
                double.Parse(longitude.Text, CultureInfo.InvariantCulture), double.Parse(latitude.Text, CultureInfo.InvariantCulture));
        }),
    ];

    private IReadOnlyList<JsonItem> List(string name)
    {
        var item = Take(name);
        if (item is { Kind: not JsonValueKind.Array })
        {
            Problem(PackRules.NotList, item);
        }

        return item?.Items ?? [];
    }

    private JsonItem? Take(string name)
    {
        _read.Add(name);
        if (Find(name) is { } field)
        {
            return field.Value;
        }

        if (_item.Kind == JsonValueKind.Object)
        {
            _report.Add(File, Line, PackRules.MissingField, name);
        }

        return null;
    }

    private JsonField? Find(string name)
    {
        _read.Add(name);
        return _item.Fields.LastOrDefault(field => field.Name == name);
    }
}
