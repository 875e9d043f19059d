using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>The code of one 町丁目, as the ward pack spells it. Compared ordinally; it is never computed with.</summary>
/// <param name="Value">The code, digits; which scheme it follows is stated in the pack's README.</param>
[JsonConverter(typeof(AreaCodeJsonConverter))]
public readonly record struct AreaCode(string Value) : IComparable<AreaCode>
{
    /// <inheritdoc/>
    public int CompareTo(AreaCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The code itself.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Value;

    /// <summary>Whether one code stands before another in ordinal order.</summary>
    /// <param name="left">A code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>The ordinal comparison.</returns>
    public static bool operator <(AreaCode left, AreaCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether one code stands after another in ordinal order.</summary>
    /// <param name="left">A code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>The ordinal comparison.</returns>
    public static bool operator >(AreaCode left, AreaCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether one code stands before another or is the same.</summary>
    /// <param name="left">A code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>The ordinal comparison.</returns>
    public static bool operator <=(AreaCode left, AreaCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one code stands after another or is the same.</summary>
    /// <param name="left">A code.</param>
    /// <param name="right">Another code.</param>
    /// <returns>The ordinal comparison.</returns>
    public static bool operator >=(AreaCode left, AreaCode right) => left.CompareTo(right) >= 0;

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the serializer.")]
    private sealed class AreaCodeJsonConverter : JsonConverter<AreaCode>
    {
        public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("An area code is a string."));

        public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);

        public override AreaCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value);
    }
}
