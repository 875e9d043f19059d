namespace Chiyoda.Bousai.Hub.Http;

/// <summary>A program at an address that is not there hears so; without this it would be asked for a session.</summary>
internal static class NotThere
{
    /// <param name="routes">The hub's.</param>
    /// <param name="under">Where nothing else is: <c>/api</c>, or everywhere on a node without pages.</param>
    public static void MapNotThere(this IEndpointRouteBuilder routes, string under) => routes.MapFallback(
        $"{under}/{{**path}}",
        () => Problems.Plain(404, "hub.not-found", "その場所はありません。アドレスを確かめてください。")).AllowAnonymous().ExcludeFromDescription();
}
