namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>Tells those who follow the chronology that there is something new. A missed ring costs at most the follower's own interval.</summary>
/// <remarks>Thread-safe; a ring wakes every waiter once, and rings while nobody waits are not counted.</remarks>
public sealed class Doorbell
{
    private TaskCompletionSource _ring = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _highest;

    public Task Next => Volatile.Read(ref _ring).Task;

    /// <summary>The highest sequence that this process committed; 0 = none yet. What another node tells is not in it.</summary>
    public long Highest => Interlocked.Read(ref _highest);

    /// <summary>Rings for what this process committed, up to a sequence.</summary>
    public void Ring(long sequence)
    {
        for (var seen = Highest; sequence > seen; seen = Highest)
        {
            Interlocked.CompareExchange(ref _highest, sequence, seen);
        }

        Ring();
    }

    /// <summary>Rings for what another node committed, or may have.</summary>
    public void Ring() =>
        Interlocked.Exchange(ref _ring, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
