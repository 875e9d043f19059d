using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Reads <c>messages/&lt;language&gt;/relays.json</c>: what the grades of each phenomenon are called, and title and body of each change, for
/// all phenomena or for one.
/// </summary>
internal sealed class RelayMessagesReader
{
    private const string AnyPhenomenon = "*";

    private static readonly string[] JapaneseOpening = ["気象庁発表"];

    /// <summary>What only an order says, and what asks for something; by the beginning of the language's tag.</summary>
    private static readonly Dictionary<string, string[]> Imperatives = new(StringComparer.Ordinal)
    {
        ["ja"] =
        [
            "ください", "なさい", "しましょう", "しろ", "せよ", "逃げ", "にげ", "避難指示", "高齢者等避難", "緊急安全確保", "避難勧告", "避難準備", "安全", "あんぜん",
        ],
        ["en"] = ["please", "must", "should", "evacuate", "leave now", "go to", "move to", "stay ", "do not", "evacuation order", "safe"],
    };

    private readonly PackObject? _file;
    private readonly string _language;
    private readonly Dictionary<string, IReadOnlyDictionary<int, string>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Phenomenon, RelayChange Change), (RelayText Text, PackObject At)> _texts = [];
    private readonly string _timeFormat = "HH:mm";
    private readonly int _titleLimit;
    private readonly int _bodyLimit;

    private RelayMessagesReader(PackFolder folder, string language)
    {
        _language = language;
        File = $"messages/{language}/relays.json";
        _file = folder.Json(File);
        if (_file is not { } file)
        {
            return;
        }

        CheckedBy = file.TextOrNull("checkedBy");
        if ((CheckedBy is null) != (file.DayOrNull("checkedOn") is null))
        {
            file.Problem(PackRules.HalfVerified, "checkedBy");
        }

        file.OptionalText("source");
        var opening = file.Text("opening");
        if (language.StartsWith(LocalizedText.Japanese, StringComparison.Ordinal) && !Array.Exists(JapaneseOpening, word => opening.StartsWith(word, StringComparison.Ordinal)))
        {
            file.Problem(PackRules.RelayOpening, "opening");
        }

        _timeFormat = MessagesReader.Format(file, "time");
        var limits = file.Object("limits");
        _titleLimit = limits.Number("title");
        _bodyLimit = limits.Number("body");
        limits.Done();
        ReadKinds(file.Object("kinds"));
        foreach (var item in file.Objects("texts"))
        {
            ReadText(item, opening);
        }

        file.Done();
    }

    public string File { get; }

    /// <summary>Who checked the sentences; <see langword="null"/> when nobody has.</summary>
    public string? CheckedBy { get; }

    /// <summary>Reads one language.</summary>
    public static RelayMessagesReader Read(PackFolder folder, string language) => new(folder, language);

    /// <summary>The words of a rule, or <see langword="null"/> when the language lacks some; then it has been reported.</summary>
    public RelayWording? For(string phenomenon, string place)
    {
        if (_file is not { } file || !WarningScale.ByPhenomenon.TryGetValue(phenomenon, out var scale))
        {
            return null;
        }

        var changes = Enum.GetValues<RelayChange>().Where(change => scale.EndsByLift || change != RelayChange.Lift).ToList();
        var found = changes.Where(change => Find(phenomenon, change) is not null).ToDictionary(change => change, change => Find(phenomenon, change)!.Value);
        if (!_kinds.TryGetValue(phenomenon, out var kinds) || kinds.Count < scale.Words.Count || found.Count < changes.Count)
        {
            file.Problem(PackRules.RelayText, "texts", phenomenon);
            return null;
        }

        var wording = new RelayWording(place, kinds, _timeFormat, found.ToDictionary(pair => pair.Key, pair => pair.Value.Text));
        CheckLength(wording, found);
        return wording;
    }

    /// <summary>The first word that only an order says, or that asks for something; <see langword="null"/> when there is none.</summary>
    public static string? FindImperative(string language, string source)
    {
        var words = Imperatives.FirstOrDefault(pair => language.StartsWith(pair.Key, StringComparison.Ordinal)).Value ?? [];
        return Array.Find(words, word => source.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private (RelayText Text, PackObject At)? Find(string phenomenon, RelayChange change) =>
        _texts.TryGetValue((phenomenon, change), out var own) ? own
        : _texts.TryGetValue((AnyPhenomenon, change), out var any) ? any
        : null;

    private void ReadKinds(PackObject kinds)
    {
        foreach (var phenomenon in kinds.Names.Distinct(StringComparer.Ordinal).ToList())
        {
            var names = kinds.Object(phenomenon);
            if (!WarningScale.ByPhenomenon.TryGetValue(phenomenon, out var scale))
            {
                kinds.Problem(PackRules.RelayPhenomenon, phenomenon, phenomenon);
                continue;
            }

            _kinds[phenomenon] = scale.Words.ToDictionary(word => word.Value, word => names.Text(word.Key));
            names.Done();
        }
    }

    private void ReadText(PackObject item, string opening)
    {
        var phenomenon = item.OptionalText("phenomenon") ?? AnyPhenomenon;
        if (phenomenon != AnyPhenomenon && !PhenomenonNames.All.ContainsKey(phenomenon))
        {
            item.Problem(PackRules.UnknownWord, "phenomenon");
        }

        var change = item.Word<RelayChange>("change");
        var text = new RelayText(item.Text("title"), item.Text("body"));
        item.Done();
        if (!_texts.TryAdd((phenomenon, change), (text, item)))
        {
            item.Problem(PackRules.Duplicate, "change", $"{phenomenon}/{change}");
        }

        CheckWords(item, "title", text.Title, opening, "what");
        CheckWords(item, "body", text.Body, opening, "what", "place", "time");
    }

    private void CheckWords(PackObject item, string field, string source, string opening, params string[] needed)
    {
        if (!MessageText.TryParse(source, out var text))
        {
            item.Problem(PackRules.Braces, field);
            return;
        }

        foreach (var unknown in text.Slots.Except(RelayWording.Slots))
        {
            item.Problem(PackRules.UnknownSlot, field, unknown);
        }

        foreach (var missing in needed.Except(text.Slots))
        {
            item.Problem(PackRules.MissingSlot, field, missing);
        }

        if (!source.StartsWith(opening, StringComparison.Ordinal))
        {
            item.Problem(PackRules.RelayOpening, field);
        }

        if (FindImperative(_language, source) is { } imperative)
        {
            item.Problem(PackRules.RelayImperative, field, imperative);
        }
    }

    private void CheckLength(RelayWording wording, Dictionary<RelayChange, (RelayText Text, PackObject At)> found)
    {
        var longest = wording.Kinds.MaxBy(kind => kind.Value.Length).Key;
        foreach (var (change, (_, at)) in found)
        {
            var sound = found[change].Text;
            if (!IsSayable(sound.Title) || !IsSayable(sound.Body))
            {
                continue;
            }

            var said = wording.Say(_language, change, longest, longest, new DateTimeOffset(2000, 12, 30, 23, 59, 0, TimeSpan.FromHours(9)));
            Limit("title", said.Title, _titleLimit);
            Limit("body", said.Body, _bodyLimit);

            void Limit(string field, string text, int limit)
            {
                if (text.Length > limit)
                {
                    at.Problem(PackRules.TooLong, field, string.Create(CultureInfo.InvariantCulture, $"{text.Length} > {limit}: {text}"));
                }
            }
        }
    }

    private static bool IsSayable(string source) => MessageText.TryParse(source, out var text) && text.Slots.IsSubsetOf(RelayWording.Slots);
}
