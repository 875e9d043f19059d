namespace Chiyoda.Bousai.Hub.Http;

/// <summary>An address that is not there says so to everybody; without this it would ask the reader to sign in.</summary>
internal static class NotThere
{
    private const string Page = """
        <!DOCTYPE html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ページがありません</title>
        <h1>このページはありません</h1><p lang="en">This page does not exist.</p><p><a href="/">今出ている情報を見る <span lang="en">What holds now</span></a></p></html>
        """;

    public static void MapNotThere(this IEndpointRouteBuilder routes) =>
        routes.MapFallback("{**path}", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static Task AnswerAsync(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html")
            ? Results.Content(Page, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context)
            : Problems.Plain(404, "hub.not-found", "その場所はありません。アドレスを確かめてください。").ExecuteAsync(context);
}
