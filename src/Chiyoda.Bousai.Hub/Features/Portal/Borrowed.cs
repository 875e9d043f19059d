using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Words of a page that its language has not, and that stand there in another: between two marks that no text of ours contains, so that the page can
/// say which language they are in. Every way to the page turns the marks into a tag or takes them out.
/// </summary>
public static partial class Borrowed
{
    public const char Begin = '\uE000';

    public const char End = '\uE001';

    /// <summary>What is no sentence: names of fields, formats, numbers and addresses.</summary>
    [GeneratedRegex(@"^(language|htmlLanguage|name|time\.(day|weekdays\.\d|dayAndWeekday)|who\.groups\.\d+\.key|help\.numbers\.\d+\.number|help\.board\.address|hazards\.intensities\..*)$")]
    private static partial Regex NoSentence();

    /// <summary>Puts the words of another language where a language has none.</summary>
    /// <param name="own">What the language has.</param>
    /// <param name="other">A whole set of words.</param>
    /// <returns>A whole set of words.</returns>
    public static JsonNode? Fill(JsonNode? own, JsonNode? other) => Fill(own, other, string.Empty);

    /// <summary>The words around notices, every one of them of another language.</summary>
    public static NoticePageWords Mark(NoticePageWords words) => new(
        Mark(words.Heading), Mark(words.NotAnOrder), Mark(words.None), Mark(words.All), Mark(words.Published), Mark(words.Corrected), Mark(words.Until),
        Mark(words.WholeWard), Mark(words.AreasCount), Mark(words.Source), Mark(words.Ended), Mark(words.Expired), Mark(words.Withdrawn), Mark(words.Reason),
        Mark(words.OtherLanguage), Mark(words.Step), words.Wishes.ToDictionary(pair => pair.Key, pair => Mark(pair.Value), StringComparer.Ordinal),
        words.Categories.ToDictionary(pair => pair.Key, pair => Mark(pair.Value)));

    private static string Mark(string text) => $"{Begin}{text}{End}";

    private static MessageText Mark(MessageText text) =>
        MessageText.TryParse(Mark(text.Source), out var marked) ? marked : throw new InvalidOperationException("The loader let a broken text pass.");

    /// <summary>The text without the marks.</summary>
    public static string Unmarked(string text) =>
        text.Contains(Begin, StringComparison.Ordinal) ? string.Concat(text.Where(letter => letter is not (Begin or End))) : text;

    private static JsonNode? Fill(JsonNode? own, JsonNode? other, string key) => (own, other) switch
    {
        (JsonObject one, JsonObject two) => new JsonObject(
            two.Select(pair => pair.Key).Union(one.Select(pair => pair.Key), StringComparer.Ordinal).Select(name =>
                KeyValuePair.Create(name, !one.ContainsKey(name) ? Mark(two[name], Under(key, name))
                    : two.ContainsKey(name) ? Fill(one[name], two[name], Under(key, name))
                    : one[name]?.DeepClone()))),
        _ => own?.DeepClone(),
    };

    private static JsonNode? Mark(JsonNode? node, string key) => node switch
    {
        JsonObject item => new JsonObject(item.Select(pair => KeyValuePair.Create(pair.Key, Mark(pair.Value, Under(key, pair.Key))))),
        JsonArray list => new JsonArray([.. list.Select((each, index) => Mark(each, Under(key, $"{index}")))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 && !NoSentence().IsMatch(key) => JsonValue.Create(Mark(text)),
        _ => node?.DeepClone(),
    };

    private static string Under(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";
}
