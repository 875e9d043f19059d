using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>A column as it stands in a backup: the same text for the same value, on every database.</summary>
public sealed class BackupColumn
{
    /// <summary>Microseconds, the finest that both databases keep.</summary>
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly Type[] Forms =
        [typeof(string), typeof(Guid), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(byte[]), typeof(DateTimeOffset)];

    private readonly ValueConverter? _converter;

    private readonly Type _form;

    /// <exception cref="NotSupportedException">The column holds a kind of value that has no form in a backup yet.</exception>
    internal BackupColumn(IProperty property, StoreObjectIdentifier table)
    {
        Name = property.GetColumnName(table)!;
        _converter = property.GetTypeMapping().Converter;

        // Instants are stored as each database can; everything else is stored alike, words and JSON as their text.
        var form = Plain(property.ClrType) == typeof(DateTimeOffset) ? typeof(DateTimeOffset) : Plain(_converter?.ProviderClrType ?? property.ClrType);
        _form = Forms.Contains(form) ? form : throw new NotSupportedException($"{table.Name}.{Name} holds {form}, which a backup has no form for.");
        IsCounted = property.ValueGenerated == ValueGenerated.OnAdd && (form == typeof(int) || form == typeof(long));
    }

    public string Name { get; }

    /// <summary>Whether the database gives its values, by counting.</summary>
    public bool IsCounted { get; }

    internal void Write(Utf8JsonWriter json, DbDataReader row, int ordinal)
    {
        json.WritePropertyName(Name);
        if (row.IsDBNull(ordinal))
        {
            json.WriteNullValue();
        }
        else if (_form == typeof(string))
        {
            json.WriteStringValue(row.GetString(ordinal));
        }
        else if (_form == typeof(Guid))
        {
            json.WriteStringValue(row.GetGuid(ordinal));
        }
        else if (_form == typeof(bool))
        {
            json.WriteBooleanValue(row.GetBoolean(ordinal));
        }
        else if (_form == typeof(double))
        {
            json.WriteNumberValue(row.GetDouble(ordinal));
        }
        else if (_form == typeof(byte[]))
        {
            json.WriteBase64StringValue(row.GetFieldValue<byte[]>(ordinal));
        }
        else if (_form == typeof(DateTimeOffset))
        {
            json.WriteStringValue(InstantOf(row, ordinal).ToString(Instant, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumberValue(row.GetInt64(ordinal));
        }
    }

    /// <summary>The value as this database stores it.</summary>
    /// <exception cref="FormatException">It is not of this column's form.</exception>
    internal object Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return DBNull.Value;
        }

        object read = _form == typeof(string) ? value.GetString()!
            : _form == typeof(Guid) ? value.GetGuid()
            : _form == typeof(bool) ? value.GetBoolean()
            : _form == typeof(double) ? value.GetDouble()
            : _form == typeof(byte[]) ? value.GetBytesFromBase64()
            : _form == typeof(int) ? value.GetInt32()
            : _form == typeof(long) ? value.GetInt64()
            : value.GetDateTimeOffset();

        // What a database cannot hold as it is: instants in SQLite, a NUL in a text of PostgreSQL.
        return _converter is { } converter && converter.ModelClrType == _form ? converter.ConvertToProvider(read)! : read;
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private DateTimeOffset InstantOf(DbDataReader row, int ordinal)
    {
        object stored = Plain(_converter?.ProviderClrType ?? _form) == typeof(long) ? row.GetInt64(ordinal) : row.GetFieldValue<DateTimeOffset>(ordinal);
        return ((DateTimeOffset)(_converter?.ConvertFromProvider(stored) ?? stored)).ToUniversalTime();
    }
}
