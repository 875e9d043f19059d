using Chiyoda.Bousai.Hub.Hosting;
using Microsoft.Extensions.Primitives;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>
/// Exercise only: <c>/desk/author/…</c> and <c>/desk/releaser/…</c> are the same hub under separate sessions, so that one
/// person can play both in one window. Each desk sees only its own cookies.
/// </summary>
internal static class Desks
{
    public static readonly IReadOnlyList<string> Names = ["author", "releaser"];

    public static void UseDesks(this IApplicationBuilder app, Deployment deployment)
    {
        if (!deployment.IsExercise)
        {
            return;
        }

        app.Use((context, next) =>
        {
            var name = Names.FirstOrDefault(desk => context.Request.Path.StartsWithSegments($"/desk/{desk}", StringComparison.Ordinal));
            if (name is not null)
            {
                Sit(context, name);
            }

            return next(context);
        });
    }

    private static void Sit(HttpContext context, string name)
    {
        var mark = $"desk-{name}.";
        context.Request.Path.StartsWithSegments($"/desk/{name}", StringComparison.Ordinal, out var desk, out var rest);
        context.Request.PathBase += desk;
        context.Request.Path = rest.HasValue ? rest : "/";
        var own = context.Request.Headers.Cookie
            .SelectMany(header => (header ?? string.Empty).Split(';', StringSplitOptions.TrimEntries))
            .Where(cookie => cookie.StartsWith(mark, StringComparison.Ordinal)).Select(cookie => cookie[mark.Length..]);
        context.Request.Headers.Cookie = string.Join("; ", own);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.SetCookie.Count > 0)
            {
                headers.SetCookie = new StringValues([.. headers.SetCookie.Select(cookie => mark + cookie)]);
            }

            return Task.CompletedTask;
        });
    }
}
