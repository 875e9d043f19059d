using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Chiyoda.Bousai.TestHub;

/// <summary>A route of the hub, and who may take it.</summary>
/// <param name="Verb">HTTP method; <c>ANY</c> when it takes all.</param>
/// <param name="Route">Its pattern, with a leading slash.</param>
/// <param name="Policy">Name of the policy, <c>anonymous</c> when it says so, or <c>none</c> when nobody thought of it.</param>
internal sealed record MappedEndpoint(string Verb, string Route, string Policy)
{
    public static IEnumerable<MappedEndpoint> Of(RouteEndpoint endpoint)
    {
        var verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(rule => rule.Policy ?? rule.Roles ?? "signed-in").Distinct().ToList();
        var policy = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anonymous"
            : policies.Count > 0 ? string.Join('+', policies)
            : "none";
        return (verbs.Count == 0 ? ["ANY"] : verbs).Select(verb => new MappedEndpoint(verb, "/" + endpoint.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant(), policy));
    }

    public override string ToString() => $"{Verb,-6} {Route}  {Policy}";
}
