using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Chiyoda.Bousai.TestHub;

/// <summary>One thing that can be asked of the hub: a route with a verb, of a page also each of its forms.</summary>
/// <param name="Verb">HTTP method.</param>
/// <param name="Route">Its pattern, in lower case, with <c>?handler=</c> for a form of a page.</param>
/// <param name="Policy">As on <see cref="MappedEndpoint"/>; a page's forms ask for more by themselves.</param>
internal sealed record MappedCall(string Verb, string Route, string Policy)
{
    /// <summary>Whether it is a form of a page.</summary>
    public bool IsForm => Verb == "POST" && Route.StartsWith("/hq", StringComparison.Ordinal);

    public static async Task<IEnumerable<MappedCall>> OfAsync(RouteEndpoint endpoint, PageLoader pages)
    {
        var mapped = MappedEndpoint.Of(endpoint).ToList();
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            // What takes all verbs is asked by one: connections are opened by GET, and negotiated by POST.
            return mapped.Select(each => new MappedCall(
                each.Verb != "ANY" ? each.Verb : each.Route.EndsWith("/negotiate", StringComparison.Ordinal) ? "POST" : "GET", each.Route, each.Policy));
        }

        var (_, route, policy) = mapped.Single();
        var compiled = await pages.LoadAsync(page, endpoint.Metadata);
        var forms = compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post")
            .Select(handler => new MappedCall("POST", handler.Name is { } name ? $"{route}?handler={name.ToLowerInvariant()}" : route, policy));
        return [new MappedCall("GET", route, policy), .. forms];
    }

    public override string ToString() => $"{Verb} {Route}";
}
