using System.Globalization;

namespace Chiyoda.Bousai.WebPush;

/// <summary>The ASCII serialization of an origin: scheme, host, and the port where it is not the scheme's own.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6454#section-6.2">RFC 6454 section 6.2</seealso>
internal static class WebOrigin
{
    public static string Of(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        return url.IsDefaultPort
            ? $"{url.Scheme}://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}://{host}:{url.Port}");
    }
}
