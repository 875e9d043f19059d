using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>A table as the model has it: nobody has to think of the backup when a table or a column is added.</summary>
public sealed class BackupTable
{
    private readonly ISqlGenerationHelper _sql;
    private readonly string _columns;
    private readonly string _order;

    private BackupTable(IEntityType type, int seeds, ISqlGenerationHelper sql)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)
            ?? throw new NotSupportedException($"{type.DisplayName()} has no table of its own.");
        _sql = sql;
        Name = table.Name;
        Seeds = seeds;
        Columns = [.. type.GetProperties().Select(property => new BackupColumn(property, table))];
        _columns = string.Join(", ", Columns.Select(column => Quote(column.Name)));
        _order = string.Join(", ", type.FindPrimaryKey()!.Properties.Select(property => Quote(property.GetColumnName(table)!)));
    }

    public string Name { get; }

    public IReadOnlyList<BackupColumn> Columns { get; }

    /// <summary>The column whose values the database counts, or <see langword="null"/>.</summary>
    internal BackupColumn? Counted => Columns.SingleOrDefault(column => column.IsCounted);

    /// <summary>Rows that the migrations put in.</summary>
    internal int Seeds { get; }

    internal string Quoted => Quote(Name);

    internal string Select => $"SELECT {_columns} FROM {Quoted} ORDER BY {_order}";

    /// <summary>All tables, those that others refer to first.</summary>
    public static IReadOnlyList<BackupTable> Of(BousaiDbContext db)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var designed = db.GetService<IDesignTimeModel>().Model;
        var seen = new HashSet<IEntityType>();
        var tables = new List<BackupTable>();
        foreach (var type in db.Model.GetEntityTypes().OrderBy(type => type.GetTableName(), StringComparer.Ordinal))
        {
            Add(type);
        }

        return tables;

        void Add(IEntityType type)
        {
            if (!seen.Add(type))
            {
                return;
            }

            foreach (var key in type.GetForeignKeys())
            {
                Add(key.PrincipalEntityType);
            }

            tables.Add(new BackupTable(type, designed.FindEntityType(type.Name)!.GetSeedData().Count(), sql));
        }
    }

    internal string Quote(string identifier) => _sql.DelimitIdentifier(identifier);

    /// <summary>Inserts many rows at once; the parameters count from <c>@p0</c>, row by row.</summary>
    internal string Insert(int rows) => $"INSERT INTO {Quoted} ({_columns}) VALUES " + string.Join(", ", Enumerable.Range(0, rows).Select(row =>
        $"({string.Join(", ", Enumerable.Range(row * Columns.Count, Columns.Count).Select(ParameterName))})"));

    internal static string ParameterName(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}
