using System.Text.Json.Serialization;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Areas;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Hub.Features.CallOuts;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Incidents;
using Chiyoda.Bousai.Hub.Features.Notices;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Hub.Features.Relays;
using Chiyoda.Bousai.Hub.Features.Shelters;
using Chiyoda.Bousai.Hub.Features.Subscriptions;
using Chiyoda.Bousai.Hub.Features.Tasks;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Hub.Hosting.Operations;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Hub.Pages;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>Puts the program together; reads like its table of contents.</summary>
internal static class HubHost
{
    /// <summary>Supervisors kill what has not ended 10 s after it was asked to; a second is left for what follows the services.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(9);

    /// <summary>A hub that is ready to run: pack checked, database prepared and stamped.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="adjust">Last word on the services; tests put their clock here.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    /// <exception cref="StartRefusedException">The hub may not start like this.</exception>
    public static async Task<WebApplication> BuildAsync(HubSettings settings, Action<IServiceCollection>? adjust, CancellationToken cancellationToken)
    {
        var deployment = await PersistenceSetup.SettleAsync(settings, cancellationToken);
        var pack = PackGate.Open(deployment);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(HubHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        HubConfiguration.Configure(builder, deployment, settings);
        AddServices(builder.Services, deployment, pack, builder.Configuration);
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        await PersistenceSetup.PrepareAsync(app.Services, deployment, cancellationToken);
        await SharedSecrets.ShareAsync(app.Services, deployment, cancellationToken);
        Use(app, deployment);
        return app;
    }

    /// <summary>Services for a command that needs the database but serves nothing.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="mayCreate">Whether the command may make a data directory; one that only reads refuses where there is none.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    public static async Task<ServiceProvider> BuildForCommandAsync(HubSettings settings, bool mayCreate, CancellationToken cancellationToken)
    {
        var deployment = await PersistenceSetup.SettleAsync(settings, cancellationToken);
        if (!mayCreate && !await PersistenceSetup.IsThereAsync(deployment.Database, cancellationToken))
        {
            throw new StartRefusedException($"There is no database {deployment.Database}. Name its folder with --data, or set ConnectionStrings__Database.");
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(deployment);
        services.AddPersistence(deployment);
        services.AddChronologyRecorder();
        services.AddAccess();
        services.AddScoped<AccountRegister>();
        var provider = services.BuildServiceProvider();
        await PersistenceSetup.PrepareAsync(provider, deployment, cancellationToken);
        return provider;
    }

    private static void AddServices(IServiceCollection services, Deployment deployment, WardPack pack, ConfigurationManager configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(deployment);
        services.AddSingleton(pack);
        services.Configure<HostOptions>(host =>
        {
            // Side by side: a worker that waits for a push service must not take the others' time.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = StopWithin;
        });
        services.AddPersistence(deployment);
        services.AddAccess();
        services.AddScoped<AccountRegister>();
        services.AddFeeds(deployment, pack, configuration);
        services.AddWarnings();
        services.AddAreas();
        services.AddEvacuation(deployment.Roles);
        services.AddRelays(deployment.Roles);
        services.AddBacktests();
        services.AddNotices(deployment.Roles);
        services.AddIncidents();
        services.AddShelters();
        services.AddTasks();
        services.AddSubscriptions(deployment.Roles);
        services.AddFacilities();
        services.AddDissemination(deployment, [.. pack.Channels.Where(channel => channel.State == ChannelState.Connected).Select(channel => channel.Id)]);
        services.AddPortal(deployment, pack);
        services.AddLive(deployment.Roles, configuration.GetConnectionString("Redis"));
        services.AddCallOuts(deployment);
        services.AddChronologyRecorder();
        services.AddSingleton<NodeRegister>();
        services.AddHostedService(provider => provider.GetRequiredService<NodeRegister>());
        services.AddOperations(configuration);
        services.AddExercise(deployment, configuration);
        services.AddProxies();
        services.AddLimits();
        services.AddValidation();
        services.AddProblems();
        ApiDocument.AddTo(services);
        services.AddHqPages();
        services.ConfigureHttpJsonOptions(json =>
        {
            BousaiJson.Apply(json.SerializerOptions);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
    }

    private static void Use(WebApplication app, Deployment deployment)
    {
        app.UseProxies();
        app.UseSecurityHeaders(allowOwnFrames: deployment.IsExercise);
        app.UseProblems();
        app.UseDesks(deployment);
        app.UseRouting();
        var hasPages = deployment.Roles.HasFlag(HubRoles.Web);
        app.UseNotThere(under: hasPages ? "/api" : string.Empty);
        if (hasPages)
        {
            app.UsePortalElsewhere();
        }

        app.UseAuthentication();
        app.UseLimits();
        app.UseRequestForgeryGuard();
        app.UseAuthorization();

        app.Services.GetRequiredService<HubMeter>();
        app.MapHealth();
        if (!hasPages)
        {
            return;
        }

        app.MapAccess();
        app.MapFeeds();
        app.MapWarnings();
        app.MapAreas();
        app.MapEvacuation();
        app.MapFacilities();
        app.MapNotices();
        app.MapCallOuts();
        app.MapIncidents();
        app.MapShelters();
        app.MapTasks();
        app.MapSubscriptions();
        app.MapDissemination();
        app.MapChronology();
        app.MapPortal();
        app.MapLive();
        ApiDocument.Map(app);
        app.MapRazorPages();
    }
}
