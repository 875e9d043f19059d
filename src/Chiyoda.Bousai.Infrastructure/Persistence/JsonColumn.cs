using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>A value kept as JSON text in one column: read and written whole, never queried.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            value => Write(value),
            text => Read<T>(text),
            new ValueComparer<T>((one, other) => Write(one) == Write(other), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
        return property;
    }

    private static string Write<T>(T? value) => JsonSerializer.Serialize(value, BousaiJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, BousaiJson.Options)!;
}
