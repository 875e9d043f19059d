using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>A pushed source says that it is there, and whether it has sent everything that is in force.</summary>
internal static class PostHeartbeat
{
    public sealed record Request([property: MaxLength(64)] string? Source, bool Complete = false);

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Request? body, SourceWatch sources, WardPack pack, CancellationToken cancellationToken)
    {
        var source = body?.Source ?? sources.TelegramSource;
        if (!pack.Ward.Sources.Any(known => known.Id == source))
        {
            return Problems.Plain(400, "feeds.unknown-source", $"情報源 {source} は設定にありません。");
        }

        await sources.HeardAsync(source, body?.Complete ?? false, cancellationToken);
        return TypedResults.NoContent();
    }
}
