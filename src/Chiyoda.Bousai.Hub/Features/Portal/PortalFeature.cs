using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Hub.Live;
using Microsoft.Net.Http.Headers;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The public face.</summary>
internal static class PortalFeature
{
    private static readonly string[] Verbs = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPortal(this IServiceCollection services, Deployment deployment, WardPack pack)
    {
        var texts = PortalTexts.Read(deployment.ConfigDirectory, pack.Ward.Languages, pack.Notices);
        services.AddSingleton(deployment.Mode == HubMode.Live ? texts.CheckedOnly() : texts);
        services.AddSingleton<AssetLibrary>();
        services.AddSingleton<PortalRenderer>();
        services.AddSingleton<PortalMirror>();
        services.AddSingleton<PortalPublisher>();
        services.AddScoped<PortalComposer>();
        if (deployment.Roles.HasFlag(HubRoles.Web))
        {
            services.AddHostedService(provider => provider.GetRequiredService<PortalPublisher>());
        }

        // Before the ringer: whoever is rung finds the new page.
        services.AddSingleton<IChronologyListener>(provider => provider.GetRequiredService<PortalPublisher>());
    }

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<AssetLibrary>().Map(routes);
        var publisher = routes.ServiceProvider.GetRequiredService<PortalPublisher>();
        var texts = routes.ServiceProvider.GetRequiredService<PortalTexts>();
        var address = new PortalAddress(string.Empty, string.Empty);
        var paths = texts.Languages.SelectMany(words => Enum.GetValues<PortalPage>().Select(page => address.Of(page, words.Language)).Append(address.Manifest(words.Language)));
        foreach (var path in paths)
        {
            // Not a handler with parameters: a hundred and fifty of them would be compiled at every start.
            routes.MapMethods(path, Verbs, context => ServeAsync(path, context, publisher)).AllowAnonymous();
        }

        const string Status = "/status.json";
        routes.MapMethods(Status, Verbs, (HttpContext context, PortalPublisher pages) => ServeAsync(Status, context, pages)).AllowAnonymous().WithTags("Portal")
            .Describe("getStatus", "What holds now, in at most 2 KB, for pages and programs that ask every half minute.")
            .Produces<StatusDocument>().Produces(StatusCodes.Status304NotModified)
            .Refuses(503, "portal.not-ready");
    }

    private static async Task ServeAsync(string path, HttpContext context, PortalPublisher publisher)
    {
        var (request, response) = (context.Request, context.Response);
        if (!publisher.Site.Files.TryGetValue(path, out var file))
        {
            await Problems.Plain(503, "portal.not-ready", "準備中です。少し待ってから読み直してください。").ExecuteAsync(context);
            return;
        }

        response.Headers.ETag = file.ETag;
        response.Headers.CacheControl = file.CacheControl;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Headers.IfNoneMatch.Any(tags => tags?.Contains(file.ETag, StringComparison.Ordinal) == true))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var accepts = request.Headers.AcceptEncoding.ToString();
        var (octets, encoding) = accepts.Contains("br", StringComparison.Ordinal) && !file.Brotli.IsEmpty ? (file.Brotli, "br")
            : accepts.Contains("gzip", StringComparison.Ordinal) && !file.Gzip.IsEmpty ? (file.Gzip, "gzip")
            : (file.Plain, string.Empty);
        response.ContentType = file.ContentType;
        response.ContentLength = octets.Length;
        if (encoding.Length > 0)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(octets, context.RequestAborted);
        }
    }
}
