using Chiyoda.Bousai.Hub.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>
/// Behind a proxy every request comes from one address. The proxies that are named may say for whom they ask
/// (<c>X-Forwarded-For</c>) and how they were asked (<c>X-Forwarded-Proto</c>), so that limits hold per client and session cookies stay on TLS.
/// </summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services) =>
        services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>First in line: whatever follows sees the client.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        var networks = NetworksAttribute.Read(app.ApplicationServices.GetRequiredService<IOptions<HubOptions>>().Value.Proxies);
        if (networks.Count == 0)
        {
            return;
        }

        // One hop: what stands further left was written by the client or on its way and proves nothing.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in networks)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(forwarded);
    }
}
