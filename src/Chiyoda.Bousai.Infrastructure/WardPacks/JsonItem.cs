using System.Text;
using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>A JSON value that knows its line, which the serializer's own documents do not.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Line on which it starts, from 1.</param>
/// <param name="Text">Text of a string; digits of a number as written; otherwise empty.</param>
/// <param name="Fields">Fields of an object, in order, duplicates kept.</param>
/// <param name="Items">Items of a list.</param>
internal sealed record JsonItem(
    JsonValueKind Kind, int Line, string Text, IReadOnlyList<JsonField> Fields, IReadOnlyList<JsonItem> Items)
{
    /// <summary>Reads a whole file.</summary>
    /// <exception cref="JsonException">It is not JSON; line and place are in the exception.</exception>
    public static JsonItem Parse(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 16 });
        var lines = new LineIndex(bytes);
        reader.Read();
        var item = ReadItem(ref reader, lines);
        while (reader.Read())
        {
            // A second value throws here by itself.
        }

        return item;
    }

    /// <summary>The value as it is shown in a problem.</summary>
    public override string ToString() => Kind switch
    {
        JsonValueKind.Object => "{…}",
        JsonValueKind.Array => "[…]",
        JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => Text,
    };

    private static JsonItem ReadItem(ref Utf8JsonReader reader, LineIndex lines)
    {
        var line = lines.Of(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var fields = new List<JsonField>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = TextOf(ref reader, lines);
                    var nameLine = lines.Of(reader.TokenStartIndex);
                    reader.Read();
                    fields.Add(new JsonField(name, nameLine, ReadItem(ref reader, lines)));
                }

                return new JsonItem(JsonValueKind.Object, line, string.Empty, fields, []);
            case JsonTokenType.StartArray:
                var items = new List<JsonItem>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadItem(ref reader, lines));
                }

                return new JsonItem(JsonValueKind.Array, line, string.Empty, [], items);
            case JsonTokenType.String:
                return new JsonItem(JsonValueKind.String, line, TextOf(ref reader, lines), [], []);
            case JsonTokenType.Number:
                return new JsonItem(JsonValueKind.Number, line, Encoding.ASCII.GetString(reader.ValueSpan), [], []);
            case JsonTokenType.True:
                return new JsonItem(JsonValueKind.True, line, string.Empty, [], []);
            case JsonTokenType.False:
                return new JsonItem(JsonValueKind.False, line, string.Empty, [], []);
            default:
                return new JsonItem(JsonValueKind.Null, line, string.Empty, [], []);
        }
    }

    // An escaped half of a surrogate pair is valid JSON and no text; the reader says so with another exception.
    private static string TextOf(ref Utf8JsonReader reader, LineIndex lines)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException noText)
        {
            throw new JsonException(noText.Message, null, lines.Of(reader.TokenStartIndex) - 1, null, noText);
        }
    }

    private sealed class LineIndex(byte[] bytes)
    {
        private readonly int[] _ends = [.. bytes.Index().Where(pair => pair.Item == (byte)'\n').Select(pair => pair.Index)];

        public int Of(long offset)
        {
            var at = Array.BinarySearch(_ends, (int)offset);
            return (at >= 0 ? at : ~at) + 1;
        }
    }
}

/// <summary>A field of an object.</summary>
internal sealed record JsonField(string Name, int Line, JsonItem Value);
