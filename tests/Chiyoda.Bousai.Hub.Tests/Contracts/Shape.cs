using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>
/// What a payload looks like whatever day it is: members, types and the words of the wire stay; ids, instants, hashes, keys,
/// counters and sentences are replaced by what they are. Of items that look alike the first stands for all.
/// </summary>
internal static partial class Shape
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Numbers that depend on what else the hub does at the time, or on the ward.</summary>
    private static readonly string[] Counters = ["sequence", "previous", "through", "areasCount", "length"];

    public static string Of(JsonNode payload) => Plain(payload, string.Empty)!.ToJsonString(Indented) + "\n";

    private static JsonNode? Plain(JsonNode? value, string name) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Plain(member.Value, member.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Plain(item, name)).DistinctBy(Outline)]),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => Word(one.GetValue<string>()),
        not null when Counters.Contains(name) => "(number)",
        _ => value?.DeepClone(),
    };

    /// <summary>Members with the kinds of their values: null is a kind, since a reader has to expect it.</summary>
    private static string Outline(JsonNode? value) => value switch
    {
        JsonObject members => $"{{{string.Join(',', members.Select(member => $"{member.Key}:{Outline(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Outline))}]",
        _ => (value?.GetValueKind() ?? JsonValueKind.Null).ToString(),
    };

    private static string Word(string text) =>
        text.Length == 0 ? text
        : Instant().IsMatch(text) ? "(instant)"
        : Hash().IsMatch(text) ? $"({text.Length.ToString(CultureInfo.InvariantCulture)} hexadecimal digits)"
        : Trace().IsMatch(text) ? "(trace)"
        : Key().IsMatch(text) ? "(base64url)"
        : text.Any(letter => letter > 0x7f) ? "(text)"
        : Cookie().Replace(Uuid().Replace(text, "(uuid)"), "$1=(secret); ");

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+09:00$")]
    private static partial Regex Instant();

    [GeneratedRegex("^([0-9a-f]{16}|[0-9a-f]{64})$")]
    private static partial Regex Hash();

    [GeneratedRegex("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$")]
    private static partial Regex Trace();

    [GeneratedRegex("^(?=.*[A-Z])[A-Za-z0-9_-]{22,}$")]
    private static partial Regex Key();

    [GeneratedRegex("^([a-z-]+)=[^;]{40,}; ")]
    private static partial Regex Cookie();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
