using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Http;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>What this process is among those of its deployment.</summary>
internal sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>Of <c>web</c>, <c>worker</c>, <c>ingest</c>, separated by commas; empty = all.</summary>
    [RegularExpression(
        @"^\s*((web|worker|ingest)\s*(,\s*|$))*$", ErrorMessage = "web・worker・ingest を「,」で区切ってください。 (Takes web, worker and ingest, separated by commas.)")]
    public string Roles { get; init; } = string.Empty;

    /// <summary>Addresses and networks (CIDR) of our own proxies, separated by commas, whose word about the client is taken; empty = nobody's.</summary>
    [Networks]
    public string Proxies { get; init; } = string.Empty;

    /// <exception cref="StartRefusedException">A word that is no role.</exception>
    public HubRoles ReadRoles()
    {
        var roles = HubRoles.None;
        foreach (var word in Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles |= word switch
            {
                "web" => HubRoles.Web,
                "worker" => HubRoles.Worker,
                "ingest" => HubRoles.Ingest,
                _ => throw new StartRefusedException($"{Section}:Roles knows web, worker and ingest, not {word}."),
            };
        }

        return roles == HubRoles.None ? HubRoles.All : roles;
    }
}
