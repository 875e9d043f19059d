using Microsoft.AspNetCore.Antiforgery;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>
/// A cookie alone changes nothing under <c>/api</c>: programs send <c>X-Requested-With: bousai</c>, which another site cannot
/// send for them; pages send their antiforgery token. Routes are found whatever their case, so the guard stands there too.
/// </summary>
internal static class RequestForgery
{
    public const string Header = "X-Requested-With";

    public const string Value = "bousai";

    public static void UseRequestForgeryGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        var changes = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
        if (changes
            && request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.User.Identity?.IsAuthenticated == true
            && request.Headers[Header] != Value
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Problems.Plain(400, "access.forgery-guard", "この操作には X-Requested-With: bousai が必要です。").ExecuteAsync(context);
            return;
        }

        await next(context);
    });
}
