using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>Where a deployment keeps its data: a file of its own, or PostgreSQL when <c>ConnectionStrings:Database</c> says so.</summary>
internal sealed class Database
{
    /// <summary>Long enough for a queue of writers, short enough that a person is told.</summary>
    private const int PatienceSeconds = 15;

    private static readonly SqliteQueue SqliteQueue = new();

    private readonly string _file;

    /// <exception cref="StartRefusedException">The connection string cannot be read; its text is not repeated, it may hold a password.</exception>
    public Database(string? connection, string file)
    {
        _file = file;
        try
        {
            Connection = string.IsNullOrWhiteSpace(connection) ? null
                : new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "bousai", IncludeErrorDetail = false }.ConnectionString;
        }
        catch (ArgumentException wrong)
        {
            throw new StartRefusedException("ConnectionStrings:Database is no connection string of PostgreSQL, like Host=db;Database=bousai;Username=bousai;Password=….", wrong);
        }
    }

    /// <summary>A secret; <see langword="null"/> = SQLite.</summary>
    public string? Connection { get; }

    /// <summary>Without opening anything: whether it may hold data of an earlier start.</summary>
    public bool MayExist => Connection is not null || File.Exists(_file);

    public void Register(IServiceCollection services)
    {
        if (Connection is null)
        {
            services.AddDbContext<SqliteBousaiDbContext>(Configure);
            services.AddScoped<BousaiDbContext>(provider => provider.GetRequiredService<SqliteBousaiDbContext>());
        }
        else
        {
            services.AddDbContext<PostgresBousaiDbContext>(Configure);
            services.AddScoped<BousaiDbContext>(provider => provider.GetRequiredService<PostgresBousaiDbContext>());
        }
    }

    /// <summary>A context for looking, outside the services of a hub.</summary>
    public BousaiDbContext Open()
    {
        if (Connection is null)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteBousaiDbContext>();
            Configure(sqlite);
            return new SqliteBousaiDbContext(sqlite.Options, [], new Doorbell());
        }

        var postgres = new DbContextOptionsBuilder<PostgresBousaiDbContext>();
        Configure(postgres);
        return new PostgresBousaiDbContext(postgres.Options, [], new Doorbell());
    }

    /// <summary>For people: where it is, without its password.</summary>
    public override string ToString() => Connection is null ? _file
        : new NpgsqlConnectionStringBuilder(Connection) is var at ? $"PostgreSQL {at.Database} at {at.Host}:{at.Port}" : string.Empty;

    private void Configure(DbContextOptionsBuilder options)
    {
        if (Connection is null)
        {
            options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = _file, ForeignKeys = true, DefaultTimeout = PatienceSeconds }.ConnectionString)
                .AddInterceptors(SqliteQueue);
        }
        else
        {
            options.UseNpgsql(Connection, npgsql => npgsql.CommandTimeout(PatienceSeconds));
        }
    }
}
