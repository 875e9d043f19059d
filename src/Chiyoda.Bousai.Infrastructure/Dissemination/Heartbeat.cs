using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;
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
        var last = await LastAsync(cancellationToken);
        var silence = clock.GetUtcNow() - last;
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

            await NoteAsync(last, held, cancellationToken);
        }

        await SignAsync(cancellationToken);
        return held;
    }

    /// <summary>
    /// Whether this database may not know what happened since a moment: it was restored after it, or the hub stood still until after it. While the
    /// last sign of life is old that is not written down yet, and it may.
    /// </summary>
    /// <param name="db">The context of whoever asks.</param>
    /// <param name="moment">Something was to happen then.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<bool> MissedAsync(BousaiDbContext db, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var stale = clock.GetUtcNow() - options.Value.StaleAfter;
        return await db.Stamps.AnyAsync(stamp => stamp.AliveAt < stale, cancellationToken)
            || await db.Chronology.AnyAsync(
                entry => (entry.Kind == BackupRestored.Name || entry.Kind == HubStoodStill.Name) && entry.OccurredAt > moment, cancellationToken);
    }

    /// <summary>Before the sign of life: dying in between, the next start notes it again.</summary>
    private async Task NoteAsync(DateTimeOffset last, int held, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        await db.CommitAsync([new HubStoodStill(last, held, clock.GetUtcNow().ToMicroseconds())], cancellationToken);
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
