using System.Security.Cryptography;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Feeds;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>Where settings come from, the later over the earlier: <c>config/appsettings.json</c>, <c>config/appsettings.{mode}.json</c>, environment, what the command line says.</summary>
internal static class HubConfiguration
{
    public static void Configure(WebApplicationBuilder builder, Deployment deployment, HubSettings settings)
    {
        builder.Configuration.Sources.Clear();
        AddSources(builder.Configuration, settings, deployment.Mode);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = settings.Urls });
        if (deployment.Mode == HubMode.Live && builder.Configuration.GetValue<bool>("Push:AllowLoopback"))
        {
            throw new StartRefusedException("Push:AllowLoopback is for exercises and tests only; Live refuses to start with it.");
        }

        builder.Services.PostConfigure<FeedsOptions>(feeds =>
        {
            if (feeds.Key.Length == 0)
            {
                feeds.Key = deployment.ReadOrCreateSecret(Deployment.FeedKeyFile, () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
            }
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.MaxConcurrentConnections = null;
        });
        HubLogging.Configure(builder.Logging, builder.Configuration.GetSection("Logging"), isTold: settings.Scenario is not null);
    }

    /// <summary>The settings of a mode before there is a host: what decides where the data are.</summary>
    public static IConfigurationRoot Read(HubSettings settings, HubMode mode)
    {
        var builder = new ConfigurationBuilder();
        AddSources(builder, settings, mode);
        return builder.Build();
    }

    private static void AddSources(IConfigurationBuilder builder, HubSettings settings, HubMode mode)
    {
        var directory = Path.GetFullPath(settings.ResolvedConfig);
        foreach (var file in SettingsGate.FilesOf(mode))
        {
            builder.AddJsonFile(Path.Combine(directory, file), optional: true);
        }

        builder.AddEnvironmentVariables().AddInMemoryCollection(settings.Overrides);
    }
}
