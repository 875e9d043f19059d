using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>The database: made when absent, stamped once, opened only in the mode of its stamp (design rule 3).</summary>
internal static class PersistenceSetup
{
    public static void AddPersistence(this IServiceCollection services, Deployment deployment)
    {
        services.AddSingleton<Doorbell>();
        services.AddDbContext<SqliteBousaiDbContext>(options => Configure(options, deployment.DatabaseFile));
        services.AddScoped<BousaiDbContext>(provider => provider.GetRequiredService<SqliteBousaiDbContext>());
    }

    /// <summary>Registered after every other recorder: the append to the chain is the last act of a transaction.</summary>
    public static void AddChronologyRecorder(this IServiceCollection services) => services.AddScoped<IFactRecorder, ChronologyRecorder>();

    /// <summary>Settles the mode of a data directory before anything is read from or written to it.</summary>
    /// <exception cref="StartRefusedException">The asked mode is not the stamped one.</exception>
    public static async Task<Deployment> SettleAsync(HubSettings settings, CancellationToken cancellationToken)
    {
        var asked = settings.Mode ?? HubMode.Exercise;
        var directory = settings.DataDirectory ?? Path.Combine("data", asked == HubMode.Live ? "live" : "exercise");
        var deployment = new Deployment(asked, settings.ResolvedConfig, directory);
        if (!File.Exists(deployment.DatabaseFile) || await ReadStampAsync(deployment, cancellationToken) is not { } stamped)
        {
            return deployment;
        }

        return settings.Mode is { } mode && mode != stamped
            ? throw new StartRefusedException(
                $"{directory} is stamped {stamped.ToString().ToLowerInvariant()}; it never becomes {mode.ToString().ToLowerInvariant()}. Use another --data.")
            : deployment with { Mode = stamped };
    }

    /// <summary>Brings the schema up and stamps a new database.</summary>
    public static async Task PrepareAsync(IServiceProvider services, Deployment deployment, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(deployment.DataDirectory);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        await db.Database.MigrateAsync(cancellationToken);
        if (!await db.Stamps.AnyAsync(cancellationToken))
        {
            db.Add(new DeploymentStamp(deployment.Mode, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static void Configure(DbContextOptionsBuilder options, string file) => options.UseSqlite(
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 15 }.ConnectionString);

    private static async Task<HubMode?> ReadStampAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<SqliteBousaiDbContext>();
        Configure(options, deployment.DatabaseFile);
        await using var db = new SqliteBousaiDbContext(options.Options, [], new Doorbell());
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        var all = db.Database.GetMigrations();
        return pending.Count() == all.Count()
            ? null
            : await db.Stamps.AsNoTracking().Select(stamp => (HubMode?)stamp.Mode).SingleOrDefaultAsync(cancellationToken);
    }
}
