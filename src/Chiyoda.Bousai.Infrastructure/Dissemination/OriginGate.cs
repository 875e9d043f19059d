namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// What one push origin can take now: a number of messages in flight, a pause that it asked for, and a circuit that opens when it
/// answers nothing any more. Thread-safe; shared by all pages of the process.
/// </summary>
public sealed class OriginGate(int concurrency, TimeProvider clock) : IDisposable
{
    /// <summary>Messages without an answer, one after the other, before the circuit opens.</summary>
    public const int UnansweredBeforeOpen = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _slots = new(concurrency);
    private readonly Lock _lock = new();
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _openUntil;
    private int _unanswered;
    private int _timesOpened;
    private bool _isTrying;

    /// <summary>Waits for a free place.</summary>
    /// <returns><see langword="null"/> with a place taken; or the moment before which nothing should be sent, and no place.</returns>
    public async Task<DateTimeOffset?> EnterAsync(CancellationToken cancellationToken)
    {
        if (ClosedUntil() is { } closed)
        {
            return closed;
        }

        await _slots.WaitAsync(cancellationToken);
        if (Pass() is { } closedMeanwhile)
        {
            _slots.Release();
            return closedMeanwhile;
        }

        return null;
    }

    /// <summary>Gives the place back with what the origin answered; <see langword="null"/> when nothing was sent after all.</summary>
    public void Leave(DeliveryOutcome? answer)
    {
        _slots.Release();
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            _isTrying = false;
            if (answer is not { } outcome)
            {
                return;
            }

            if (outcome.Mark == DeliveryMark.Unreachable)
            {
                // Those that were in flight when the circuit opened do not open it again.
                if (++_unanswered >= UnansweredBeforeOpen && now >= _openUntil)
                {
                    _openUntil = now + NextPause();
                }

                return;
            }

            _unanswered = 0;
            _timesOpened = 0;
            _openUntil = default;
            if (outcome.Until is { } until && until > _pausedUntil)
            {
                _pausedUntil = until;
            }
        }
    }

    public void Dispose() => _slots.Dispose();

    private DateTimeOffset? ClosedUntil()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var until = _pausedUntil > _openUntil ? _pausedUntil : _openUntil;
            return now < until ? until : null;
        }
    }

    private DateTimeOffset? Pass()
    {
        if (ClosedUntil() is { } closed)
        {
            return closed;
        }

        lock (_lock)
        {
            if (_unanswered < UnansweredBeforeOpen)
            {
                return null;
            }

            // After an open circuit one message tries the way; the others come back for its answer.
            if (_isTrying)
            {
                return clock.GetUtcNow() + FirstPause;
            }

            _isTrying = true;
            return null;
        }
    }

    private TimeSpan NextPause()
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(_timesOpened++, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
