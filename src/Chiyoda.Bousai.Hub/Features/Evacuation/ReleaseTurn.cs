namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>
/// One at a time: what may be released or asked depends on all orders in force, and two that go together would each judge
/// without the other (two actions for one area, design rule 13).
/// </summary>
internal sealed class ReleaseTurn : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await act();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
