namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>Holds every request at the push service until it is opened, so that a test sees how many are in flight at once.</summary>
public sealed class PushGate : IDisposable
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AsyncSignal _signal = new();
    private int _held;

    internal PushGate()
    {
    }

    /// <summary>How many requests wait here now.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Waits until so many requests wait here.</summary>
    public Task WaitForHeldAsync(int count, TimeSpan timeout) =>
        _signal.WaitUntilAsync(() => Held >= count, timeout, () => $"{count} requests in flight; there were {Held}");

    /// <summary>Lets all go, and all who come later.</summary>
    public void Open() => _opened.TrySetResult();

    public void Dispose() => Open();

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _held);
        _signal.Pulse();
        try
        {
            await _opened.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }
    }
}
