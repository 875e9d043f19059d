using System.Globalization;
using System.Text.Json;

namespace Chiyoda.Bousai.TestHub;

/// <summary>
/// Holds a JSON value against a schema of the API document, as far as that document uses JSON Schema. Stricter in one thing:
/// a member that the schema does not name is a fault in an answer too, since the document is to be complete.
/// </summary>
internal sealed class SchemaJudge(JsonElement document)
{
    /// <returns>What does not fit, each with its place; empty when all fits.</returns>
    public IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at = "$")
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var either))
        {
            var tries = either.EnumerateArray().Select(one => Faults(one, value, at).ToList()).ToList();
            return tries.Exists(faults => faults.Count == 0) ? [] : tries.MaxBy(faults => faults.Count)!;
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            return [$"{at} is {TypeOf(value)}, not {type}"];
        }

        if (schema.TryGetProperty("enum", out var words) && value.ValueKind != JsonValueKind.Null
            && !words.EnumerateArray().Any(word => word.ToString() == value.ToString()))
        {
            return [$"{at} is {value}, none of {words}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(schema, value, at),
            JsonValueKind.Array => schema.TryGetProperty("items", out var items)
                ? value.EnumerateArray().SelectMany((item, i) => Faults(items, item, $"{at}[{i.ToString(CultureInfo.InvariantCulture)}]"))
                : [$"{at} is an array whose items nobody describes"],
            JsonValueKind.String => Format(schema, value.GetString()!, at),
            _ => [],
        };
    }

    /// <summary>Follows <c>$ref</c> to what it names.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));
        }

        return schema;
    }

    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string at)
    {
        var parts = schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().Select(Resolve).ToList() : [schema];
        var known = parts.Where(part => part.TryGetProperty("properties", out _)).SelectMany(part => part.GetProperty("properties").EnumerateObject()).ToLookup(member => member.Name);
        var needed = parts.Where(part => part.TryGetProperty("required", out _)).SelectMany(part => part.GetProperty("required").EnumerateArray()).Select(name => name.GetString()!);
        foreach (var missing in needed.Where(name => !value.TryGetProperty(name, out _)))
        {
            yield return $"{at}.{missing} is missing";
        }

        foreach (var member in value.EnumerateObject())
        {
            var place = $"{at}.{member.Name}";
            var others = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object ? (JsonElement?)additional : null;
            var faults = known[member.Name].Any() ? known[member.Name].SelectMany(rule => Faults(rule.Value, member.Value, place))
                : others is { } rule ? Faults(rule, member.Value, place)
                : [$"{place} is described nowhere"];
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Format(JsonElement schema, string text, string at) =>
        (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "uuid" when !Guid.TryParseExact(text, "D", out _) => [$"{at} is {text}, no UUID"],
            "date-time" when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => [$"{at} is {text}, no instant"],
            _ => [],
        };

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };
}
