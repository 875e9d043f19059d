using System.Runtime.CompilerServices;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Whether what we show about hazards is known: a silent source makes its part stale, then unknown, never «none» (design rule 7).</summary>
internal sealed class SourceWatch(IServiceScopeFactory scopes, WardPack pack, FullState fullState, IOptions<FeedsOptions> options, TimeProvider clock)
{
    /// <summary>All senders would wait for the one row of their source; within this span a further telegram says nothing new about it.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    /// <summary>When a telegram was last written down as a sign of life; one object, so that it is read whole.</summary>
    private volatile StrongBox<DateTimeOffset> _cameAt = new(DateTimeOffset.MinValue);

    /// <summary>Contact that is known to be whole by its telegrams: what came stays, so that nobody has to look again.</summary>
    private volatile StrongBox<DateTimeOffset?> _wholeSince = new(null);

    /// <summary>The same for tsunami.</summary>
    private volatile StrongBox<DateTimeOffset?> _tsunamiSince = new(null);

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
        await SettleAsync(db, sourceId, gap, cancellationToken);
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

    /// <summary>A telegram came over the source.</summary>
    public async Task CameAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (at - _cameAt.Value is { Ticks: >= 0 } since && since < Often)
        {
            return;
        }

        await HeardAsync(TelegramSource, at, complete: false, cancellationToken);
        _cameAt = new(at);
    }

    /// <summary>
    /// Lists without a hole name everything that was published while they hold it. What was issued before is in none of them, though it may still be
    /// in force: the source is complete when everything was known within that span, or when every family of the full state came within it or since contact began.
    /// </summary>
    /// <param name="sourceId">Which.</param>
    /// <param name="at">Up to when they have it.</param>
    /// <param name="holds">What the long lists are sure to hold.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task CoveredAsync(string sourceId, DateTimeOffset at, TimeSpan holds, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var contact = await db.Sources.AsNoTracking().SingleAsync(source => source.SourceId == sourceId, cancellationToken);

        // What came within the span counts over gaps: had there been a newer one, the lists would name it.
        var covered = clock.GetUtcNow() - holds;
        var since = covered < contact.HeardSince ? covered : contact.HeardSince;
        if (contact.IsComplete || contact.KnownUntil >= covered || (await fullState.MissingAsync(db, since, cancellationToken)).Count == 0)
        {
            await HeardAsync(sourceId, at, complete: true, cancellationToken);
        }
    }

    /// <summary>Judges the warnings part as a whole, and each source for the reader.</summary>
    public async Task<WarningsKnowledge> JudgeAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var contacts = await db.Sources.AsNoTracking().ToDictionaryAsync(source => source.SourceId, cancellationToken);
        var sources = pack.Ward.RequiredSources.Select(source => Judge(source, contacts.GetValueOrDefault(source.Id), now)).ToList();
        var telegrams = contacts.GetValueOrDefault(TelegramSource);
        var lists = await ListCoverage.ReadAsync(db, TelegramSource, now, cancellationToken);

        // Vouched for by the source, or by its lists; a hole that opened since takes it back.
        var isVouched = telegrams is { IsComplete: true } && !(lists.HoleUntil >= telegrams.CompleteAt);
        IReadOnlyList<string> missing = isVouched ? [] : await MissingAsync(db, telegrams?.HeardSince, cancellationToken);
        if (sources.Count == 0)
        {
            return new WarningsKnowledge(KnowledgeState.Unknown, KnowledgeState.Unknown, null, null, sources, missing);
        }

        var isComplete = isVouched || (missing.Count == 0 && lists.HoleUntil is null);
        var isTsunamiComplete = isVouched || (telegrams is not null && lists.HoleUntil is null && await HasTsunamiAsync(db, telegrams.HeardSince, lists, now, cancellationToken));
        var worst = sources.Max(source => source.State);
        var heardSince = pack.Ward.RequiredSources.Max(source => contacts.GetValueOrDefault(source.Id)?.HeardSince);

        // What was missed while contact was lost is not known by a sign of life: it stays as old as the last moment when everything was.
        return new WarningsKnowledge(
            StateOf(isComplete), StateOf(isTsunamiComplete), isComplete ? sources.Min(source => source.HeardAt) : telegrams?.KnownUntil,
            worst == KnowledgeState.Known ? heardSince : null, sources, missing)
        {
            IsComplete = isComplete,
        };

        KnowledgeState StateOf(bool isKnownWhole) => isKnownWhole ? worst
            : telegrams?.KnownUntil is { } until && now - until <= options.Value.SilentAfter + options.Value.StaleFor ? (KnowledgeState)Math.Max((int)worst, (int)KnowledgeState.Stale)
            : KnowledgeState.Unknown;
    }

    public SourceKnowledge Judge(SourceDefinition source, SourceContact? contact, DateTimeOffset now)
    {
        var silent = contact is null ? TimeSpan.MaxValue : now - contact.HeardAt;
        var state = silent <= options.Value.SilentAfter ? KnowledgeState.Known
            : silent <= options.Value.SilentAfter + options.Value.StaleFor ? KnowledgeState.Stale
            : KnowledgeState.Unknown;
        return new SourceKnowledge(source.Id, source.Name, state, contact?.HeardAt);
    }

    private async Task<IReadOnlyList<string>> MissingAsync(BousaiDbContext db, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        if (since is not null && _wholeSince.Value == since)
        {
            return [];
        }

        var missing = await fullState.MissingAsync(db, since, cancellationToken);
        if (missing.Count == 0)
        {
            _wholeSince = new(since);
        }

        return missing;
    }

    /// <summary>Families of warnings say nothing of a tsunami: a telegram of all regions does, or lists that hold all that was published for days.</summary>
    private async Task<bool> HasTsunamiAsync(BousaiDbContext db, DateTimeOffset since, ListCoverage lists, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_tsunamiSince.Value != since && await fullState.HasTsunamiAsync(db, since, cancellationToken))
        {
            _tsunamiSince = new(since);
        }

        return _tsunamiSince.Value == since || await lists.IsWholeAsync(db, now - options.Value.SilentAfter, cancellationToken);
    }

    /// <summary>Before a gap is written down: what the telegrams made known without the source's word was known until it began.</summary>
    private async Task SettleAsync(BousaiDbContext db, string sourceId, DateTimeOffset gap, CancellationToken cancellationToken)
    {
        if (sourceId != TelegramSource
            || await db.Sources.AsNoTracking().FirstOrDefaultAsync(source => source.SourceId == sourceId && source.HeardAt < gap, cancellationToken) is not { IsComplete: false } contact
            || (await MissingAsync(db, contact.HeardSince, cancellationToken)).Count > 0
            || (await ListCoverage.ReadAsync(db, sourceId, clock.GetUtcNow(), cancellationToken)).HoleUntil is not null)
        {
            return;
        }

        await db.Sources.Where(source => source.SourceId == sourceId && source.HeardSince == contact.HeardSince && source.HeardAt == contact.HeardAt)
            .ExecuteUpdateAsync(row => row.SetProperty(source => source.CompleteAt, source => source.HeardAt), cancellationToken);
    }
}

/// <summary>What is known about the warnings part.</summary>
/// <param name="State">The worst of its required sources.</param>
/// <param name="TsunamiState">Whether no tsunami means that there is none: families of warnings are not enough for it.</param>
/// <param name="AsOf">Until when it was known; <see langword="null"/> when it never was.</param>
/// <param name="HeardSince">Since when every required source is heard without a gap: no earthquake since then is none; <see langword="null"/> while one is not heard.</param>
/// <param name="Sources">Each required source.</param>
/// <param name="MissingFamilies">Telegram families still missing for a full state.</param>
internal sealed record WarningsKnowledge(
    KnowledgeState State, KnowledgeState TsunamiState, DateTimeOffset? AsOf, DateTimeOffset? HeardSince, IReadOnlyList<SourceKnowledge> Sources, IReadOnlyList<string> MissingFamilies)
{
    /// <summary>Whether everything in force was received since contact began, however long ago it was heard.</summary>
    public bool IsComplete { get; init; }
}

/// <summary>One required source.</summary>
internal sealed record SourceKnowledge(string Id, string Name, KnowledgeState State, DateTimeOffset? HeardAt);
