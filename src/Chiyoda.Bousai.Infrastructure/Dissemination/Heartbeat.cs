using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// The sign of life in the database. A start that finds it old does not know what the world was told in the meantime, or stands on
/// a restored copy: it holds everything unfinished until a person releases it (design rule 10).
/// </summary>
public sealed partial class Heartbeat(
    IServiceScopeFactory scopes, DispatchLedger ledger, TimeProvider clock, IOptions<DispatchOptions> options, ILogger<Heartbeat> logger)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A sign of life. To be done before anything is sent, and again every <see cref="Every"/>: a machine that was frozen, or a database that was
    /// away, for long holds what was on its way as a start does.
    /// </summary>
    /// <returns>How many dispatches were held.</returns>
    public async Task<int> BeatAsync(CancellationToken cancellationToken)
    {
        var silence = clock.GetUtcNow() - await LastAsync(cancellationToken);
        var held = 0;
        if (silence > options.Value.StaleAfter)
        {
            foreach (var dispatchId in await FindUnfinishedAsync(cancellationToken))
            {
                held += await ledger.HoldAsync(dispatchId, $"システムが{(int)silence.TotalMinutes}分間止まっていました", cancellationToken) ? 1 : 0;
            }

            if (held > 0)
            {
                Log.Held(logger, held, (int)silence.TotalMinutes);
            }
        }

        await SignAsync(cancellationToken);
        return held;
    }

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = clock.GetUtcNow();
        await db.Stamps.Where(stamp => stamp.AliveAt < now).ExecuteUpdateAsync(set => set.SetProperty(stamp => stamp.AliveAt, now), cancellationToken);
    }

    private async Task<DateTimeOffset> LastAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        return await db.Stamps.Select(stamp => stamp.AliveAt).SingleAsync(cancellationToken);
    }

    private async Task<List<Guid>> FindUnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        return await db.Dispatches
            .Where(dispatch => dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending)
            .Select(dispatch => dispatch.Id)
            .ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(6003, LogLevel.Error, "{Count} dispatches are held: no sign of life of this hub for {Minutes} min")]
        public static partial void Held(ILogger logger, int count, int minutes);
    }
}
