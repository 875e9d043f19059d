namespace Chiyoda.Bousai.Hub.Http;

/// <summary>A program at an address that is not there hears so; without this it would be asked for a session.</summary>
internal static class NotThere
{
    public static void MapNotThere(this IEndpointRouteBuilder routes) => routes.MapFallback(
        "/api/{**path}",
        () => Problems.Plain(404, "hub.not-found", "その場所はありません。アドレスを確かめてください。")).AllowAnonymous().ExcludeFromDescription();
}
