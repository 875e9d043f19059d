namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>Tells those who follow the chronology that there is something new. A missed ring costs at most the follower's own interval.</summary>
/// <remarks>Thread-safe; a ring wakes every waiter once, and rings while nobody waits are not counted.</remarks>
public sealed class Doorbell
{
    private TaskCompletionSource _ring = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _ring).Task;

    public void Ring() =>
        Interlocked.Exchange(ref _ring, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
