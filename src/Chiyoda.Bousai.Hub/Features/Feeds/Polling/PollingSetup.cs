using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;
using Hangfire;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>What asks feeds: on nodes with the role ingest, where one is turned on.</summary>
internal static class PollingSetup
{
    /// <exception cref="StartRefusedException">A feed is configured that this deployment may not ask.</exception>
    public static void AddPolling(this IServiceCollection services, Deployment deployment, WardPack pack, IConfiguration configuration)
    {
        var jma = services.Settings<JmaFeedOptions>(configuration, JmaFeedOptions.Section);
        var quakes = services.Settings<P2PQuakeOptions>(configuration, P2PQuakeOptions.Section);
        var gauges = services.Settings<GaugeOptions>(configuration, GaugeOptions.Section);
        var foreign = services.Settings<ForeignAlertOptions>(configuration, ForeignAlertOptions.Section);
        FeedsGate.Check(jma, quakes, gauges, foreign, pack, deployment.Mode);
        FeedsGate.CheckEvery(jma, quakes, gauges, foreign, (configuration.GetSection(FeedsOptions.Section).Get<FeedsOptions>() ?? new FeedsOptions()).SilentAfter);
        services.AddSingleton<UnconfirmedReports>();
        services.AddSingleton<ForeignAlerts>();
        if (!deployment.Roles.HasFlag(HubRoles.Ingest))
        {
            return;
        }

        services.AddFeedClient(jma.UserAgent);
        services.AddSingleton<PollBook>();
        if (!(jma.Enabled || quakes.Enabled || gauges.IsOn || foreign.IsOn))
        {
            return;
        }

        if (jma.Enabled)
        {
            services.AddSingleton<EntryFetcher>();
            services.AddSingleton<IFeedPoller, JmaFeedPoller>();
        }

        if (quakes.Enabled)
        {
            services.AddSingleton<IFeedPoller, P2PQuakePoller>();
            if (quakes.Socket.Length > 0)
            {
                services.AddHostedService<P2PQuakeSocket>();
            }
        }

        if (gauges.IsOn)
        {
            services.AddSingleton<IFeedPoller, GaugePoller>();
        }

        if (foreign.IsOn)
        {
            services.AddSingleton<IFeedPoller, ForeignAlertPoller>();
        }

        services.AddScheduler(deployment.Database);
        services.AddHangfireServer(server =>
        {
            server.Queues = [PollFeedsJob.Queue];
            server.WorkerCount = 2;
            server.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<PollSchedule>();
    }

    public static T Settings<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class, new()
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        return configuration.GetSection(section).Get<T>() ?? new T();
    }

    /// <summary>Redirects are answers that we refuse, and bodies are unpacked by us, so that both are bounded.</summary>
    private static void AddFeedClient(this IServiceCollection services, string userAgent)
    {
        services.AddSingleton<FeedClient>();
        services.AddHttpClient(FeedClient.Name, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.TryParseAdd(userAgent);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxConnectionsPerServer = 4,
            })
            .RemoveAllLoggers()
            .AddResilienceHandler(FeedClient.Name, pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                // Once and soon: longer pauses are those of the book, which every node knows.
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(300),
                BackoffType = DelayBackoffType.Constant,
                UseJitter = true,
                ShouldRetryAfterHeader = false,
            }));
    }
}
