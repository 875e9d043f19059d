using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>The one way JSON is written: in columns, in payloads of the chronology and on the wire.</summary>
public static class BousaiJson
{
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions());

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        // Every response is application/json with nosniff, and pages set text as text; Japanese stays readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JapanInstantConverter());
        return options;
    }

    /// <summary>RFC 3339 with an offset, both ways; written at +09:00. A time without an offset is refused, not guessed.</summary>
    private sealed class JapanInstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? string.Empty;
            var time = text.IndexOf('T', StringComparison.Ordinal);
            var hasOffset = text.EndsWith('Z') || (time > 0 && text.AsSpan(time).IndexOfAny('+', '-') > 0);
            return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                ? instant
                : throw new JsonException("A time needs the form 2026-06-01T02:14:03+09:00, with its offset.");
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToJapan().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture));
    }
}
