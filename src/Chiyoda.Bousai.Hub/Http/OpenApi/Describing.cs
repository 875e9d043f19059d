using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary>What a route says of itself beyond its types. A route of the API without a name and a summary fails a test.</summary>
internal static class Describing
{
    /// <param name="route">The route.</param>
    /// <param name="name">Its operation, verb + noun, unique; clients generate a method of this name.</param>
    /// <param name="summary">What it does, one English sentence.</param>
    public static TBuilder Describe<TBuilder>(this TBuilder route, string name, string summary)
        where TBuilder : IEndpointConventionBuilder => route.WithName(name).WithSummary(summary);

    /// <summary>The refusals that the use case itself may answer; what every route may answer is added to the document for all.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params Refusal[] refusals)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata([.. refusals.Select(refusal => new MayAnswer(Problems.StatusOf(refusal.Kind), refusal.Code))]);

    /// <summary>A problem of this route that is no refusal of the domain.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, int status, string code)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new MayAnswer(status, code));

    /// <summary>For everybody, and more for a session.</summary>
    public static TBuilder ShowsStaffMore<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new SessionShowsMore());
}

/// <summary>A problem that a route may answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The stable code, listed in <c>src/ERRORS.md</c>.</param>
internal sealed record MayAnswer(int Status, string Code);

/// <summary>The route answers everybody, and a member of staff more.</summary>
internal sealed record SessionShowsMore;

/// <summary>The route takes the key of a feed instead of a session.</summary>
internal sealed record NeedsFeedKey;
