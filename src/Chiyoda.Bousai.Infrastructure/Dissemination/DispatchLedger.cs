using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>The steps of a dispatch that the chronology keeps: completed, held, resumed. Each happens once, whoever asks how often.</summary>
public sealed partial class DispatchLedger(IServiceScopeFactory scopes, WorkBell bell, DeliveryMeter meter, TimeProvider clock, ILogger<DispatchLedger> logger)
{
    /// <summary>A planner moves the version with every page: that many may come in between.</summary>
    private const int Attempts = 20;

    /// <summary>A channel without named recipients says that it has done its part of a decision: how many there were, and how many
    /// of them took it; the others failed.</summary>
    /// <returns>Whether this call completed it; <see langword="false"/> when there is no such dispatch, or it was over before.</returns>
    public Task<bool> CompleteAsync(Guid decisionId, string channel, int recipients, int accepted, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(accepted);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(accepted, recipients);
        return ChangeAsync(
            dispatch => dispatch.DecisionId == decisionId && dispatch.Channel == channel && dispatch.IsUnfinished && !dispatch.IsPlanned,
            db => db.Dispatches.Where(dispatch => dispatch.DecisionId == decisionId && dispatch.Channel == channel),
            (db, dispatch, now) =>
            {
                if (recipients > 0)
                {
                    var page = new DispatchPage(dispatch.Id, 1, [], recipients) { IsDone = true };
                    page.Delivery.AsSpan(0, accepted).Fill((byte)DeliveryMark.Accepted);
                    page.Delivery.AsSpan(accepted).Fill((byte)DeliveryMark.Unreachable);
                    db.Add(page);
                }

                dispatch.IsPlanned = true;
                dispatch.Recipients = recipients;
                dispatch.StartedAt = now;
                dispatch.FirstAcceptedAt = accepted > 0 ? now : null;
                dispatch.LastAcceptedAt = dispatch.FirstAcceptedAt;
                dispatch.State = DispatchState.Done;
                dispatch.HoldReason = string.Empty;
                var counts = new DeliveryCounts(accepted, 0, recipients - accepted, 0, 0);
                return new DispatchCompleted(StatementOf(dispatch, counts), now);
            },
            cancellationToken);
    }

    /// <summary>Closes a dispatch whose every page is done.</summary>
    /// <returns>Whether this call closed it.</returns>
    public async Task<bool> FinishAsync(Guid dispatchId, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
            var isOver = await db.Dispatches.AnyAsync(
                dispatch => dispatch.Id == dispatchId && dispatch.IsPlanned && dispatch.State == DispatchState.Sending
                    && !db.DispatchPages.Any(page => page.DispatchId == dispatchId && !page.IsDone),
                cancellationToken);
            if (!isOver)
            {
                return false;
            }
        }

