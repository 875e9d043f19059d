using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;

namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>Which addresses a deployment may ask: an exercise takes no live feed (design §5.3), and live asks over https alone.</summary>
internal static class FeedsGate
{
    /// <summary>Domains whose feeds are live.</summary>
    private static readonly string[] LiveDomains = ["jma.go.jp", "p2pquake.net"];

    /// <exception cref="StartRefusedException">Names the setting and what to write instead.</exception>
    public static void Check(JmaFeedOptions jma, P2PQuakeOptions quakes, GaugeOptions gauges, ForeignAlertOptions foreign, WardPack pack, HubMode mode)
    {
        if (jma.Enabled)
        {
            MustBeSource($"{JmaFeedOptions.Section}:Source", jma.Source, pack);
            MustBeFolder($"{JmaFeedOptions.Section}:Base", jma.Base, mode);
        }

        if (quakes.Enabled)
        {
            MustBeSource($"{P2PQuakeOptions.Section}:Source", quakes.Source, pack);
            MustBeFolder($"{P2PQuakeOptions.Section}:Base", quakes.Base, mode);
            if (quakes.Socket.Length > 0)
            {
                MustBeAddress($"{P2PQuakeOptions.Section}:Socket", quakes.Socket, mode, Uri.UriSchemeWss, Uri.UriSchemeWs);
            }
        }

        if (gauges.IsOn)
        {
            MustBeSource($"{GaugeOptions.Section}:Source", gauges.Source, pack);
        }

        if (foreign.IsOn)
        {
            CheckForeign(foreign, pack, mode);
        }

        foreach (var address in gauges.List)
        {
            MustBeAddress($"{GaugeOptions.Section}:Addresses", address, mode, Uri.UriSchemeHttps, Uri.UriSchemeHttp);
        }
    }

    /// <summary>What is asked more seldom than the limit of silence would fall silent between two questions.</summary>
    /// <exception cref="StartRefusedException">Names the setting and the limit.</exception>
    public static void CheckEvery(JmaFeedOptions jma, P2PQuakeOptions quakes, GaugeOptions gauges, ForeignAlertOptions foreign, TimeSpan silentAfter)
    {
        (bool IsOn, string Section, TimeSpan Every)[] asked =
        [
            (jma.Enabled, JmaFeedOptions.Section, jma.Every),
            (quakes.Enabled, P2PQuakeOptions.Section, quakes.Every),
            (gauges.IsOn, GaugeOptions.Section, gauges.Every),
            (foreign.IsOn, ForeignAlertOptions.Section, foreign.Every),
        ];
        foreach (var (_, section, every) in asked.Where(each => each.IsOn && each.Every >= silentAfter))
        {
            throw new StartRefusedException($"{section}:Every ({every}) must be below {FeedsOptions.Section}:SilentAfter ({silentAfter}), or the source would fall silent between two questions.");
        }
    }

    /// <summary>Every list abroad is live: an exercise plays its own from this machine.</summary>
    private static void CheckForeign(ForeignAlertOptions foreign, WardPack pack, HubMode mode)
    {
        const string Setting = $"{ForeignAlertOptions.Section}:Addresses";
        MustBeSource($"{ForeignAlertOptions.Section}:Source", foreign.Source, pack);
        foreach (var address in foreign.List)
        {
            MustBeAddress(Setting, address, mode, Uri.UriSchemeHttps, Uri.UriSchemeHttp);
            if (mode == HubMode.Exercise && !new Uri(address).IsLoopback)
            {
                throw new StartRefusedException($"{Setting} names a live feed; an exercise takes none. Give it one of your own, or turn it off.");
            }
        }
    }

    private static void MustBeSource(string setting, string source, WardPack pack)
    {
        if (!pack.Ward.Sources.Any(known => known.Id == source && known.Mode != SourceMode.Manual))
        {
            throw new StartRefusedException($"{setting} is {source}, which ward.json does not name as a polled or pushed source.");
        }
    }

    private static void MustBeFolder(string setting, string text, HubMode mode)
    {
        MustBeAddress(setting, text, mode, Uri.UriSchemeHttps, Uri.UriSchemeHttp);
        if (!new Uri(text).AbsolutePath.EndsWith('/'))
        {
            throw new StartRefusedException($"{setting} is the address of a folder, ending in a slash.");
        }
    }

    /// <exception cref="StartRefusedException">Names the setting and what to write instead.</exception>
    public static void MustBeAddress(string setting, string text, HubMode mode, string sealedScheme, string openScheme)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || (address.Scheme != sealedScheme && address.Scheme != openScheme))
        {
            throw new StartRefusedException($"{setting} is no address like {sealedScheme}://feeds.example.jp/xml/.");
        }

        if (address.Scheme == openScheme && (mode == HubMode.Live || !address.IsLoopback))
        {
            throw new StartRefusedException($"{setting} must be {sealedScheme}; {openScheme} is for this machine in an exercise.");
        }

        if (mode == HubMode.Exercise && LiveDomains.Any(domain => address.Host == domain || address.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)))
        {
            throw new StartRefusedException($"{setting} names a live feed; an exercise takes none. Give it one of your own, or turn it off.");
        }
    }
}
