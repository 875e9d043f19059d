using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>
/// Keeps the registrations of this node's database in memory and follows them: whoever asks first brings in what was written since,
/// so that a count is as of now. Thread-safe; one reader of the database at a time.
/// </summary>
/// <remarks>What is forgotten leaves no row behind, so it is found by comparing keys: at once while the list is short, at most every
/// ten seconds when it is long.</remarks>
public sealed class AudienceIndex(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Up to here comparing all keys costs nothing worth saving.</summary>
    private const int Short = 10_000;

    /// <summary>Clocks of nodes differ, and a transaction takes its time from before its commit.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan CompareEvery = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly AudienceArray _array = new();

    private DateTimeOffset? _readAt;

    private DateTimeOffset _comparedAt;

    /// <summary>Counts who asked for messages about a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="patience">How long to wait for another who reads; the first reading of a million takes seconds.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The count, or <see langword="null"/> when it was not known in time: unknown, not none.</returns>
    public Task<SubscriberCount?> CountAsync(Measure measure, TimeSpan patience, CancellationToken cancellationToken) =>
        AskAsync(asOf => new SubscriberCount(asOf, _array.CountFor(measure, ChannelNames.WebPush)), patience, cancellationToken);

    /// <summary>Counts who would hear of a notice.</summary>
    /// <param name="content">What it says, and where.</param>
    /// <param name="patience">How long to wait for another who reads.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The count, or <see langword="null"/> when it was not known in time: unknown, not none.</returns>
    public Task<NoticeAudience?> CountAsync(NoticeContent content, TimeSpan patience, CancellationToken cancellationToken) =>
        AskAsync(
            asOf =>
            {
                var (inAreas, told) = _array.CountFor(content);
                return new NoticeAudience(told, inAreas, asOf);
            },
            patience, cancellationToken);

    private async Task<T?> AskAsync<T>(Func<DateTimeOffset, T> count, TimeSpan patience, CancellationToken cancellationToken)
        where T : class
    {
        if (!await _turn.WaitAsync(patience, cancellationToken))
        {
            return null;
        }

        try
        {
            return count(await FollowAsync(cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads everything, so that nobody who asks has to wait for it.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await FollowAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <returns>Up to when everything is in it.</returns>
    private async Task<DateTimeOffset> FollowAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = clock.GetUtcNow();
        var since = (_readAt ?? DateTimeOffset.UnixEpoch.Add(Overlap)) - Overlap;
        var changed = db.Subscriptions.AsNoTracking()
            .Where(subscription => subscription.UpdatedAt >= since || subscription.GoneAt >= since)
            .OrderBy(subscription => subscription.Key)
            .Select(subscription => new { subscription.Key, subscription.Places, subscription.Language, subscription.Orders, subscription.Notices, subscription.GoneAt });
        await foreach (var row in changed.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.GoneAt is null)
            {
                _array.Put(row.Key, row.Places.Select(place => place.Area), row.Language, row.Orders, row.Notices);
            }
            else
            {
                _array.Remove(row.Key);
            }
        }

        // What was taken in half-way by a reading that broke off is read again by the next.
        _readAt = now;
        if (_array.Count <= Short || now - _comparedAt >= CompareEvery)
        {
            await CompareAsync(db, cancellationToken);
            _comparedAt = now;
        }

        return now;
    }

    private async Task CompareAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var there = db.Subscriptions.AsNoTracking().Where(subscription => subscription.GoneAt == null).Select(subscription => subscription.Key);
        if (await there.CountAsync(cancellationToken) < _array.Count)
        {
            _array.KeepOnly(await there.ToHashSetAsync(cancellationToken));
        }
    }
}