        var tally = await TallyAsync(dispatchId, cancellationToken);
        return await ChangeAsync(
            dispatch => dispatch.State == DispatchState.Sending,
            db => db.Dispatches.Where(dispatch => dispatch.Id == dispatchId),
            (_, dispatch, now) =>
            {
                dispatch.State = DispatchState.Done;
                Log.Completed(logger, dispatchId, tally.Delivery.Recipients, tally.Delivery.Accepted, tally.Delivery.Gone, tally.Delivery.Failed);
                return new DispatchCompleted(StatementOf(dispatch, tally.Delivery), now);
            },
            cancellationToken);
    }

    /// <summary>Stops a dispatch until a person looks.</summary>
    /// <returns>Whether this call held it.</returns>
    public async Task<bool> HoldAsync(Guid dispatchId, string reason, CancellationToken cancellationToken)
    {
        var tally = await TallyAsync(dispatchId, cancellationToken);
        return await ChangeAsync(
            dispatch => dispatch.State is DispatchState.Waiting or DispatchState.Sending,
            db => db.Dispatches.Where(dispatch => dispatch.Id == dispatchId),
            (_, dispatch, now) =>
            {
                dispatch.State = DispatchState.Held;
                dispatch.HoldReason = reason;
                Log.Held(logger, dispatchId, dispatch.Channel, reason);
                return new DispatchHeld(StatementOf(dispatch, tally.Delivery), now);
            },
            cancellationToken);
    }

    /// <summary>A person lets every held dispatch of one decision go on.</summary>
    /// <returns>How many go on, or <c>dissemination.unknown-decision</c>, <c>dissemination.not-held</c>.</returns>
    public async Task<Outcome<int>> ResumeAsync(Guid decisionId, Actor actor, CancellationToken cancellationToken)
    {
        List<Dispatch> dispatches;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
            dispatches = await db.Dispatches.AsNoTracking().Where(dispatch => dispatch.DecisionId == decisionId).ToListAsync(cancellationToken);
        }

        if (dispatches.Count == 0)
        {
            return DisseminationRefusals.UnknownDecision;
        }

        var resumed = 0;
        foreach (var held in dispatches.Where(dispatch => dispatch.State == DispatchState.Held))
        {
            var tally = await TallyAsync(held.Id, cancellationToken);
            resumed += await ChangeAsync(
                dispatch => dispatch.State == DispatchState.Held,
                db => db.Dispatches.Where(dispatch => dispatch.Id == held.Id),
                (_, dispatch, now) =>
                {
                    dispatch.State = dispatch.PlannedThrough == 0 && !dispatch.IsPlanned ? DispatchState.Waiting : DispatchState.Sending;
                    dispatch.HoldReason = string.Empty;
                    dispatch.StartedAt = now;
                    return new DispatchResumed(StatementOf(dispatch, tally.Delivery), actor, now);
                },
                cancellationToken) ? 1 : 0;
        }

        bell.Ring();
        return resumed > 0 ? resumed : DisseminationRefusals.NotHeld;
    }

    /// <summary>What the pages of a dispatch add up to.</summary>
    public async Task<PageTally> TallyAsync(Guid dispatchId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        return await DispatchTallies.OfAsync(db, dispatchId, isSuperseded: false, cancellationToken);
    }

    private async Task<bool> ChangeAsync(
        Func<Dispatch, bool> isDue,
        Func<BousaiDbContext, IQueryable<Dispatch>> find,
        Func<BousaiDbContext, Dispatch, DateTimeOffset, Fact> change,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
            if (await find(db).SingleOrDefaultAsync(cancellationToken) is not { } dispatch || !isDue(dispatch))
            {
                return false;
            }

            var fact = change(db, dispatch, clock.GetUtcNow().ToMicroseconds());
            dispatch.Version++;
            try
            {
                await db.CommitAsync([fact], cancellationToken);
                if (fact is DispatchCompleted)
                {
                    meter.Closed(dispatch);
                }

                return true;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody moved it, or wrote its page, in between: look again whether there is still something to do.
            }
        }
    }

    /// <summary>How far a dispatch has gone, as the chronology keeps it.</summary>
    internal static DispatchStatement StatementOf(Dispatch dispatch, DeliveryCounts counts) => new(
        dispatch.Id, dispatch.DecisionId, dispatch.OrderId, dispatch.Channel,
        dispatch.State.ToString().ToLower(CultureInfo.InvariantCulture), dispatch.HoldReason, counts);

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Information, "Dispatch {DispatchId} completed: {Recipients} recipients, {Accepted} accepted, {Gone} gone, {Failed} failed")]
        public static partial void Completed(ILogger logger, Guid dispatchId, int recipients, int accepted, int gone, int failed);

        [LoggerMessage(6002, LogLevel.Error, "Dispatch {DispatchId} by {Channel} is held until a person releases it: {Reason}")]
        public static partial void Held(ILogger logger, Guid dispatchId, string channel, string reason);
    }
}
