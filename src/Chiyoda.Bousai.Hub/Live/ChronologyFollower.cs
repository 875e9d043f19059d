using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Live;

/// <summary>
/// Follows the chronology, on the ring or every 2 s without it, and tells the listeners of this node in turn: first those who
/// prepare what is fetched, then those who ring.
/// </summary>
internal sealed class ChronologyFollower(
    IServiceScopeFactory scopes, Doorbell doorbell, IEnumerable<IChronologyListener> listeners, TimeProvider clock, ILogger<ChronologyFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const int MaxEntries = 500;

    /// <summary>What a listener failed to hear, the newest part of it; told again at the next turn.</summary>
    private readonly Dictionary<IChronologyListener, IReadOnlyList<FollowedEntry>> _missed = [];

    private long? _cursor;

    /// <summary>The pages are made before the door opens: whoever comes first finds them.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _cursor = await BeginAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LiveLog.FollowingFailed(logger, fault);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = doorbell.Next;
            try
            {
                _cursor ??= await BeginAsync(stoppingToken);
                await TellAsync([], stoppingToken);
                IReadOnlyList<FollowedEntry> entries;
                while ((entries = await ReadAsync(_cursor.Value, stoppingToken)).Count > 0)
                {
                    _cursor = entries[^1].Sequence;
                    await TellAsync(entries, stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LiveLog.FollowingFailed(logger, fault);
            }

            await Task.WhenAny(next, Task.Delay(Interval, clock, stoppingToken));
        }
    }

    private async Task<long> BeginAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var last = await db.Chronology.MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;
        var lastPublic = await db.Chronology.Where(entry => entry.Visibility == Visibility.Public).MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;
        foreach (var listener in listeners)
        {
            await listener.BeginAsync(last, lastPublic, cancellationToken);
        }

        return last;
    }

    private async Task<IReadOnlyList<FollowedEntry>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().Chronology.AsNoTracking()
            .Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence).Take(MaxEntries)
            .Select(entry => new FollowedEntry(entry.Sequence, entry.Kind, entry.Visibility, entry.SubjectId, entry.OccurredAt, entry.RecordedAt))
            .ToListAsync(cancellationToken);
    }

    private async Task TellAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
        {
            IReadOnlyList<FollowedEntry> news = [.. _missed.GetValueOrDefault(listener, []).Concat(entries).TakeLast(MaxEntries)];
            if (news.Count == 0)
            {
                continue;
            }

            try
            {
                await listener.HearAsync(news, cancellationToken);
                _missed.Remove(listener);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One deaf listener must not silence the others, and hears it again: a page or a ring may be owed to the public.
                _missed[listener] = news;
                LiveLog.ListenerFailed(logger, listener.GetType().Name, fault);
            }
        }
    }
}

/// <summary>Somebody on this node who follows the chronology. Listeners are told in the order of registration.</summary>
internal interface IChronologyListener
{
    /// <summary>Where the chain stands when following begins.</summary>
    Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken);

    Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken);
}

/// <summary>What a listener is told of an entry.</summary>
internal sealed record FollowedEntry(
    long Sequence, string Kind, Visibility Visibility, Guid SubjectId, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);
