using System.Runtime.CompilerServices;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Whether what we show about hazards is known: a silent source makes its part stale, then unknown, never «none» (design rule 7).</summary>
internal sealed class SourceWatch(IServiceScopeFactory scopes, WardPack pack, Deployment deployment, IOptions<FeedsOptions> options, TimeProvider clock)
{
    /// <summary>All senders would wait for the one row of their source; within this span a further telegram says nothing new about it.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    /// <summary>When a telegram was last written down as a sign of life; one object, so that it is read whole.</summary>
    private volatile StrongBox<DateTimeOffset> _cameAt = new(DateTimeOffset.MinValue);

    /// <summary>The source for which a program speaks that names none: the first one that pushes, or that is polled where none does.</summary>
    public string TelegramSource { get; } = (pack.Ward.Sources.FirstOrDefault(source => source.Mode == SourceMode.Pushed)
        ?? pack.Ward.Sources.FirstOrDefault(source => source.Mode == SourceMode.Polled))?.Id ?? string.Empty;

    /// <summary>A source was heard now.</summary>
    /// <param name="sourceId">Which.</param>
    /// <param name="complete">It says that it has sent all that is in force.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task HeardAsync(string sourceId, bool complete, CancellationToken cancellationToken) => HeardAsync(sourceId, clock.GetUtcNow(), complete, cancellationToken);

    /// <summary>A source was heard up to a moment. After a silence contact begins anew: what was complete before is so no longer.</summary>
    /// <param name="sourceId">Which.</param>
    /// <param name="at">When; an earlier moment than the last changes nothing.</param>
    /// <param name="complete">Everything in force was received.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task HeardAsync(string sourceId, DateTimeOffset at, bool complete, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var gap = at - options.Value.SilentAfter;
        var changed = await db.Sources.Where(row => row.SourceId == sourceId).ExecuteUpdateAsync(
            row => row.SetProperty(source => source.KnownUntil, source => source.HeardAt < gap && source.CompleteAt >= source.HeardSince ? source.HeardAt : source.KnownUntil)
                .SetProperty(source => source.GapFrom, source => source.HeardAt < gap ? source.HeardAt : source.GapFrom)
                .SetProperty(source => source.HeardSince, source => source.HeardAt < gap ? at : source.HeardSince)
                .SetProperty(source => source.HeardAt, source => source.HeardAt < at ? at : source.HeardAt)
                .SetProperty(source => source.CompleteAt, source => complete && (source.CompleteAt == null || source.CompleteAt < at) ? at : source.CompleteAt),
            cancellationToken);
        if (changed > 0)
        {
            return;
        }

        try
        {
            db.Add(new SourceContact(sourceId) { HeardAt = at, HeardSince = at, CompleteAt = complete ? at : null });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (Conflicts.IsConflict(fault))
        {
            // Another node heard the source for the first time in the same moment, and this one's word is added to its row.
            await HeardAsync(sourceId, at, complete, cancellationToken);
        }
    }

    /// <summary>A telegram of a kind came over the source: when with it every kind of the full state came since contact began, the state is complete.</summary>
    public async Task CameAsync(string type, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var isOfFullState = pack.Ward.FullStateFamilies.Contains(type, StringComparer.Ordinal);
        if (!isOfFullState && at - _cameAt.Value is { Ticks: >= 0 } since && since < Often)
        {
            return;
        }

        await HeardAsync(TelegramSource, at, complete: false, cancellationToken);
        _cameAt = new(at);
        if (!isOfFullState)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var contact = await db.Sources.AsNoTracking().SingleAsync(source => source.SourceId == TelegramSource, cancellationToken);
        if (!contact.IsComplete && (await MissingFamiliesAsync(db, contact.HeardSince, cancellationToken)).Count == 0)
        {
            await HeardAsync(TelegramSource, at, complete: true, cancellationToken);
        }
    }

    /// <summary>Judges the warnings part as a whole, and each source for the reader.</summary>
    public async Task<WarningsKnowledge> JudgeAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var contacts = await db.Sources.AsNoTracking().ToDictionaryAsync(source => source.SourceId, cancellationToken);
        var sources = pack.Ward.RequiredSources.Select(source => Judge(source, contacts.GetValueOrDefault(source.Id), now)).ToList();
        var telegrams = contacts.GetValueOrDefault(TelegramSource);
        IReadOnlyList<string> missing = telegrams is { IsComplete: true } ? [] : await MissingFamiliesAsync(db, telegrams?.HeardSince, cancellationToken);
        if (sources.Count == 0)
        {
            return new WarningsKnowledge(KnowledgeState.Unknown, null, sources, missing);
        }

        // What was missed while contact was lost is not known by a sign of life: it stays as old as the last moment when everything was.
        var knownUntil = missing.Count == 0 ? sources.Min(source => source.HeardAt) : telegrams?.KnownUntil;
        var worst = sources.Max(source => source.State);
        var state = missing.Count == 0 ? worst
            : knownUntil is { } until && now - until <= options.Value.SilentAfter + options.Value.StaleFor ? (KnowledgeState)Math.Max((int)worst, (int)KnowledgeState.Stale)
            : KnowledgeState.Unknown;
        return new WarningsKnowledge(state, knownUntil, sources, missing);
    }

    public SourceKnowledge Judge(SourceDefinition source, SourceContact? contact, DateTimeOffset now)
    {
        var silent = contact is null ? TimeSpan.MaxValue : now - contact.HeardAt;
        var state = silent <= options.Value.SilentAfter ? KnowledgeState.Known
            : silent <= options.Value.SilentAfter + options.Value.StaleFor ? KnowledgeState.Stale
            : KnowledgeState.Unknown;
        return new SourceKnowledge(source.Id, source.Name, state, contact?.HeardAt);
    }

    /// <summary>Families of which no telegram came since contact began: without them there is no full state, unless the source vouches for it. In live, drills say nothing about what is in force.</summary>
    private async Task<IReadOnlyList<string>> MissingFamiliesAsync(BousaiDbContext db, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var families = pack.Ward.FullStateFamilies.ToList();
        var came = await db.Telegrams.AsNoTracking()
            .Where(telegram => families.Contains(telegram.Type) && (telegram.Outcome == TelegramOutcome.Accepted || telegram.Outcome == TelegramOutcome.Pending)
                && (deployment.IsExercise || telegram.Status == TelegramStatus.Normal) && telegram.InfoType != InfoType.Cancel
                && (since == null || telegram.ReceivedAt >= since || telegram.RepeatedAt >= since))
            .Select(telegram => telegram.Type).Distinct().ToListAsync(cancellationToken);
        return [.. families.Except(came, StringComparer.Ordinal)];
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
