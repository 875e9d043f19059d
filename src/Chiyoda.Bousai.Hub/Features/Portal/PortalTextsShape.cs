using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Holds a JSON document against the type it is to become and names every difference; the serializer stops at the first.</summary>
internal static class PortalTextsShape
{
    public static IEnumerable<PortalTextsProblem> Check(JsonNode? node, JsonTypeInfo type, string key) => type.Kind switch
    {
        JsonTypeInfoKind.Object => node is JsonObject item ? Fields(item, type, key) : [Wrong(key, PackRules.NotObject, node)],
        JsonTypeInfoKind.Enumerable => node is JsonArray list
            ? list.SelectMany((each, index) => Check(each, ElementOf(type), Under(key, index.ToString(CultureInfo.InvariantCulture))))
            : [Wrong(key, PackRules.NotList, node)],
        JsonTypeInfoKind.Dictionary => node is JsonObject map
            ? map.SelectMany(pair => IsKey(pair.Key, type.KeyType!)
                ? Check(pair.Value, ElementOf(type), Under(key, pair.Key))
                : [new PortalTextsProblem(Under(key, pair.Key), PackRules.UnknownWord, Under(key, pair.Key))])
            : [Wrong(key, PackRules.NotObject, node)],
        _ => Text(node, type, key),
    };

    private static IEnumerable<PortalTextsProblem> Fields(JsonObject item, JsonTypeInfo type, string key)
    {
        var known = type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true).ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var name in item.Select(pair => pair.Key).Where(name => !known.ContainsKey(name)))
        {
            yield return new PortalTextsProblem(Under(key, name), PackRules.UnknownField, Under(key, name));
        }

        foreach (var (name, property) in known)
        {
            if (!item.TryGetPropertyValue(name, out var value))
            {
                yield return new PortalTextsProblem(Under(key, name), PackRules.MissingField, Under(key, name));
            }
            else if (value is not null || !property.IsGetNullable)
            {
                foreach (var problem in Check(value, type.Options.GetTypeInfo(property.PropertyType), Under(key, name)))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<PortalTextsProblem> Text(JsonNode? node, JsonTypeInfo type, string key)
    {
        if (node?.GetValueKind() is not JsonValueKind.String)
        {
            return [Wrong(key, PackRules.NotText, node)];
        }

        try
        {
            node.Deserialize(type);
            return [];
        }
        catch (JsonException)
        {
            // A text can only be wrong by its braces.
            return [Wrong(key, PackRules.Braces, node)];
        }
    }

    private static bool IsKey(string name, Type type) =>
        type.IsEnum ? Enum.GetNames(type).Any(member => JsonNamingPolicy.CamelCase.ConvertName(member) == name)
        : type != typeof(int) || int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static JsonTypeInfo ElementOf(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    private static PortalTextsProblem Wrong(string key, string rule, JsonNode? node) =>
        new(key, rule, $"{key}: {(node is JsonValue value ? value.ToString() : node is null ? "null" : node is JsonArray ? "[…]" : "{…}")}");

    private static string Under(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";
}
