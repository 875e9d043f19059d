using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>A list of addresses and networks (CIDR), separated by commas; empty is a list too. A network of everybody is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworksAttribute : ValidationAttribute
{
    /// <param name="text">A list that is valid.</param>
    public static IReadOnlyList<IPNetwork> Read(string text) => [.. Parts(text).Select(part => Parse(part)!.Value)];

    public override bool IsValid(object? value) => value is string text && Parts(text).All(part => Parse(part) is { PrefixLength: > 0 });

    public override string FormatErrorMessage(string name) =>
        $"「,」区切りのアドレスか、全体でないネットワークで書いてください。 ({name} takes addresses and networks like 127.0.0.1,192.0.2.0/24, none of them everybody.)";

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Parse(string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
