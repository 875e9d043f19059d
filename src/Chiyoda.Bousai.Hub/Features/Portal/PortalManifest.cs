using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The web app manifest: on iPhone and iPad only a page on the Home Screen receives notifications.</summary>
public static class PortalManifest
{
    public const string ContentType = "application/manifest+json";

    public static byte[] For(PortalView view, PortalWords words, PortalAddress address)
    {
        var name = Reading.Plain(words.Site.Title.Fill(_ => view.Ward.Name.In(words.Language)), words.Language);
        var mark = view.Mode == HubMode.Exercise ? words.Exercise.Prefix : string.Empty;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            name = mark + name,
            short_name = mark + Reading.Plain(view.Ward.Name.In(words.Language), words.Language),
            lang = words.HtmlLanguage,
            start_url = address.Of(PortalPage.Home, words.Language),
            scope = $"{address.PathBase}/",
            display = "standalone",
            background_color = "#ffffff",
            theme_color = "#ffffff",
            icons = new[] { new { src = address.Icon, sizes = "any", type = "image/svg+xml" } },
        });
    }
}
