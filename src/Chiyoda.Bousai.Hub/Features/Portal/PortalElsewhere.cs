using Chiyoda.Bousai.Hub.Http;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Every address outside the closed parts that no route knows. Not a route itself: one that takes every path would stand beside
/// all others, and the hub could not tell a wrong method or content type from an address that is not there.
/// </summary>
internal static class PortalElsewhere
{
    private static readonly PathString[] Closed = ["/api", "/hq", "/live", "/health", "/openapi"];

    /// <summary>To be used between routing and authentication.</summary>
    public static void UsePortalElsewhere(this WebApplication app)
    {
        var texts = app.Services.GetRequiredService<PortalTexts>();
        var homes = texts.Languages.Select(words => new PortalAddress(string.Empty, string.Empty).Of(PortalPage.Home, words.Language))
            .OrderByDescending(home => home.Length).ToList();
        app.Use((context, next) => context.GetEndpoint() is not null || Closed.Any(part => context.Request.Path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase))
            ? next(context)
            : Lead(context, homes).ExecuteAsync(context));
    }

    /// <summary>Whoever mistypes an address at night is shown what holds now; a file that is not there is not there.</summary>
    private static IResult Lead(HttpContext context, IEnumerable<string> homes)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Results.Redirect(context.Request.PathBase + homes.First(home => path.StartsWith(home, StringComparison.Ordinal)))
            : Problems.Plain(404, "portal.unknown-address", "ここには何もありません。");
    }
}
