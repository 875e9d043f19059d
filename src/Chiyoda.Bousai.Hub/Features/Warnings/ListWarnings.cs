using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>Everybody reads which hazard information is in force for the ward, and whether that is known.</summary>
internal static class ListWarnings
{
    public sealed record Response(KnowledgeState State, DateTimeOffset? AsOf, long Sequence, IReadOnlyList<Item> Items);

    public sealed record Item(
        string Id, string Phenomenon, string PhenomenonCode, int? Level, string Kind, string? Cause, IReadOnlyList<WarningArea> Areas,
        DateTimeOffset ReportedAt, DateTimeOffset? ValidUntil, string Condition, Guid TelegramId, string Source);

    public static async Task<Ok<Response>> HandleAsync(
        BousaiDbContext db, WarningDesk desk, SourceWatch sources, TimeProvider clock, CancellationToken cancellationToken)
    {
        var knowledge = await sources.JudgeAsync(db, cancellationToken);
        var head = await db.Set<SpineHead>().AsNoTracking().SingleAsync(cancellationToken);
        var warnings = await desk.BoardAsync(clock.GetUtcNow(), TelegramStatus.Normal, cancellationToken);
        return TypedResults.Ok(new Response(knowledge.State, knowledge.AsOf, head.Sequence, [.. warnings.Select(Of)]));
    }

    private static Item Of(HazardWarning warning) => new(
        IdOf(warning), warning.Phenomenon, warning.PhenomenonCode, warning.Level, warning.Kind, warning.Cause, warning.Areas,
        warning.ReportedAt, warning.ValidUntil, warning.Condition, warning.TelegramId, warning.Source);

    /// <summary>Stable while it is the same warning: phenomenon, code, cause and areas.</summary>
    private static string IdOf(HazardWarning warning) => string.Join(
        ':', [warning.Phenomenon, warning.PhenomenonCode, warning.Cause ?? string.Empty, .. warning.Areas.Select(area => area.Code)]);
}
