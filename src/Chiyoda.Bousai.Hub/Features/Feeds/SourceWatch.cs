using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Whether what we show about hazards is known: a silent source makes its part stale, then unknown, never «none» (design rule 7).</summary>
internal sealed class SourceWatch(IServiceScopeFactory scopes, WardPack pack, IOptions<FeedsOptions> options, TimeProvider clock)
{
    /// <summary>The source for which a program speaks that names none: the first one that pushes.</summary>
    public string TelegramSource { get; } = pack.Ward.Sources.FirstOrDefault(source => source.Mode == SourceMode.Pushed)?.Id ?? string.Empty;

    /// <summary>A source was heard.</summary>
    /// <param name="sourceId">Which.</param>
    /// <param name="complete">It says that it has sent all that is in force.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task HeardAsync(string sourceId, bool complete, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = clock.GetUtcNow();
        var gap = now - options.Value.SilentAfter;
        var changed = await db.Sources.Where(row => row.SourceId == sourceId).ExecuteUpdateAsync(
            row => row.SetProperty(source => source.HeardSince, source => source.HeardAt < gap ? now : source.HeardSince)
                .SetProperty(source => source.HeardAt, now)
                .SetProperty(source => source.CompleteAt, source => complete ? now : source.CompleteAt),
            cancellationToken);
        if (changed > 0)
        {
            return;
        }

        try
        {
            db.Add(new SourceContact(sourceId) { HeardAt = now, HeardSince = now, CompleteAt = complete ? now : null });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflicts.IsConflict(fault))
        {
            // Another node heard the source for the first time in the same moment, and this one's word is added to its row.
            await HeardAsync(sourceId, complete, cancellationToken);
        }
    }

    /// <summary>Judges the warnings part as a whole, and each source for the reader.</summary>
    public async Task<WarningsKnowledge> JudgeAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var contacts = await db.Sources.AsNoTracking().ToDictionaryAsync(source => source.SourceId, cancellationToken);
        var sources = pack.Ward.RequiredSources.Select(source => Judge(source, contacts.GetValueOrDefault(source.Id), now)).ToList();
        var missing = await MissingFamiliesAsync(db, contacts, cancellationToken);
        var lastKnown = sources.Count == 0 || missing.Count > 0 ? null : sources.Min(source => source.HeardAt);
        var state = sources.Count == 0 || missing.Count > 0 ? KnowledgeState.Unknown : sources.Max(source => source.State);
        return new WarningsKnowledge(state, lastKnown, sources, missing);
    }

    private SourceKnowledge Judge(SourceDefinition source, SourceContact? contact, DateTimeOffset now)
    {
        var silent = contact is null ? TimeSpan.MaxValue : now - contact.HeardAt;
        var state = silent <= options.Value.SilentAfter ? KnowledgeState.Known
            : silent <= options.Value.SilentAfter + options.Value.StaleFor ? KnowledgeState.Stale
            : KnowledgeState.Unknown;
        return new SourceKnowledge(source.Id, source.Name, state, contact?.HeardAt);
    }

    /// <summary>Families of which no telegram was ever received: without them there is no full state, unless the source vouches for it.</summary>
    private async Task<IReadOnlyList<string>> MissingFamiliesAsync(
        BousaiDbContext db, Dictionary<string, SourceContact> contacts, CancellationToken cancellationToken)
    {
        if (contacts.GetValueOrDefault(TelegramSource)?.CompleteAt is not null)
        {
            return [];
        }

        var types = await db.WarningStreams.AsNoTracking().Select(stream => stream.Family).Distinct().ToListAsync(cancellationToken);
        return [.. pack.Ward.FullStateFamilies.Except(types, StringComparer.Ordinal)];
    }
}

/// <summary>What is known about the warnings part.</summary>
/// <param name="State">The worst of its required sources.</param>
/// <param name="AsOf">Until when it was known; <see langword="null"/> when it never was.</param>
/// <param name="Sources">Each required source.</param>
/// <param name="MissingFamilies">Telegram families still missing for a full state.</param>
internal sealed record WarningsKnowledge(
    KnowledgeState State, DateTimeOffset? AsOf, IReadOnlyList<SourceKnowledge> Sources, IReadOnlyList<string> MissingFamilies);

/// <summary>One required source.</summary>
internal sealed record SourceKnowledge(string Id, string Name, KnowledgeState State, DateTimeOffset? HeardAt);
