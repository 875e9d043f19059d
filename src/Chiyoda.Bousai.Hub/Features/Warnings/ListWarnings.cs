using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>Everybody reads which hazard information is in force for the ward, and whether that is known.</summary>
internal static class ListWarnings
{
    /// <param name="State">Whether what is in force is known; «none» is known without items.</param>
    /// <param name="TsunamiState">The same for tsunami: families of warnings say nothing of it, so that «none» needs the word of the source, a telegram of all regions or lists without a hole.</param>
    /// <param name="AsOf">When it was last known; null when it never was.</param>
    /// <param name="Sequence">The newest entry of the chronology at that moment.</param>
    /// <param name="Items">In force, or last seen when that is not known.</param>
    public sealed record Response(KnowledgeState State, KnowledgeState TsunamiState, DateTimeOffset? AsOf, long Sequence, IReadOnlyList<Item> Items);

    /// <param name="Id">The same while it is the same warning.</param>
    /// <param name="Phenomenon">What it is about.</param>
    /// <param name="PhenomenonCode">The telegram's own kind code; a number here is not a level.</param>
    /// <param name="Level">警戒レベル相当 2–5; null where the information has none.</param>
    /// <param name="Kind">The name as issued.</param>
    /// <param name="Cause">A flood-forecast area or an event; null where that does not matter.</param>
    /// <param name="Areas">The ward's own areas of the issuer that it covers.</param>
    /// <param name="ReportedAt">The issuer's time.</param>
    /// <param name="ValidUntil">When it ends by itself; null: it holds until lifted or replaced.</param>
    /// <param name="Condition">As issued (発表, 継続 …); empty when none.</param>
    /// <param name="TelegramId">The stored telegram that states it.</param>
    /// <param name="Source">Publishing office.</param>
    /// <param name="Since">When it was first stated as it stands; null when that is not known.</param>
    /// <param name="Extent">How much of the areas is meant, as issued (全域, 一部); empty when not said.</param>
    /// <param name="ForecastOnly">Whether it rests on a forecast while observations are lower; null when not said.</param>
    public sealed record Item(
        string Id, [property: Words(typeof(PhenomenonNames), nameof(PhenomenonNames.All))] string Phenomenon, string PhenomenonCode, int? Level, string Kind, string? Cause, IReadOnlyList<WarningArea> Areas,
        DateTimeOffset ReportedAt, DateTimeOffset? ValidUntil, string Condition, Guid TelegramId, string Source,
        DateTimeOffset? Since, string Extent, bool? ForecastOnly);

    public static async Task<Ok<Response>> HandleAsync(
        BousaiDbContext db, WarningDesk desk, SourceWatch sources, TimeProvider clock, CancellationToken cancellationToken)
    {
        var knowledge = await sources.JudgeAsync(db, cancellationToken);
        var head = await db.Set<SpineHead>().AsNoTracking().SingleAsync(cancellationToken);
        var warnings = await desk.BoardAsync(clock.GetUtcNow(), TelegramStatus.Normal, cancellationToken);
        return TypedResults.Ok(new Response(knowledge.State, knowledge.TsunamiState, knowledge.AsOf, head.Sequence, [.. warnings.Select(Of)]));
    }

    private static Item Of(HazardWarning warning) => new(
        IdOf(warning), warning.Phenomenon, warning.PhenomenonCode, warning.Level, warning.Kind, warning.Cause, warning.Areas,
        warning.ReportedAt, warning.ValidUntil, warning.Condition, warning.TelegramId, warning.Source,
        warning.Since, warning.Extent, warning.ForecastOnly);

    /// <summary>Stable while it is the same warning: phenomenon, code, cause and areas.</summary>
    private static string IdOf(HazardWarning warning) => string.Join(
        ':', [warning.Phenomenon, warning.PhenomenonCode, warning.Cause ?? string.Empty, .. warning.Areas.Select(area => area.Code)]);
}
