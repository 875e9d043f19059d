using Chiyoda.Bousai.Hub.Hosting.Operations;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>
/// Live: the process answers. Ready: the database answers, so that the hub can do its work; what else is not as it should be is named
/// and does not take the hub out of service. What is off by configuration is not degraded.
/// </summary>
internal static class Health
{
    public sealed record Alive([property: Words("live")] string Status);

    /// <param name="Status">«degraded» serves like «ready», and names what somebody should look at.</param>
    /// <param name="Mode">Of this deployment.</param>
    /// <param name="Degraded">Empty when everything is well.</param>
    public sealed record Ready(
        [property: Words("ready", "degraded", "not-ready")] string Status, [property: Words("exercise", "live")] string Mode, IReadOnlyList<Degraded> Degraded);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Operations").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new Alive("live"))).Describe("isLive", "Whether the process answers.");
        health.MapGet("/ready", ReadyAsync).Describe("isReady", "Whether the hub serves, and which parts are degraded. Answered in little over a second, whatever hangs.")
            .Produces<Ready>().Produces<Ready>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Ready>, JsonHttpResult<Ready>>> ReadyAsync(
        Readiness readiness, Deployment deployment, CancellationToken cancellationToken)
    {
        var mode = deployment.Mode.ToString().ToLowerInvariant();
        return await readiness.LookAsync(cancellationToken) is { } degraded
            ? TypedResults.Ok(new Ready(degraded.Count == 0 ? "ready" : "degraded", mode, degraded))
            : TypedResults.Json(
                new Ready("not-ready", mode, [new Degraded("database", "the database does not answer")]), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
