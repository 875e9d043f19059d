using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>What staff told by ways out that this hub does not serve. Nothing is sent here: a person did it, and says so.</summary>
internal sealed class HandEntries(BousaiDbContext db, TimeProvider clock)
{
    /// <summary>From then on what is urgent and was not told is late, as a transcription is.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(10);

    /// <summary>By which channels a decision was told.</summary>
    /// <returns>By channel; what was not noted is not among them.</returns>
    public async Task<IReadOnlyDictionary<string, Noted<HandEntry>>> ReadAsync(
        Guid decisionId, IEnumerable<string> channels, CancellationToken cancellationToken) =>
        (await Noted.LastAsync<HandEntry>(
            db, EnteredByHand.EntryKind, [.. channels.Select(channel => HandEntry.SubjectOf(channel, decisionId))], cancellationToken))
        .Values.ToDictionary(noted => noted.Image.Channel);

    /// <summary>Notes that it was told. Noted once: a second time changes nothing.</summary>
    public async Task EnterAsync(HandEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(entry.DecisionId, [entry.Channel], cancellationToken)).Count == 0)
        {
            await db.CommitAsync([new EnteredByHand(entry, ChannelNames.Word(entry.Channel), actor, clock.GetUtcNow().ToMicroseconds())], cancellationToken);
        }
    }
}
