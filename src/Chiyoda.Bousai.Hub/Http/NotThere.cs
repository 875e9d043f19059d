namespace Chiyoda.Bousai.Hub.Http;

/// <summary>
/// A program that asks what is not there, or asks it in the wrong way, hears so (<see cref="Problems"/> gives the words); without
/// this it would be asked for a session, since whatever has no route has no policy.
/// </summary>
internal static class NotThere
{
    /// <summary>To be used between routing and authentication.</summary>
    /// <param name="app">The hub's.</param>
    /// <param name="under">Where nothing else is: <c>/api</c>, or everywhere (empty) on a node without pages.</param>
    public static void UseNotThere(this IApplicationBuilder app, PathString under) => app.Use((context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);

            // Routing puts an endpoint of its own there that knows what is wrong: the method (and which ones are right) or the content type.
            case { RequestDelegate: { } wrong }:
                return wrong(context);

            case null when context.Request.Path.StartsWithSegments(under, StringComparison.OrdinalIgnoreCase):
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;

            default:
                return next(context);
        }
    });
}
