using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>Live: the process answers. Ready: database and configuration answer; what else is degraded is named and changes nothing.</summary>
internal static class Health
{
    public sealed record Alive([property: Words("live")] string Status);

    public sealed record Ready(string Status, string Mode, IReadOnlyList<Degraded> Degraded);

    public sealed record Degraded(string Part, string What);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Operations").AllowAnonymous();
        health.MapGet("/live", () => TypedResults.Ok(new Alive("live"))).Describe("isLive", "Whether the process answers.");
        health.MapGet("/ready", ReadyAsync).Describe("isReady", "Whether the hub serves, and which parts are degraded.")
            .Produces<Ready>().Produces<Ready>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Ready>, JsonHttpResult<Ready>>> ReadyAsync(
        BousaiDbContext db, WardPack pack, SourceWatch sources, Deployment deployment, CancellationToken cancellationToken)
    {
        var mode = deployment.Mode.ToString().ToLowerInvariant();
        try
        {
            await db.Stamps.AsNoTracking().AnyAsync(cancellationToken);
            var knowledge = await sources.JudgeAsync(db, cancellationToken);
            IEnumerable<Degraded> feeds = knowledge.Sources.Where(source => source.State != KnowledgeState.Known)
                .Select(source => new Degraded("feeds", $"{source.Id}: {source.State.ToString().ToLowerInvariant()}"));
            var channels = pack.Channels.Where(channel => channel.State != ChannelState.Connected)
                .Select(channel => new Degraded("channels", $"{channel.Id}: {channel.State.ToString().ToLowerInvariant()}"));
            return TypedResults.Ok(new Ready("ready", mode, [.. feeds, .. channels]));
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException)
        {
            return TypedResults.Json(new Ready("not-ready", mode, [new Degraded("database", "does not answer")]), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
