using System.Reflection;
using Chiyoda.Bousai.Infrastructure.Operations;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>What whoever looks after a deployment is told: health, figures, spans. They leave the house only where the environment names a collector.</summary>
internal static class OperationsSetup
{
    /// <summary>https://opentelemetry.io/docs/specs/otel/protocol/exporter/: the addresses; the SDK reads these and the other variables itself.</summary>
    private static readonly string[] Collectors =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    private const string ExportPatience = "OTEL_EXPORTER_OTLP_TIMEOUT";

    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>A collector that is away must not hold up the end of the process.</summary>
    private const int ExportPatienceMilliseconds = 2000;

    /// <exception cref="StartRefusedException">An address of a collector is none.</exception>
    public static void AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OperationsReader>();
        services.AddSingleton<OperationsWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<OperationsWatch>());
        services.AddSingleton<HubMeter>();
        services.AddSingleton<Readiness>();
        if (HasCollector(configuration))
        {
            services.AddExport(configuration);
        }
    }

    private static bool HasCollector(IConfiguration configuration)
    {
        var named = Collectors.Where(name => !string.IsNullOrWhiteSpace(configuration[name])).ToList();
        return named.Find(name => !Uri.TryCreate(configuration[name], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) is { } wrong
            ? throw new StartRefusedException($"{wrong} is no address like http://collector:4318. Correct it, or unset it to keep figures and traces in the house.")
            : named.Count > 0;
    }

    private static void AddExport(this IServiceCollection services, IConfiguration configuration)
    {
        var version = typeof(OperationsSetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration[ServiceName] ?? "bousai-hub", serviceVersion: version))
            .WithMetrics(metrics => metrics
                .AddMeter(BousaiTelemetry.Name)
                .AddMeter("System.Runtime")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(Bound))
            .WithTracing(traces => traces
                .AddSource(BousaiTelemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new NothingPersonal())
                .AddOtlpExporter(Bound));

        void Bound(OtlpExporterOptions exporter)
        {
            if (string.IsNullOrWhiteSpace(configuration[ExportPatience]))
            {
                exporter.TimeoutMilliseconds = ExportPatienceMilliseconds;
            }
        }
    }
}
