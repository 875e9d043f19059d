using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>Puts the rows of a part into its table, as many at once as fit a command, however many there are.</summary>
internal sealed class BackupInserter(BousaiDbContext db, BackupFile file, BackupTable table, BackupPart part)
{
    private const int MaxRows = 200;

    /// <summary>Telegrams may be megabytes each.</summary>
    private const int MaxOctets = 1 << 20;

    private readonly List<object> _values = [];

    private int _octets;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var row in file.ReadAsync(part, cancellationToken))
        {
            Take(row);
            count++;
            if (_values.Count >= MaxRows * table.Columns.Count || _octets >= MaxOctets)
            {
                await FlushAsync(cancellationToken);
            }
        }

        await FlushAsync(cancellationToken);
        if (count != part.Rows)
        {
            throw file.Damaged($"{part.FileName} has {count} rows instead of {part.Rows}");
        }

        await db.CountFromAsync(table, part.HighestKey, cancellationToken);
    }

    private void Take(JsonElement row)
    {
        foreach (var column in table.Columns)
        {
            var value = ValueOf(row, column);
            _values.Add(value);
            _octets += value switch { string word => word.Length, byte[] octets => octets.Length, _ => sizeof(long) };
        }
    }

    private object ValueOf(JsonElement row, BackupColumn column)
    {
        try
        {
            return column.Read(row.GetProperty(column.Name));
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw file.Damaged($"{part.FileName} has a row without a {column.Name} that fits ({wrong.Message})");
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_values.Count == 0)
        {
            return;
        }

        await using var command = db.NewCommand(table.Insert(_values.Count / table.Columns.Count));
        for (var index = 0; index < _values.Count; index++)
        {
            command.Give(BackupTable.ParameterName(index), _values[index]);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
        _values.Clear();
        _octets = 0;
    }
}
