using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>The scheduler (Hangfire) that roles with jobs share. Its servers belong to the capabilities, a queue each.</summary>
internal static class Scheduler
{
    private static readonly PostgreSqlStorageOptions Storage = new() { SchemaName = "hangfire", QueuePollInterval = TimeSpan.FromSeconds(2), EnableLongPolling = true };

    /// <summary>Adds it, once however often it is asked for.</summary>
    public static void AddScheduler(this IServiceCollection services, Database database)
    {
        if (services.Any(service => service.ServiceType == typeof(JobStorage)))
        {
            return;
        }

        // Storage and activator of this host's own: the scheduler's defaults are statics of the process, shared by every hub in it.
        services.AddSingleton(_ => StorageOf(database));
        services.AddSingleton<JobActivator, AspNetCoreJobActivator>();
        services.AddHangfire((provider, scheduler) => scheduler.UseLogProvider(new SchedulerLog(provider.GetRequiredService<ILoggerFactory>())));
    }

    /// <summary>Jobs carry ids alone, so that losing their storage costs nothing (design §3).</summary>
    private static JobStorage StorageOf(Database database) => database.Connection is { } connection
        ? new PostgreSqlStorage(
            new NpgsqlConnectionFactory(connection, Storage),
            Storage)
        : new InMemoryStorage();
}
