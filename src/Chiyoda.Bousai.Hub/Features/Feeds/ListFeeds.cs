using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Staff read the health of every source.</summary>
internal static class ListFeeds
{
    /// <param name="State">Whether what is in force is known.</param>
    /// <param name="KnownUntil">Until when it was known; null when it never was.</param>
    /// <param name="MissingFamilies">Kinds of telegram that did not come since contact began.</param>
    /// <param name="Sources">Every source of the ward pack.</param>
    public sealed record Response(KnowledgeState State, DateTimeOffset? KnownUntil, IReadOnlyList<string> MissingFamilies, IReadOnlyList<Source> Sources);

    /// <param name="Id">As in the ward pack.</param>
    /// <param name="Name">As staff read it.</param>
    /// <param name="Mode">How it tells that it is alive.</param>
    /// <param name="Required">Whether the warnings are unknown without it.</param>
    /// <param name="State">Whether it is heard.</param>
    /// <param name="HeardAt">When it was last heard; null when it never was.</param>
    /// <param name="HeardSince">Since when it is heard without a gap.</param>
    /// <param name="IsComplete">Whether everything in force was received since then.</param>
    /// <param name="GapFrom">When the last gap began; it ended at <c>heardSince</c>. Null without one.</param>
    /// <param name="Lists">What of it is polled.</param>
    public sealed record Source(
        string Id, string Name, SourceMode Mode, bool Required, KnowledgeState State, DateTimeOffset? HeardAt, DateTimeOffset? HeardSince, bool IsComplete,
        DateTimeOffset? GapFrom, IReadOnlyList<List> Lists);

    /// <param name="Id">Source and list.</param>
    /// <param name="AskedAt">When it was last asked; null when it never was.</param>
    /// <param name="AnsweredAt">Its last valid answer; null when there was none.</param>
    /// <param name="RenewedAt">When its issuer last renewed it, by the issuer's clock.</param>
    /// <param name="FailingSince">Since when it fails; null while it answers.</param>
    /// <param name="Failures">Failures since the last valid answer.</param>
    /// <param name="Error">Code of the last failure; empty while it answers.</param>
    /// <param name="RefusedAt">When an entry of it was last refused; null when none was within a day.</param>
    /// <param name="Refusal">Code of that refusal; empty without.</param>
    /// <param name="NextAt">Not asked before.</param>
    /// <param name="HoleUntil">Telegrams up to then may be missing until a longer list was renewed; null without a hole.</param>
    /// <param name="IsBeingAsked">Whether a node has it in hand.</param>
    /// <param name="Waiting">Telegrams that it names and that are not fetched yet.</param>
    /// <param name="OctetsToday">Octets taken since midnight in Japan.</param>
    public sealed record List(
        string Id, DateTimeOffset? AskedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? RenewedAt, DateTimeOffset? FailingSince, int Failures, string Error,
        DateTimeOffset? RefusedAt, string Refusal, DateTimeOffset NextAt, DateTimeOffset? HoleUntil, bool IsBeingAsked, int Waiting, long OctetsToday);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, SourceWatch watch, WardPack pack, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(db, watch, pack, clock, cancellationToken));

    public static async Task<Response> ReadAsync(BousaiDbContext db, SourceWatch watch, WardPack pack, TimeProvider clock, CancellationToken cancellationToken)
    {
        var knowledge = await watch.JudgeAsync(db, cancellationToken);
        var contacts = await db.Sources.AsNoTracking().ToDictionaryAsync(contact => contact.SourceId, cancellationToken);
        var polls = await db.Polls.AsNoTracking().OrderBy(poll => poll.Id).ToListAsync(cancellationToken);
        var waiting = await db.FeedEntries.Where(entry => entry.EndedAt == null).GroupBy(entry => entry.List)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var now = clock.GetUtcNow();
        return new Response(knowledge.State, knowledge.AsOf, knowledge.MissingFamilies, [.. pack.Ward.Sources.Select(source =>
        {
            var contact = contacts.GetValueOrDefault(source.Id);
            return new Source(
                source.Id, source.Name, source.Mode, source.Required, watch.Judge(source, contact, now).State, contact?.HeardAt, contact?.HeardSince,
                source.Id == watch.TelegramSource ? knowledge.IsComplete : contact?.IsComplete ?? false, contact?.GapFrom,
                [.. polls.Where(poll => poll.SourceId == source.Id).Select(poll => new List(
                    poll.Id, poll.AskedAt, poll.AnsweredAt, poll.RenewedAt, poll.FailingSince, poll.Failures, poll.Error, poll.RefusedAt, poll.Refusal, poll.NextAt, poll.HoleUntil,
                    poll.TakenUntil > now, waiting.GetValueOrDefault(poll.Id), now - poll.Day < TimeSpan.FromDays(1) ? poll.OctetsOfDay : 0))]);
        })]);
    }
}
