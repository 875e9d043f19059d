using System.Collections.Concurrent;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>
/// Passwords tried within sessions of an account, apart from those tried at the public sign-in: whoever is outside can lock the sign-in of
/// a known login, and must not keep the person who is in from releasing. On this node, in memory: an open desk gives ten guesses in 5 min.
/// </summary>
internal sealed class StepUpGuesses(TimeProvider clock)
{
    /// <summary>As many as the sign-in allows.</summary>
    public const int Most = 10;

    /// <summary>How long no more is tried after the last one, and after which none counts any more.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, Tried> _tried = new();

    /// <summary>Counts a try before it is looked at, so that many at once are not more than ten.</summary>
    /// <returns><see langword="null"/> when it may be looked at; otherwise until when none is.</returns>
    public DateTimeOffset? Try(Guid account)
    {
        var now = clock.GetUtcNow();
        var tried = _tried.AddOrUpdate(
            account,
            _ => new Tried(1, now),
            (_, before) => now - before.At >= LockedFor ? new Tried(1, now) : before.Times > Most ? before : new Tried(before.Times + 1, before.Times == Most ? before.At : now));
        return tried.Times > Most ? tried.At + LockedFor : null;
    }

    /// <summary>It was the right one.</summary>
    public void Forget(Guid account) => _tried.TryRemove(account, out _);

    private sealed record Tried(int Times, DateTimeOffset At);
}
