using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Sets dispatches going and looks after those that were left behind. Doing either twice, here or elsewhere, changes nothing.</summary>
public sealed partial class Dispatcher(
    IServiceScopeFactory scopes, Planner planner, DispatchLedger ledger, WorkBell bell, IEnumerable<IChannel> channels, ILogger<Dispatcher> logger)
{
    private readonly string[] _channels = [.. channels.Select(channel => channel.Name)];

    /// <summary>Plans one dispatch and wakes the workers.</summary>
    public async Task RunAsync(Guid dispatchId, CancellationToken cancellationToken)
    {
        await planner.PlanAsync(dispatchId, cancellationToken);
        await ledger.FinishAsync(dispatchId, cancellationToken);
        bell.Ring();
    }

    /// <summary>Dispatches with named recipients that nobody has begun, most urgent first.</summary>
    public async Task<IReadOnlyList<Guid>> FindWaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        return await db.Dispatches
            .Where(dispatch => dispatch.State == DispatchState.Waiting && _channels.Contains(dispatch.Channel))
            .OrderByDescending(dispatch => dispatch.Urgency).ThenBy(dispatch => dispatch.CreatedAt)
            .Select(dispatch => dispatch.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The only recovery: takes up what is not planned or not closed, and wakes the workers for pages that are due.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var dispatchId in await FindUnclosedAsync(cancellationToken))
        {
            try
            {
                await RunAsync(dispatchId, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The next sweep tries again; the other dispatches do not wait for this one.
                Log.SweepFailed(logger, e, dispatchId);
            }
        }

        bell.Ring();
    }

    private async Task<List<Guid>> FindUnclosedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        return await db.Dispatches
            .Where(dispatch => _channels.Contains(dispatch.Channel)
                && (dispatch.State == DispatchState.Waiting || dispatch.State == DispatchState.Sending)
                && (!dispatch.IsPlanned || !db.DispatchPages.Any(page => page.DispatchId == dispatch.Id && !page.IsDone)))
            .OrderByDescending(dispatch => dispatch.Urgency).ThenBy(dispatch => dispatch.CreatedAt)
            .Select(dispatch => dispatch.Id)
            .ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(6030, LogLevel.Error, "Taking up dispatch {DispatchId} failed")]
        public static partial void SweepFailed(ILogger logger, Exception exception, Guid dispatchId);
    }
}
