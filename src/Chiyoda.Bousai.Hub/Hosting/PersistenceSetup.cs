using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>The database: made when absent, stamped once, opened only in the mode of its stamp (design rule 3).</summary>
internal static class PersistenceSetup
{
    public static void AddPersistence(this IServiceCollection services, Deployment deployment)
    {
        services.AddSingleton<Doorbell>();
        deployment.Database.Register(services);
    }

    /// <summary>Registered after every other recorder: the append to the chain is the last act of a transaction.</summary>
    public static void AddChronologyRecorder(this IServiceCollection services) => services.AddScoped<IFactRecorder, ChronologyRecorder>();

    /// <summary>Settles the mode of a data directory before anything is read from or written to it.</summary>
    /// <exception cref="StartRefusedException">The asked mode is not the stamped one.</exception>
    public static async Task<Deployment> SettleAsync(HubSettings settings, CancellationToken cancellationToken)
    {
        var asked = settings.Mode ?? HubMode.Exercise;
        var deployment = Read(settings, asked);
        if (!deployment.Database.MayExist || await ReadStampAsync(deployment.Database, cancellationToken) is not { } stamped || stamped == asked)
        {
            return deployment;
        }

        return settings.Mode is { } mode
            ? throw new StartRefusedException(
                $"{deployment.Database} is stamped {stamped.ToString().ToLowerInvariant()}; it never becomes {mode.ToString().ToLowerInvariant()}. Use another --data or database.")
            : Read(settings with { DataDirectory = deployment.DataDirectory }, stamped);
    }

    /// <summary>Whether a hub has ever been started on a database.</summary>
    public static async Task<bool> IsThereAsync(Database database, CancellationToken cancellationToken) =>
        database.MayExist && await ReadStampAsync(database, cancellationToken) is not null;

    /// <summary>Brings the schema up and stamps a new database.</summary>
    public static async Task PrepareAsync(IServiceProvider services, Deployment deployment, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(deployment.DataDirectory);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();

        // Nodes that start together on a new database make its first tables at the same time: one of them is first.
        var stamped = await db.RepeatAsync(
            async () =>
            {
                await Schema.BringUpAsync(db, cancellationToken);
                if (await db.Stamps.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } stamp)
                {
                    return stamp.Mode;
                }

                db.Add(new DeploymentStamp(deployment.Mode, now));
                await db.SaveChangesAsync(cancellationToken);
                return deployment.Mode;
            },
            cancellationToken);
        if (stamped != deployment.Mode)
        {
            throw new StartRefusedException($"{deployment.Database} was stamped {stamped.ToString().ToLowerInvariant()} by another process just now.");
        }
    }

    private static Deployment Read(HubSettings settings, HubMode mode)
    {
        var directory = settings.DataDirectory ?? Path.Combine("data", mode == HubMode.Live ? "live" : "exercise");

        // They say where the data are: a wrong one is named with every other, before anything is looked for in the wrong place.
        if (SettingsGate.Check(settings.ResolvedConfig, mode).Any())
        {
            throw PackGate.Refusal(settings.ResolvedConfig, PackVerdict.Of(settings.ResolvedConfig, mode));
        }

        var configuration = HubConfiguration.Read(settings, mode);
        return new Deployment(
            mode,
            settings.ResolvedConfig,
            directory,
            new Database(configuration.GetConnectionString("Database"), Path.Combine(directory, "bousai.db")),
            (configuration.GetSection(HubOptions.Section).Get<HubOptions>() ?? new HubOptions()).ReadRoles());
    }

    private static async Task<HubMode?> ReadStampAsync(Database database, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return null;
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new StartRefusedException(
                $"{database} was last used by a later version of this program ({unknown}), which this one would damage. Start that version, or restore a backup from before the update.");
        }

        return applied.Count == 0
            ? null
            : await db.Stamps.AsNoTracking().Select(stamp => (HubMode?)stamp.Mode).SingleOrDefaultAsync(cancellationToken);
    }
}
