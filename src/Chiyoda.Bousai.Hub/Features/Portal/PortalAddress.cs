using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Where the public pages and their files are, under the path base of the deployment.</summary>
/// <param name="PathBase">Empty, or a path that starts with a slash and does not end with one, for example <c>/desk/resident</c>.</param>
/// <param name="AssetVersion">Changes with the bundles; in the addresses of style and script, so that they may be kept for ever.</param>
public sealed record PortalAddress(string PathBase, string AssetVersion)
{
    public string Style => Asset("portal.css");

    /// <summary>The style of the pages about hazards, beside <see cref="Style"/>: the first page stays small.</summary>
    public string HazardStyle => Asset("hazards.css");

    public string Script => Asset("portal.js");

    public string Icon => $"{PathBase}/dist/icon.svg";

    /// <summary>The address of a page: <c>/</c> and <c>/lite</c> in Japanese, <c>/en/</c> and <c>/en/lite</c> in others.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">The language.</param>
    /// <returns>A path from the root of the host.</returns>
    public string Of(PortalPage page, string language)
    {
        var folder = language == LocalizedText.Japanese ? $"{PathBase}/" : $"{PathBase}/{language}/";
        return page switch
        {
            PortalPage.Home => folder,
            PortalPage.Lite => folder + "lite",
            PortalPage.Notify => folder + "notify",
            PortalPage.Warnings => folder + "warnings",
            PortalPage.Earthquakes => folder + "earthquakes",
            PortalPage.Tsunami => folder + "tsunami",
            PortalPage.Notices => folder + "notices",
            _ => throw new ArgumentOutOfRangeException(nameof(page), page, "Not a page."),
        };
    }

    public string Manifest(string language) =>
        language == LocalizedText.Japanese ? $"{PathBase}/manifest.webmanifest" : $"{PathBase}/{language}/manifest.webmanifest";

    private string Asset(string name) => $"{PathBase}/dist/{name}?v={AssetVersion}";
}
