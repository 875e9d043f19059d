using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Reads <c>messages/&lt;language&gt;/portal.json</c> for each language, holds it against the Japanese one, and names everything that is wrong.</summary>
internal static partial class PortalTextsReader
{
    public const string FileName = "portal.json";

    /// <summary>Japanese is what the others are held against; the next two are whole, so that translations may borrow from them.</summary>
    private static readonly string[] WrittenFirst = [LocalizedText.Japanese, LocalizedText.EasyJapanese, "en"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new MessageTextConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="directory">The ward pack's folder.</param>
    /// <param name="languages">Tags; Japanese among them.</param>
    /// <returns>The words of every language that is whole, Japanese first, and every problem by file and line.</returns>
    public static (IReadOnlyList<PortalWords> Words, IReadOnlyList<PackProblem> Problems) Read(string directory, IReadOnlyList<string> languages)
    {
        var problems = new List<PackProblem>();
        var words = new List<PortalWords>();
        JsonNode? japanese = null;
        var whole = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var language in languages.OrderBy(language => Array.IndexOf(WrittenFirst, language) is var at and >= 0 ? at : WrittenFirst.Length))
        {
            var file = $"messages/{language}/{FileName}";
            if (!File.Exists(Path.Combine(directory, file)))
            {
                problems.Add(new PackProblem(file, 1, PackRules.FileMissing, string.Empty));
                continue;
            }

            var load = SettingsFile.Load(directory, file);
            problems.AddRange(load.Problems);
            if (load.Problems.Count > 0 || Parse(directory, file, problems) is not { } node)
            {
                continue;
            }

            var borrowsFrom = Take(node, "fallback");
            Take(node, "source");
            if (borrowsFrom is not null)
            {
                if (!whole.TryGetValue(borrowsFrom, out var lender))
                {
                    problems.Add(new PackProblem(file, LineOf(load.Settings, "fallback"), PackRules.UnknownLanguage, borrowsFrom));
                    continue;
                }

                node = Borrowed.Fill(node, lender)!;
            }
            else
            {
                whole[language] = node;
            }

            japanese ??= node;
            var found = PortalTextsShape.Check(node, Json.GetTypeInfo(typeof(PortalWords)), string.Empty).ToList();
            if (found.Count == 0)
            {
                var read = node.Deserialize<PortalWords>(Json)!;
                found.AddRange(Check(read, language));
                words.Add(read with { BorrowsFrom = borrowsFrom });
            }

            problems.AddRange(found.Concat(Compare(japanese, node, string.Empty)).DistinctBy(problem => problem.Key)
                .Select(problem => new PackProblem(file, LineOf(load.Settings, problem.Key), problem.Rule, problem.Value)));
        }

        return (words, [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    /// <summary>The languages to look at when the pack cannot say them: every folder that has words of pages, and Japanese.</summary>
    public static IReadOnlyList<string> LanguagesIn(string directory)
    {
        var messages = Path.Combine(directory, "messages");
        return !Directory.Exists(messages) ? [LocalizedText.Japanese] :
        [
            .. Directory.EnumerateDirectories(messages).Where(folder => File.Exists(Path.Combine(folder, FileName)))
                .Select(folder => Path.GetFileName(folder)).Append(LocalizedText.Japanese).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static string? Take(JsonNode node, string name) =>
        node is JsonObject item && item.Remove(name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var word) ? word : null;

    private static JsonNode? Parse(string directory, string file, List<PackProblem> problems)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(directory, file)), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException twice)
        {
            // Whatever else is no JSON was named before.
            problems.Add(new PackProblem(file, (int)(twice.LineNumber ?? 0) + 1, PackRules.DuplicateField, twice.Message));
            return null;
        }
    }

    private static IEnumerable<PortalTextsProblem> Check(PortalWords words, string language)
    {
        if (words.Language != language)
        {
            yield return new PortalTextsProblem("language", PackRules.LanguageFolder, words.Language);
        }

        if (words.Time.Weekdays.Count != 7)
        {
            yield return new PortalTextsProblem("time.weekdays", PackRules.SevenDays, $"time.weekdays: {words.Time.Weekdays.Count}");
        }

        foreach (var missing in Missing<OrderKind>("orders.kinds", words.Orders.Kinds.Keys)
            .Concat(Missing<Hazard>("orders.hazards", words.Orders.Hazards.Keys))
            .Concat(Missing<Audience>("orders.audiences", words.Orders.Audiences.Keys))
            .Concat(Missing<UnknownPart>("unknown.parts", words.Unknown.Parts.Keys))
            .Concat(Missing<UnknownReason>("unknown.reasons", words.Unknown.Reasons.Keys))
            .Concat(Missing<OrderState>("ended.states", [OrderState.Issued, .. words.Ended.States.Keys])))
        {
            yield return new PortalTextsProblem(missing, PackRules.MissingField, missing);
        }
    }

    private static IEnumerable<string> Missing<T>(string key, IEnumerable<T> have)
        where T : struct, Enum =>
        Enum.GetValues<T>().Except(have).Select(value => $"{key}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}");

    /// <summary>Same keys, same slots as the Japanese file; the names of warnings exist in translations only.</summary>
    private static IEnumerable<PortalTextsProblem> Compare(JsonNode? japanese, JsonNode? other, string key) => (japanese, other) switch
    {
        _ when key == "warnings.names" => [],
        (JsonObject one, JsonObject two) =>
            one.Select(pair => pair.Key).Union(two.Select(pair => pair.Key), StringComparer.Ordinal).SelectMany(name =>
            {
                var path = key.Length == 0 ? name : $"{key}.{name}";
                return !two.ContainsKey(name) ? [new PortalTextsProblem(path, PackRules.TemplateMissing, path)]
                    : !one.ContainsKey(name) ? [new PortalTextsProblem(path, PackRules.TemplateExtra, path)]
                    : Compare(one[name], two[name], path);
            }),
        (JsonArray one, JsonArray two) => one.Count == two.Count
            ? one.Zip(two).SelectMany((pair, index) => Compare(pair.First, pair.Second, $"{key}.{index}"))
            : [new PortalTextsProblem(key, PackRules.ListLength, $"{key}: {two.Count}, ja: {one.Count}")],
        (JsonValue one, JsonValue two) when !Slots(one).SetEquals(Slots(two)) =>
            [new PortalTextsProblem(key, PackRules.SlotsDiffer, $"{key}: {string.Join(' ', Slots(two))}, ja: {string.Join(' ', Slots(one))}")],
        _ => [],
    };

    private static HashSet<string> Slots(JsonValue value) =>
        value.TryGetValue<string>(out var text)
            ? Slot().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)
            : [];

    /// <summary>The line of a key; of one that is not there, the line where what holds it begins.</summary>
    private static int LineOf(IReadOnlyList<Setting> settings, string key)
    {
        for (var path = key.Replace('.', ':'); path.Length > 0; path = path.LastIndexOf(':') is var cut and > 0 ? path[..cut] : string.Empty)
        {
            if (settings.FirstOrDefault(setting => setting.Path == path || setting.Path.StartsWith(path + ':', StringComparison.Ordinal)) is { } setting)
            {
                return setting.Line;
            }
        }

        return 1;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Slot();

    private sealed class MessageTextConverter : JsonConverter<MessageText>
    {
        public override MessageText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            MessageText.TryParse(reader.GetString() ?? string.Empty, out var text) ? text : throw new JsonException(PackRules.Braces);

        public override void Write(Utf8JsonWriter writer, MessageText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Source);
    }
}

/// <param name="Key">Where: names and positions, joined by dots.</param>
/// <param name="Rule">What is required; one of <see cref="PackRules"/>.</param>
/// <param name="Value">What was found.</param>
internal sealed record PortalTextsProblem(string Key, string Rule, string Value);
