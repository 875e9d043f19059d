using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>Members that may be unknown: <see langword="null"/> is written as null, never left out.</summary>
internal static class JsonValues
{
    public static void WriteNumber(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? at) => json.WriteString(name, at?.Rfc3339());

    public static void WriteCode(this Utf8JsonWriter json, WarningArea area)
    {
        json.WriteString("code", area.Code);
        json.WriteString("name", area.Name);
    }

    public static void WriteArea(this Utf8JsonWriter json, WarningArea area)
    {
        json.WriteCode(area);
        json.WriteString("codeType", area.CodeSet);
    }

    public static void WriteKind(this Utf8JsonWriter json, string name, JmaKind? kind)
    {
        if (kind is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("name", kind.Name);
        json.WriteString("code", kind.Code);
        json.WriteString("condition", kind.Condition);
        json.WriteEndObject();
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>An array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
