using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>
/// One at a time: what may be released, asked or proposed depends on all orders in force, and two that go together would each
/// judge without the other (two actions for one area, design rule 13). Within this process they wait; between nodes the second
/// finds the row of the turn moved, and judges anew from the beginning.
/// </summary>
internal sealed class ReleaseTurn : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Runs a use case in turn.</summary>
    /// <param name="db">The context that the use case reads with and commits.</param>
    /// <param name="useCase">From the first reading to the commit; it may run more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> TakeAsync<T>(BousaiDbContext db, Func<Task<T>> useCase, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await db.RepeatAsync(
                async () =>
                {
                    var turn = await db.Turns.SingleAsync(cancellationToken);
                    turn.Version++;
                    return await useCase();
                },
                cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
