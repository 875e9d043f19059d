using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The words of the public pages in every language that is served; Japanese is always among them.</summary>
public sealed partial class PortalTexts
{
    private const string FileName = "portal.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new MessageTextConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

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
    /// <exception cref="InvalidDataException">A file is missing or wrong; the message has a line per problem, with file and key.</exception>
    public static PortalTexts Read(string configDirectory, IReadOnlyList<string> languages)
    {
        var problems = new List<string>();
        var words = new List<PortalWords>();
        JsonNode? japanese = null;
        foreach (var language in languages.OrderBy(language => language == LocalizedText.Japanese ? 0 : 1))
        {
            var path = Path.Combine(configDirectory, "messages", language, FileName);
            try
            {
                var text = File.ReadAllText(path);
                var read = JsonSerializer.Deserialize<PortalWords>(text, Json) ?? throw new JsonException("The file is empty.");
                var node = JsonNode.Parse(text)!;
                japanese ??= node;
                problems.AddRange(Check(read, language).Concat(Compare(japanese, node, string.Empty)).Select(problem => $"{path}: {problem}"));
                words.Add(read);
            }
            catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
            {
                problems.Add($"{path}: {exception.Message}");
            }
        }

        return problems.Count == 0
            ? new PortalTexts([.. words.OrderBy(each => languages.Index().First(item => item.Item == each.Language).Index)])
            : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>The languages whose words somebody checked: what Live serves (design rule 4).</summary>
    public PortalTexts CheckedOnly() => new([.. Languages.Where(words => words.CheckedBy is not null)]);

    private static IEnumerable<string> Check(PortalWords words, string language)
    {
        if (words.Language != language)
        {
            yield return $"language is {words.Language}, the folder says {language}";
        }

        if (words.Time.Weekdays.Count != 7)
        {
            yield return "time.weekdays needs seven names, Sunday first";
        }

        foreach (var missing in Missing<OrderKind>(words.Orders.Kinds.Keys).Select(name => $"orders.kinds.{name}")
            .Concat(Missing<Hazard>(words.Orders.Hazards.Keys).Select(name => $"orders.hazards.{name}"))
            .Concat(Missing<Audience>(words.Orders.Audiences.Keys).Select(name => $"orders.audiences.{name}"))
            .Concat(Missing<UnknownPart>(words.Unknown.Parts.Keys).Select(name => $"unknown.parts.{name}"))
            .Concat(Missing<UnknownReason>(words.Unknown.Reasons.Keys).Select(name => $"unknown.reasons.{name}"))
            .Concat(Missing<OrderState>([OrderState.Issued, .. words.Ended.States.Keys]).Select(name => $"ended.states.{name}")))
        {
            yield return $"{missing} is missing";
        }
    }

    private static IEnumerable<string> Missing<T>(IEnumerable<T> have)
        where T : struct, Enum =>
        Enum.GetValues<T>().Except(have).Select(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>Same keys, same slots as the Japanese file; the names of warnings exist in translations only.</summary>
    private static IEnumerable<string> Compare(JsonNode? japanese, JsonNode? other, string key)
    {
        if (key == "warnings.names")
        {
            return [];
        }

        return (japanese, other) switch
        {
            (JsonObject one, JsonObject two) =>
                one.Select(pair => pair.Key).Union(two.Select(pair => pair.Key), StringComparer.Ordinal).SelectMany(name =>
                {
                    var path = key.Length == 0 ? name : $"{key}.{name}";
                    return one.ContainsKey(name) && two.ContainsKey(name)
                        ? Compare(one[name], two[name], path)
                        : [$"{path} stands in one language only"];
                }),
            (JsonArray one, JsonArray two) => one.Count == two.Count
                ? one.Zip(two).SelectMany((pair, index) => Compare(pair.First, pair.Second, $"{key}[{index}]"))
                : [$"{key} has {two.Count} entries, in Japanese {one.Count}"],
            (JsonValue one, JsonValue two) => Slots(one).SetEquals(Slots(two))
                ? []
                : [$"{key} names the slots {string.Join(' ', Slots(two))}, in Japanese {string.Join(' ', Slots(one))}"],
            _ => [],
        };
    }

    private static HashSet<string> Slots(JsonValue value) =>
        value.TryGetValue<string>(out var text)
            ? Slot().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)
            : [];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Slot();

    private sealed class MessageTextConverter : JsonConverter<MessageText>
    {
        public override MessageText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var source = reader.GetString() ?? string.Empty;
            return MessageText.TryParse(source, out var text) ? text! : throw new JsonException($"A brace has no partner: {source}");
        }

        public override void Write(Utf8JsonWriter writer, MessageText value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Source);
    }
}
