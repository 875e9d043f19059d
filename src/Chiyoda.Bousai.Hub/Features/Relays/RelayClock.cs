using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>
/// Looks after the night whether what was held still holds, and whether the moment of an announced test has come. Any number of nodes may look:
/// the turn lets one tell it.
/// </summary>
internal sealed partial class RelayClock(
    IServiceScopeFactory scopes, ReleaseTurn turn, TimeProvider clock, IOptions<RelayOptions> options, ILogger<RelayClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        do
        {
            await TryAsync(TellHeldAsync, stoppingToken);
            await TryAsync(TellTestsAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look, in a scope of its own: what fails does not keep the other from its moment.</summary>
    private async Task TryAsync(Func<IServiceProvider, BousaiDbContext, CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await look(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<BousaiDbContext>(), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.LookFailed(logger, e);
        }
    }

    private async Task TellHeldAsync(IServiceProvider services, BousaiDbContext db, CancellationToken cancellationToken)
    {
        if (RelayNight.Covers(clock.GetUtcNow()) || !await db.Relays.AnyAsync(relay => relay.State == RelayState.Held, cancellationToken))
        {
            return;
        }

        var desk = services.GetRequiredService<WarningDesk>();
        var sources = services.GetRequiredService<SourceWatch>();
        var maker = services.GetRequiredService<RelayMaker>();
        await turn.TakeAsync(
            db,
            async () =>
            {
                // What a silent source last said may have ended since: unknown is not told as if it held.
                IReadOnlyList<HazardWarning>? inForce = (await sources.JudgeAsync(db, cancellationToken)).State == KnowledgeState.Known
                    ? await desk.BoardAsync(clock.GetUtcNow(), TelegramStatus.Normal, cancellationToken)
                    : null;
                await db.CommitAsync(await maker.TellHeldAsync(inForce, cancellationToken), cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private async Task TellTestsAsync(IServiceProvider services, BousaiDbContext db, CancellationToken cancellationToken)
    {
        var maker = services.GetRequiredService<TestMaker>();
        if (await maker.IsDueAsync(cancellationToken))
        {
            await turn.TakeAsync(
                db,
                async () =>
                {
                    var facts = await maker.TellAsync(cancellationToken);
                    if (facts.Count > 0)
                    {
                        await db.CommitAsync(facts, cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "Looking for relays held at night, or for announced tests, failed; the next look follows")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
