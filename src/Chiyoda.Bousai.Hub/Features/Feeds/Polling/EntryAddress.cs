using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Whether a telegram that a list names is fetched: a list is a foreign text and may name anything.</summary>
internal static partial class EntryAddress
{
    /// <summary>The headquarters of JMA.</summary>
    private const string National = "010000";

    /// <param name="text">As it stands in the list.</param>
    /// <param name="list">Where the list is.</param>
    /// <param name="hosts">Hosts beside the list's own.</param>
    /// <param name="address">Where to fetch it; meaningful without a refusal.</param>
    /// <returns>Why it is not fetched; empty when it is.</returns>
    public static string Judge(string text, Uri list, IReadOnlyList<string> hosts, out Uri address)
    {
        address = list;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var meant) || !meant.IsWellFormedOriginalString() || meant.UserInfo.Length > 0)
        {
            return FeedFaults.LinkMalformed;
        }

        address = meant;
        if (meant.Scheme != Uri.UriSchemeHttps && !(meant.Scheme == Uri.UriSchemeHttp && list.Scheme == Uri.UriSchemeHttp && meant.IsLoopback))
        {
            return FeedFaults.LinkInsecure;
        }

        return meant.Authority == list.Authority || hosts.Contains(meant.Host, StringComparer.OrdinalIgnoreCase) ? string.Empty : FeedFaults.LinkElsewhere;
    }

    /// <summary>
    /// Bulletins of a prefecture's office (VP…) name it at the end of the file; those of others are not the ward's. National and regional
    /// offices, and every name of another form, are fetched.
    /// </summary>
    public static bool ConcernsOffice(Uri address, string office) =>
        Prefecture().Match(address.AbsolutePath) is not { Success: true } match || match.Groups[1].Value is var issuer && (issuer == office || issuer == National);

    [GeneratedRegex(@"/[0-9]{14}_[0-9]+_VP[A-Z]{2}[0-9]{2}_([0-9]{2}0000)\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex Prefecture();
}
